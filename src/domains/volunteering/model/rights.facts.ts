import { join, now, sql, table, today, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { audienceHasKey, audienceKeysOfGuardian, audienceKeysOn, tieShowsData } from '../../people/index.ts';
import { isActiveSignup, isInLine, isOpenLecture } from './statuses.facts.ts';

/*
 * A sign-up rests on the audience under which it was made, which the time that it occupies names (`engagement.rests_on`): whoever has
 * signed up keeps the place though the audience be narrowed. What is not a place yet rests on the audience as it is now.
 */

/** True where the keys of somebody's audiences are those of a sign-up that stands. */
export function signupRestsOn(signupId: Sql, keys: Sql): Sql {
  return sql`exists (select 1 from ${table('engagement')} res where res.source_id = ${signupId} and res.kind = 'SHIFT_SIGNUP' and res.status = 'ACTIVE'
    and (res.rests_on is null or res.rests_on && ${keys}))`;
}

/** The same, of whoever signed up, as their rights stand in the tables at this moment. */
export function signupHolds(signup: Alias): Sql {
  return signupRestsOn(sql`${signup}.id`, audienceKeysOfGuardian(sql`${signup}.guardian_id`));
}

const DAY_OF_SHIFT: Sql = sql`(sft.starts_at at time zone 'Asia/Shanghai')::date`;

/** The last day of the right was before that of the shift `sft`: what a day takes is written down only while somebody looks. */
function lostBefore(signup: Alias): Sql {
  const keys = (withPast: boolean): Sql => audienceKeysOn(DAY_OF_SHIFT, sql`${signup}.guardian_id`, { withPast });
  const id = sql`${signup}.id`;
  return sql`(${signupRestsOn(id, keys(true))} and not ${signupRestsOn(id, keys(false))})`;
}

/**
 * Whether somebody was to come, where the right to it holds today: at a shift `sft` that is over it is what was written down of their right
 * while it ran, and what days say of it.
 */
export const hadTheRight = (signup: Alias, holds: Sql = signupHolds(signup)): Sql =>
  sql`case when ${holds} then true when sft.ends_at <= ${now} and ${signup}.without_right_since is null then not ${lostBefore(signup)} else false end`;

/** True where a guardian belongs to the audience of the shift's activity at this moment. */
export function isFor(guardianId: Sql, shiftId: Sql): Sql {
  return sql`(select ${audienceHasKey(sql`aud.audience_id`, audienceKeysOfGuardian(guardianId))} from ${table('shift')} ash join ${table('volunteer_activity')} aud on aud.id = ash.activity_id where ash.id = ${shiftId})`;
}

/**
 * A child of theirs goes to the school, or to one of the district, and is in no class of this day: the school has yet to write down
 * the classes of a year that has begun. Nothing is seen then, and nothing ends.
 */
export function betweenClasses(guardianId: Sql, shift: Alias): Sql {
  return sql`exists (select 1 from ${table('guardianship')} tie join ${table('student')} stu on stu.id = tie.student_id and stu.left_on is null join ${table('school')} sch on sch.id = stu.school_id
    where tie.guardian_id = ${guardianId} and ${tieShowsData(sql`tie`)} and (sch.id = ${shift}.school_id or ${shift}.school_id is null and sch.district_id = ${shift}.district_id)
      and not exists (select 1 from ${table('class_membership')} cms join ${table('school_year')} scy on scy.id = cms.school_year_id
        where cms.student_id = stu.id and cms.status = 'ACTIVE' and ${today} between scy.starts_on and scy.ends_on))`;
}

/** No child of the guardian's is in the class. */
export function nobodyInClass(guardianId: Sql, classId: Sql): Sql {
  return sql`not exists (select 1 from ${table('guardianship')} tie join ${table('class_membership')} cms on cms.student_id = tie.student_id and cms.status = 'ACTIVE'
    where tie.guardian_id = ${guardianId} and ${tieShowsData(sql`tie`)} and cms.school_class_id = ${classId})`;
}

const TO_COME: Sql = sql`sft.status = 'SCHEDULED' and sft.starts_at > ${now}`;

/** The volunteer of a sign-up has checked in: they were there. */
export const came = (signupId: Sql): Sql =>
  sql`exists (select 1 from ${table('attendance')} att where att.signup_id = ${signupId} and att.checked_in_at is not null)`;

/** Sign-ups for shifts to come that stand without a right; whoever has come already was there. */
const signups = (personIds: Sql): Sql => sql`select 'SIGNUP' as what, sgn.id, sgn.person_id, sgn.role_id, sgn.shift_id
  from signup sgn join shift sft on sft.id = sgn.shift_id
  where sgn.person_id = any(${personIds}) and ${isActiveSignup(sql`sgn`)} and ${TO_COME} and not ${came(sql`sgn.id`)} and not ${signupHolds(sql`sgn`)}
    and not ${betweenClasses(sql`sgn.guardian_id`, sql`sft`)}`;

/**
 * Sign-ups that say the wrong thing of the right to them (`signup.without_right_since`): it is gone while the shift runs, or of one that
 * is kept for who is between classes; or it is back before the start. They end nothing. Whoever is told of
 * one anew, for they are to confirm a new time, is told under the lock of its role.
 */
const rights = (
  personIds: Sql,
): Sql => sql`select 'RIGHT' as what, sgn.id, sgn.person_id, case when sgn.reconfirm_until is not null then sgn.role_id end as role_id, null::uuid as shift_id
  from signup sgn join shift sft on sft.id = sgn.shift_id
  where sgn.person_id = any(${personIds}) and ${isActiveSignup(sql`sgn`)} and sft.status = 'SCHEDULED' and sft.ends_at > ${now}
    and case when sgn.without_right_since is not null then sft.starts_at > ${now} and ${signupHolds(sql`sgn`)}
      else (sft.starts_at <= ${now} or ${betweenClasses(sql`sgn.guardian_id`, sql`sft`)}) and not ${came(sql`sgn.id`)} and not ${signupHolds(sql`sgn`)} end`;

/** Entries that could still become a place. */
const entries = (personIds: Sql): Sql => sql`select 'ENTRY' as what, wle.id, wle.person_id, wle.role_id, wle.shift_id
  from waitlist_entry wle join shift sft on sft.id = wle.shift_id
  where wle.person_id = any(${personIds}) and ${isInLine(sql`wle`)} and ${TO_COME} and not ${isFor(sql`wle.guardian_id`, sql`wle.shift_id`)}
    and not ${betweenClasses(sql`wle.guardian_id`, sql`sft`)}`;

/** Offers to take over a place, to whoever is asked or has agreed; those of a sign-up end with it, and a code that is open is for anybody. */
const standIns = (
  personIds: Sql,
): Sql => sql`select 'STAND_IN' as what, sti.id, sti.to_person_id as person_id, sti.role_id, sti.shift_id
  from stand_in sti join shift sft on sft.id = sti.shift_id
  where sti.to_person_id = any(${personIds}) and (sti.status = 'PENDING' or sti.status = 'OFFERED' and sti.way <> 'CODE') and ${TO_COME} and not ${isFor(sql`sti.to_id`, sql`sti.shift_id`)}
    and not ${betweenClasses(sql`sti.to_id`, sql`sft`)}`;

/** Lectures that have no time yet; one that has is a sign-up. */
const lectures = (
  personIds: Sql,
): Sql => sql`select 'LECTURE' as what, plc.id, plc.person_id, null::uuid as role_id, null::uuid as shift_id
  from parent_lecture plc
  where plc.person_id = any(${personIds}) and ${isOpenLecture(sql`plc`)} and ${nobodyInClass(sql`plc.guardian_id`, sql`plc.school_class_id`)}`;

/** All of it that is of some persons, each kind by its index of persons. */
export const orphansOf = (personIds: Sql): Sql =>
  join(
    [signups, rights, entries, standIns, lectures].map((kind) => kind(personIds)),
    ' union all ',
  );
