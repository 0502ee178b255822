import { forMyChildren, today } from '../../../src/domains/people/index.ts';
import { noLongerInForce } from '../../../src/domains/policy/index.ts';
import { raw, sql, type Alias, type Sql } from '../../../src/platform/reading/sql.ts';
import { nodes, rootPage, variable, type Statement } from './hand.ts';

export const totalMinutes = (edition: Sql): Sql =>
  sql`(select ceil(sum(_l.duration_seconds) / 60.0)::int from lesson _l where _l.edition_id = ${edition})`;

export const validity = (edition: Alias): Sql => sql`case when ${edition}.status <> 'PUBLISHED' then null
  when ${edition}.effective_from > ${today} then 'NOT_YET_IN_FORCE'
  when ${edition}.effective_to < ${today} then ${edition}.ending else 'IN_FORCE' end`;

export const citesOutdated = (edition: Sql): Sql => sql`exists (select 1 from course_citation _cit
  join policy_edition _old on _old.id = _cit.policy_edition_id
  where _cit.course_edition_id = ${edition} and ${noLongerInForce(raw('_old'))})`;

export const isOpen = (course: Alias): Sql => sql`exists (select 1 from course_edition _pub
  where _pub.course_id = ${course}.id and _pub.status = 'PUBLISHED')`;

/** An edition that is told to a reader of whom `eligible` says which audiences they are in. */
export const isCitedFor = (
  edition: Alias,
  eligible: (audienceId: Sql) => Sql,
): Sql => sql`(${edition}.status = 'PUBLISHED' and exists (
  select 1 from policy_document _doc where _doc.id = ${edition}.document_id and (_doc.is_public or ${eligible(sql`_doc.audience_id`)})))`;

const c = raw('_c');
const p = raw('_p');
const first = variable('first', 'int', 20);

/** What hangs on a course that may be seen may be seen with it; the policies that it cites have readers of their own. */
export const courseCatalogue: Statement = ({ see }) => sql`with page as (
    select _c.id, _c.title, _c.published_at, row_number() over (order by _c.listed_at desc, _c.id desc) as n from course _c
    where ${see('Course', c, sql`${isOpen(c)} and (_c.is_public or ${forMyChildren(sql`_c.audience_id`)})`)}
    order by _c.listed_at desc, _c.id desc limit ${first} + 1)
  select json_build_object('courses', ${rootPage(
    sql`json_build_object(
    'id', _x.id, 'title', _x.title, 'publishedAt', _x.published_at,
    'totalMinutes', (select ${totalMinutes(sql`_e.id`)} from course_edition _e where _e.course_id = _x.id and _e.status = 'PUBLISHED'),
    'citesOutdated', coalesce((select ${citesOutdated(sql`_e.id`)} from course_edition _e where _e.course_id = _x.id and _e.status = 'PUBLISHED'), false),
    'publishedEdition', (select json_build_object(
      'id', _e.id, 'number', _e.number, 'summary', _e.summary, 'creditMinutes', _e.credit_minutes,
      'lessons', ${nodes(
        sql`json_build_object('id', _x.id, 'ordinal', _x.ordinal, 'title', _x.title, 'durationMinutes', ceil(_x.duration_seconds / 60.0)::int,
          'lecturer', json_build_object('id', _x.lecturer_id, 'name', _x.name, 'title', _x.lecturer_title))`,
        sql`select _l.id, _l.ordinal, _l.title, _l.duration_seconds, _l.lecturer_id, _lec.name, _lec.title as lecturer_title
          from lesson _l join lecturer _lec on _lec.id = _l.lecturer_id
          where _l.edition_id = _e.id order by _l.ordinal, _l.id limit 10`,
      )},
      'citedEditions', ${nodes(
        sql`json_build_object('id', _x.id, 'title', _x.title, 'number', _x.number, 'effectiveFrom', _x.effective_from, 'validity', _x.validity)`,
        sql`select _p.id, _p.title, _p.number, _p.effective_from, ${validity(p)} as validity
          from course_citation _ct join policy_edition _p on _p.id = _ct.policy_edition_id
          where _ct.course_edition_id = _e.id and ${see('PolicyEdition', p, isCitedFor(p, forMyChildren))}
          order by _p.effective_from desc, _p.id desc limit 5`,
      )})
      from course_edition _e where _e.course_id = _x.id and _e.status = 'PUBLISHED'))`,
    first,
  )})::text`;
