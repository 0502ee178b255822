import {
  allOf,
  anyOf,
  raw,
  Scope,
  SMALL_GROUP,
  sql,
  table,
  type Alias,
  type Condition,
  type Sql,
} from '../../../../platform/reading/index.ts';
import {
  guardiansOfMySchools,
  householdsOfMySchools,
  myHouseholds,
  oneselfAsGuardian,
  today,
  isToldOfLargeGroupsOnly,
  mine,
} from '../../../people/index.ts';
import { countableServiceRecords, visibleServiceRecords } from './service-record.access.ts';

/*
 * The one rule of minutes and occasions, for totals, lists, certificates and files alike:
 * - A record counts its whole minutes (`minutes`), from its start: seconds beyond the last of them count nowhere.
 * - What is counted is time, not records: for each person the union of what was approved, so that overlapping time counts
 *   once, whichever shift it was for, each piece of it in whole minutes; of several persons the sum of what each served.
 *   So a total is that of the lines where nothing overlaps, and never more than they.
 * - It belongs to the term, and to the period of a certificate, in which it begins, wholly.
 * - An occasion (次) is a shift at which somebody served, however many records came of it.
 */

const srv = new Scope('srv');

/** @param served a statement that selects `person_id` and `during` */
export function minutesServed(served: Sql): Sql {
  return sql`select coalesce(sum(floor(extract(epoch from upper(pieces.piece) - lower(pieces.piece)) / 60)), 0)::int as minutes, count(distinct pieces.person_id) as volunteers
    from (select each.person_id, unnest(range_agg(each.during)) as piece from (${served}) each group by each.person_id) pieces`;
}

/** The time of a record `srv` that counts. */
export const SERVED: Sql = sql`tstzrange(srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute')`;

/** A record `srv` belongs to a term `trm` of its district. */
export const OF_TERM: Sql = sql`srv.starts_at >= trm.starts_on::timestamp at time zone 'Asia/Shanghai' and srv.starts_at < (trm.ends_on + 1)::timestamp at time zone 'Asia/Shanghai'`;

function approved(condition: Sql): Sql {
  return sql`select srv.person_id, ${SERVED} as during from ${table('service_record')} srv where srv.status = 'APPROVED' and ${condition}`;
}

/** @param districtId of the records, as far as it is known before they are read */
function approvedThisTerm(condition: Sql, districtId = sql`srv.district_id`): Sql {
  return sql`select srv.person_id, ${SERVED} as during from ${table('term')} trm join ${table('school_year')} syr on syr.id = trm.school_year_id
    join ${table('service_record')} srv on syr.district_id = ${districtId} and ${OF_TERM}
    where ${today} between trm.starts_on and trm.ends_on and srv.status = 'APPROVED' and ${condition}`;
}

type Total = Condition;

/** To themselves what they may count, to the administrators of a child's school all that was served, wherever; null to everybody else, for a part of somebody's service is a wrong figure. */
function totals(
  whose: (row: Alias) => Sql,
  counted: Condition,
  themselves: Condition,
  ofMySchool: Condition,
): { readonly ever: Total; readonly thisTerm: Total } {
  const condition: Total = (row, viewer) => allOf([whose(row), anyOf([counted(srv, viewer), ofMySchool(row, viewer)])]);
  const known: Total = (row, viewer) => anyOf([themselves(row, viewer), ofMySchool(row, viewer)]);
  return {
    ever: (row, viewer) =>
      sql`select total.minutes from (${minutesServed(approved(condition(row, viewer)))}) total where ${known(row, viewer)}`,
    thisTerm: (row, viewer) =>
      sql`select total.minutes from (${minutesServed(approvedThisTerm(condition(row, viewer)))}) total where ${known(row, viewer)}`,
  };
}

export const ofGuardian = totals(
  (guardian) => sql`srv.person_id = ${guardian}.person_id`,
  visibleServiceRecords,
  oneselfAsGuardian,
  guardiansOfMySchools,
);
export const ofHousehold = totals(
  (household) => sql`srv.household_id = ${household}.id`,
  countableServiceRecords,
  myHouseholds,
  householdsOfMySchools,
);

const small = (volunteers: Sql): Sql => sql`${volunteers} between 1 and ${raw(String(SMALL_GROUP - 1))}`;

/**
 * Null for who may not count it, and for who analyses figures where so few have served that they could be recognised, there or in what
 * is left over of it by the figures that are told beside it.
 */
function figure(
  whose: (row: Alias) => Sql,
  districtId: (row: Alias) => Sql,
  counts: Condition,
  seesAll: Condition,
  leftOver?: Total,
): Total {
  return (row, viewer) => {
    const few = anyOf([small(sql`total.volunteers`), leftOver && small(leftOver(row, viewer))]);
    const tooFew = isToldOfLargeGroupsOnly(viewer)
      ? sql`${few} and not coalesce(${seesAll(row, viewer)}, false)`
      : sql`false`;
    return sql`select case when ${tooFew} then null else total.minutes end from (${minutesServed(approvedThisTerm(whose(row), districtId(row)))}) total where ${counts(row, viewer)}`;
  };
}

const ofMySchools: Condition = (school, viewer) => anyOf([viewer.school && sql`${school}.id = any(${mine.schoolIds})`]);

const countsSchool: Condition = (school, viewer) =>
  anyOf([
    ofMySchools(school, viewer),
    viewer.district && sql`${school}.district_id = any(${mine.districtIds})`,
    viewer.analyst && sql`${school}.district_id = any(${mine.analystDistrictIds})`,
  ]);

const countsDistrict: Condition = (district, viewer) =>
  anyOf([
    viewer.district && sql`${district}.id = any(${mine.districtIds})`,
    viewer.analyst && sql`${district}.id = any(${mine.analystDistrictIds})`,
  ]);

export const ofSchoolThisTerm = figure(
  (school) => sql`srv.school_id = ${school}.id`,
  (school) => sql`${school}.district_id`,
  countsSchool,
  ofMySchools,
);

/** Volunteers of a district in this term whose service is in no figure of a school that is told: of the district's own shifts, and of schools where few have served. */
const besideSchools: Total = (district, viewer) => sql`(select count(distinct each.person_id) from (
    select srv.school_id, array_agg(distinct srv.person_id) as persons from ${table('term')} trm join ${table('school_year')} syr on syr.id = trm.school_year_id and syr.district_id = ${district}.id
      join ${table('service_record')} srv on srv.district_id = syr.district_id and ${OF_TERM}
    where ${today} between trm.starts_on and trm.ends_on and srv.status = 'APPROVED' group by srv.school_id) served
  cross join lateral unnest(served.persons) as each(person_id)
  where served.school_id is null or (cardinality(served.persons) < ${raw(String(SMALL_GROUP))} and not ${viewer.school ? sql`served.school_id = any(${mine.schoolIds})` : raw('false')}))`;

export const ofDistrictThisTerm = figure(
  (district) => sql`srv.district_id = ${district}.id`,
  (district) => sql`${district}.id`,
  countsDistrict,
  () => raw('false'),
  besideSchools,
);
