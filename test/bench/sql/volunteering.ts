import { forMyChildren, mine } from '../../../src/domains/people/index.ts';
import { personIsBusy } from '../../../src/domains/timetable/index.ts';
import { now, raw, sql, type Alias, type Sql } from '../../../src/platform/reading/sql.ts';
import { nodes, rootPage, variable, type Statement } from './hand.ts';

/** The viewer's side of a decision, as parameters of a statement or of a function. */
export interface Asker {
  readonly person: Sql;
  readonly moment: Sql;
  readonly eligible: (audienceId: Sql) => Sql;
}

const viewer: Asker = { person: mine.personId, moment: now, eligible: forMyChildren };

/** What is the same for all roles of a shift, found once. */
export const shiftFacts = (shift: Alias, activity: Alias, { person, moment, eligible }: Asker): Sql => sql`select
  exists (select 1 from signup _sg where _sg.person_id = ${person} and _sg.shift_id = ${shift}.id and _sg.status in ('PENDING', 'CONFIRMED')) as signed,
  ${eligible(sql`${activity}.audience_id`)} as eligible,
  ${personIsBusy(person, sql`${shift}.starts_at`, sql`${shift}.ends_at`)} as busy,
  (select max(_sus.ends_at) from volunteer_suspension _sus where _sus.person_id = ${person} and _sus.district_id = ${shift}.district_id
    and (_sus.school_id is null or _sus.school_id = ${shift}.school_id) and _sus.lifted_at is null and _sus.starts_at <= ${moment}) as suspended_until,
  array(select _qual.name from volunteer_qualification _qual where _qual.person_id = ${person} and _qual.district_id = ${shift}.district_id and _qual.revoked_at is null
    and (${moment} at time zone 'Asia/Shanghai')::date between _qual.valid_from and coalesce(_qual.valid_to, 'infinity')) as qualifications`;

/** In the order in which they are told. */
export const blockers = (
  role: Alias,
  shift: Alias,
  facts: Alias,
  { moment }: Pick<Asker, 'moment'>,
): Sql => sql`array_remove(array[
  case when ${shift}.status <> 'SCHEDULED' then 'CANCELLED' end,
  case when ${moment} >= ${shift}.starts_at then 'STARTED' when ${moment} >= ${shift}.signup_closes_at then 'CLOSED'
    when ${moment} < ${shift}.signup_opens_at then 'NOT_OPEN' end,
  case when ${facts}.signed then 'ALREADY_SIGNED_UP' end,
  case when not ${facts}.eligible then 'NOT_ELIGIBLE' end,
  case when ${moment} < ${facts}.suspended_until then 'SUSPENDED' end,
  case when ${role}.qualification is not null and not coalesce(${role}.qualification = any(${facts}.qualifications), false) then 'NOT_QUALIFIED' end,
  case when ${facts}.busy and not ${facts}.signed then 'OVERLAP' end,
  case when ${role}.places_taken >= ${role}.capacity then 'FULL' end], null)`;

const sh = raw('_sh');

/** The members of a shift `_sh` whose activity is `_act`. A role and an activity are seen with their shift. */
export function shiftObject(mostRoles: number): Sql {
  return sql`json_build_object('id', _sh.id, 'status', _sh.status, 'startsAt', _sh.starts_at, 'endsAt', _sh.ends_at, 'place', _sh.place,
    'signupOpensAt', _sh.signup_opens_at, 'signupClosesAt', _sh.signup_closes_at,
    'activity', json_build_object('id', _act.id, 'kind', _act.kind, 'title', _act.title),
    'roles', (select ${nodes(
      sql`json_build_object('id', _x.id, 'name', _x.name, 'capacity', _x.capacity, 'freePlaces', _x.capacity - _x.places_taken,
        'approvalRequired', _x.approval_required, 'viewerBlockers', array_to_json(${blockers(raw('_x'), sh, raw('_facts'), viewer)}))`,
      sql`select _r.* from shift_role _r where _r.shift_id = _sh.id order by _r.ordinal, _r.id limit ${raw(String(mostRoles))}`,
    )}
      from (${shiftFacts(sh, raw('_act'), viewer)}) _facts))`;
}

export const nearMyChildren = (
  shift: Alias,
  schools: Sql = mine.childSchoolIds,
): Sql => sql`(${shift}.school_id = any(${schools}) or (${shift}.school_id is null
  and ${shift}.district_id = any(array(select _sch.district_id from school _sch where _sch.id = any(${schools})))))`;

const first = variable('first', 'int', 50);

export const volunteerBoard: Statement = ({ see }) => sql`with page as (
    select _sh.id, row_number() over (order by _sh.starts_at, _sh.id) as n from shift _sh
    where _sh.starts_at >= ${now} and _sh.status = 'SCHEDULED' and ${see('Shift', sh, nearMyChildren(sh))}
    order by _sh.starts_at, _sh.id limit ${first} + 1)
  select json_build_object('upcomingShifts', ${rootPage(
    sql`(select ${shiftObject(10)} from shift _sh join volunteer_activity _act on _act.id = _sh.activity_id where _sh.id = _x.id)`,
    first,
  )})::text`;
