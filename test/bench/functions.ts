import type { Pool } from 'pg';
import { prepare, raw, sql, type Alias, type Sql } from '../../src/platform/reading/sql.ts';
import { citesOutdated, isCitedFor, isOpen, totalMinutes } from './sql/courses.ts';
import { audiencesOfChildren, currentClassOf, isForClass } from './sql/home.ts';
import { blockers, nearMyChildren, shiftFacts, type Asker } from './sql/volunteering.ts';

/*
 * What PostGraphile cannot know from the tables: computed columns and lists of its own, the way its manual says. Each is
 * one plain SELECT, so that PostgreSQL can put it in the place of the call.
 */

interface SqlFunction {
  readonly signature: string;
  readonly returns: string;
  readonly body: Sql;
}

/** As the clock of a request: these conditions look at days and moments of the database's own clock. */
const CLOCK = raw('now()');
const c = raw('c');
const forKeys =
  (keys: Sql) =>
  (audienceId: Sql): Sql =>
    sql`exists (select 1 from audience_target _t where _t.audience_id = ${audienceId} and _t.key = any(${keys}))`;
const published = (course: Alias): Sql =>
  sql`(select _e.id from course_edition _e where _e.course_id = ${course}.id and _e.status = 'PUBLISHED')`;
const asker: Asker = { person: raw('person'), moment: CLOCK, eligible: forKeys(raw('keys')) };

const FUNCTIONS: readonly SqlFunction[] = [
  { signature: 'course_total_minutes(c course)', returns: 'int', body: sql`select ${totalMinutes(published(c))}` },
  {
    signature: 'course_cites_outdated(c course)',
    returns: 'boolean',
    body: sql`select ${citesOutdated(published(c))}`,
  },
  {
    signature: 'course_published_edition(c course)',
    returns: 'course_edition',
    body: sql`select _e.* from course_edition _e where _e.course_id = c.id and _e.status = 'PUBLISHED'`,
  },
  {
    signature: 'course_edition_cited_editions(e course_edition, keys text[])',
    returns: 'setof policy_edition',
    body: sql`select _p.* from course_citation _ct join policy_edition _p on _p.id = _ct.policy_edition_id
      where _ct.course_edition_id = e.id and ${isCitedFor(raw('_p'), forKeys(raw('keys')))} order by _p.effective_from desc, _p.id desc`,
  },
  {
    signature: 'open_courses(keys text[])',
    returns: 'setof course',
    body: sql`select _c.* from course _c where ${isOpen(raw('_c'))} and (_c.is_public or ${forKeys(raw('keys'))(sql`_c.audience_id`)})
      order by _c.listed_at desc, _c.id desc`,
  },
  {
    signature: 'volunteer_board(schools uuid[])',
    returns: 'setof shift',
    body: sql`select _sh.* from shift _sh where _sh.starts_at >= ${CLOCK} and _sh.status = 'SCHEDULED' and ${nearMyChildren(raw('_sh'), raw('schools'))}
      order by _sh.starts_at, _sh.id`,
  },
  {
    signature: 'shift_role_blockers(r shift_role, person uuid, keys text[])',
    returns: 'text[]',
    body: sql`select ${blockers(raw('r'), raw('_sh'), raw('_facts'), asker)} from shift _sh join volunteer_activity _act on _act.id = _sh.activity_id
      cross join lateral (${shiftFacts(raw('_sh'), raw('_act'), asker)}) _facts where _sh.id = r.shift_id`,
  },
  {
    signature: 'meeting_attending_reply_count(m meeting)',
    returns: 'int',
    body: sql`select count(*)::int from meeting_reply _r where _r.meeting_id = m.id and _r.superseded_at is null and _r.answer = 'ATTENDING'`,
  },
  {
    signature: 'meeting_replies_of(m meeting, households uuid[])',
    returns: 'setof meeting_reply',
    body: sql`select _r.* from meeting_reply _r where _r.meeting_id = m.id and _r.superseded_at is null and _r.household_id = any(households)
      order by _r.replied_at desc, _r.id desc`,
  },
  {
    signature: 'school_class_latest_meetings(k school_class)',
    returns: 'setof meeting',
    body: sql`select _m.* from meeting_class _mc join meeting _m on _m.id = _mc.meeting_id where _mc.school_class_id = k.id order by _m.starts_at desc, _m.id desc`,
  },
  {
    signature: 'school_class_coming_meetings(k school_class, since timestamptz, households uuid[])',
    returns: 'setof meeting',
    body: sql`select _m.* from meeting_class _mc join meeting _m on _m.id = _mc.meeting_id where _mc.school_class_id = k.id
      and _m.starts_at >= since and _m.published_at is not null and exists (
        select 1 from meeting_invitation _inv where _inv.meeting_id = _m.id and _inv.household_id = any(households) and _inv.status = 'INVITED')
      order by _m.starts_at, _m.id`,
  },
  {
    signature: 'school_class_open_shifts(k school_class, since timestamptz)',
    returns: 'setof shift',
    body: sql`select _sh.* from shift _sh join volunteer_activity _act on _act.id = _sh.activity_id
      where _sh.starts_at >= since and _sh.status = 'SCHEDULED' and ${isForClass(raw('_sh'), raw('_act'), raw('k'))} order by _sh.starts_at, _sh.id`,
  },
  {
    signature: 'student_current_class(s student)',
    returns: 'school_class',
    body: sql`select _k.* from school_class _k where _k.id in (${currentClassOf(sql`s.id`)})`,
  },
  {
    signature: 'guardian_timetable(g guardian, since timestamptz)',
    returns: 'setof engagement',
    body: sql`select _en.* from engagement _en where _en.person_id = g.person_id and _en.status = 'ACTIVE' and _en.starts_at >= since
      order by _en.starts_at, _en.id`,
  },
  {
    signature: 'guardian_children(g guardian)',
    returns: 'setof student',
    body: sql`select _st.* from guardianship _gs join student _st on _st.id = _gs.student_id
      where _gs.guardian_id = g.id and _gs.status = 'ACTIVE' and _gs.data_access order by _st.name_key, _st.id`,
  },
  {
    signature: 'guardian_courses(g guardian)',
    returns: 'setof course',
    body: sql`select _c.* from course _c where _c.audience_id in (${audiencesOfChildren(sql`g.id`)}) and ${isOpen(raw('_c'))}
      order by _c.listed_at desc, _c.id desc`,
  },
  {
    signature: 'household_guardians_in_order(h household)',
    returns: 'setof guardian',
    body: sql`select _g.* from household_guardian _hg join guardian _g on _g.id = _hg.guardian_id where _hg.household_id = h.id
      and exists (select 1 from guardianship _tie where _tie.guardian_id = _g.id and _tie.status in ('ACTIVE', 'PENDING', 'BLOCKED')) order by _g.created_at, _g.id`,
  },
  {
    signature: 'household_name(h household)',
    returns: 'text',
    body: sql`select coalesce(string_agg(_st.name, '、' order by _st.id) || '家', '家庭') from household_student _hs join student _st on _st.id = _hs.student_id where _hs.household_id = h.id`,
  },
];

export async function createFunctions(pool: Pool): Promise<void> {
  for (const { signature, returns, body } of FUNCTIONS) {
    const text = prepare(body)
      .text.replace(/\$\d+::timestamptz/g, 'now()')
      .replace(/\$\d+::date/g, "(now() at time zone 'Asia/Shanghai')::date");
    if (/\$\d/.test(text)) throw new Error(`${signature} depends on a viewer.`);
    const { rows } = await pool.query<{ old: string }>(
      `select oid::regprocedure as old from pg_proc where pronamespace = 'public'::regnamespace and proname = $1`,
      [signature.split('(')[0]],
    );
    for (const { old } of rows) await pool.query(`drop function ${old}`);
    await pool.query(
      `create function ${signature} returns ${returns} stable parallel safe language sql as $body$ ${text} $body$`,
    );
  }
}
