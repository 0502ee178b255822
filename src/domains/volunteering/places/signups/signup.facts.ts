import type { Viewer } from '../../../../platform/auth/index.ts';
import { allOf, now, raw, sql, table, type Alias, type Scope, type Sql } from '../../../../platform/reading/index.ts';
import {
  assignmentHolds,
  audienceHasKey,
  audienceKeysOfGuardian,
  guardiansOfMyChildren,
  isToldOfLargeGroupsOnly,
  mine,
} from '../../../people/index.ts';
import { personIsBusy, viewerIsBusy } from '../../../timetable/index.ts';
import type { CancelSignupFacts, SignupFacts } from './signup.blockers.ts';
import { isActiveSignup, isQualified, type Shift, type ShiftRole } from '../../model/index.ts';

/**
 * Facts of PostgreSQL about somebody and a shift: by position, for they are read for each role of a board, and times as
 * texts.
 */
type ShiftFactsRead = readonly [
  scheduled: boolean,
  opensAt: string,
  closesAt: string,
  startsAt: string,
  alreadySignedUp: boolean,
  eligible: boolean,
  suspendedUntil: string | null,
  overlaps: boolean,
];

/** Facts of PostgreSQL about them and a role. */
export type SignupFactsRead = readonly [
  ofShift: ShiftFactsRead,
  capacity: number,
  placesTaken: number,
  qualified: boolean,
];

/** A role `rol` with all that decides whether somebody can sign up for it: the read side and the commands look at the same. */
export const ROLE_AND_SHIFT: Sql = sql`${table('shift_role')} rol join ${table('shift')} sft on sft.id = rol.shift_id
  join ${table('volunteer_activity')} act on act.id = sft.activity_id`;

/** The rows that facts are told from. */
interface FactRows {
  readonly role: Alias;
  readonly shift: Alias;
  readonly activity: Alias;
}

const BY_THEIR_NAMES: FactRows = { role: raw('rol'), shift: raw('sft'), activity: raw('act') };

/** The person whose facts are asked for. */
export interface SignupSubject {
  readonly personId: Sql;
  /** Keys of the audiences that their children belong to. */
  readonly audienceKeys: Sql;
  /** Whether their time is taken between two moments, where that is asked in another way than of anybody. */
  readonly isBusy?: (from: Sql, to: Sql) => Sql;
}

export const theViewer: SignupSubject = { personId: mine.personId, audienceKeys: mine.audienceKeys };

/** The viewer, whose rights are read from the tables: who writes decides by what they are now. */
export const theCaller: SignupSubject = {
  personId: mine.personId,
  audienceKeys: audienceKeysOfGuardian(mine.guardianId),
};

/** The viewer, who is told of many shifts. */
const theReader: SignupSubject = { ...theViewer, isBusy: viewerIsBusy };

/** Somebody else, e.g. the next one on a waiting list: SQL of a row that has `guardian_id` and `person_id`. */
export function volunteerOf(row: Alias): SignupSubject {
  return { personId: sql`${row}.person_id`, audienceKeys: audienceKeysOfGuardian(sql`${row}.guardian_id`) };
}

const signedUp = (
  { personId }: SignupSubject,
  { shift }: Pick<FactRows, 'shift'>,
): Sql => sql`exists (select 1 from ${table('signup')} sgn where sgn.person_id = ${personId}
    and sgn.shift_id = ${shift}.id and ${isActiveSignup(sql`sgn`)})`;

const eligible = ({ audienceKeys }: SignupSubject, { activity }: Pick<FactRows, 'activity'>): Sql =>
  audienceHasKey(sql`${activity}.audience_id`, audienceKeys);

const suspendedUntil = (
  { personId }: SignupSubject,
  { shift }: Pick<FactRows, 'shift'>,
): Sql => sql`(select max(sus.ends_at) from ${table('volunteer_suspension')} sus
    where sus.person_id = ${personId} and sus.district_id = ${shift}.district_id and (sus.school_id is null or sus.school_id = ${shift}.school_id)
    and sus.lifted_at is null and sus.starts_at <= ${now})`;

/** The person is suspended there, or lacks what the role asks for: they could not take a place that is kept for them. From ROLE_AND_SHIFT. */
export function keptFromServing(personId: Sql): Sql {
  const who = { personId, audienceKeys: mine.audienceKeys };
  return sql`(coalesce(${suspendedUntil(who, BY_THEIR_NAMES)} > ${now}, false) or not ${isQualified(personId, BY_THEIR_NAMES)})`;
}

const busy = (
  { personId, isBusy = (from, to) => personIsBusy(personId, from, to) }: SignupSubject,
  { shift }: Pick<FactRows, 'shift'>,
): Sql => isBusy(sql`${shift}.starts_at`, sql`${shift}.ends_at`);

/**
 * Where the organiser confirms, whoever has asked comes before those who wait: their requests count as places while
 * anybody waits, or a newcomer could ask past the list.
 */
const placesSpokenFor = ({
  role,
}: Pick<FactRows, 'role'>): Sql => sql`${role}.places_taken + case when ${role}.approval_required
    and exists (select 1 from ${table('waitlist_entry')} wle where wle.role_id = ${role}.id and wle.status = 'WAITING')
  then (select count(*) from ${table('signup')} sgn where sgn.role_id = ${role}.id and sgn.status = 'PENDING') else 0 end`;

/** The place of a parent lecture is its guardian's, whatever time it is moved to: nobody else signs up for it. */
const closesAt = ({ shift, activity }: Omit<FactRows, 'role'>): Sql => sql`case when ${activity}.kind = 'PARENT_LECTURE'
    and exists (select 1 from ${table('parent_lecture')} plc where plc.shift_id = ${shift}.id)
  then ${shift}.published_at else ${shift}.signup_closes_at end`;

const shiftFactsOf = (who: SignupSubject, of: Omit<FactRows, 'role'>): Sql => sql`json_build_array(
  ${of.shift}.status = 'SCHEDULED', ${of.shift}.signup_opens_at, ${closesAt(of)}, ${of.shift}.starts_at,
  ${signedUp(who, of)}, ${eligible(who, of)}, ${suspendedUntil(who, of)}, ${busy(who, of)})`;

const roleFactsOf = (who: SignupSubject, of: Omit<FactRows, 'activity'>, ofShift: Sql): Sql => sql`json_build_array(
  ${ofShift}, ${of.role}.capacity, ${placesSpokenFor(of)}, ${isQualified(who.personId, of)})`;

/** The facts of `blockersFor` about somebody, from ROLE_AND_SHIFT. */
export function signupFactsOf(who: SignupSubject): Sql {
  return roleFactsOf(who, BY_THEIR_NAMES, shiftFactsOf(who, BY_THEIR_NAMES));
}

/**
 * True where somebody runs what they sign up for, or may change what it asks, or has run or changed it, and it asks or has asked volunteers
 * for something: of a role that they have loosened they would take themself in. From ROLE_AND_SHIFT; of that PostgreSQL has the last word.
 */
export function takenInByAnother({ personId }: Pick<SignupSubject, 'personId'>): Sql {
  return sql`(act.selective and exists (select 1 from staff run where run.person_id = ${personId} and (run.id = act.organiser_id or run.id = any(act.run_by)
    or exists (select 1 from staff_assignment asg where asg.staff_id = run.id and ${assignmentHolds(sql`asg`)}
      and (asg.role = 'DISTRICT_ADMIN' and asg.district_id = act.district_id or asg.role = 'SCHOOL_ADMIN' and asg.school_id = act.school_id)))))`;
}

/** The facts that are the same for all roles of a shift. */
function shiftFacts(shift: Scope<Shift>): Sql {
  const activity = shift.parent('activity');
  if (activity) return shiftFactsOf(theReader, { shift, activity });
  return sql`(select ${shiftFactsOf(theReader, { ...BY_THEIR_NAMES, shift })} from ${table('volunteer_activity')} act where act.id = ${shift}.activity_id)`;
}

/** The facts for a role under any other name than those of ROLE_AND_SHIFT, of its shift where a statement has that at hand. */
export function signupFacts(role: Scope<ShiftRole>): Sql {
  const shift = role.parent('shift');
  if (!shift) return sql`select ${signupFactsOf(theReader)} from ${ROLE_AND_SHIFT} where rol.id = ${role}.id`;
  return sql`select ${roleFactsOf(theReader, { role, shift }, shift.once(shiftFacts))}`;
}

/** True where nothing about the person stands against it; whether there is a place, and whether it is time, is another matter. */
export function couldServe(roleId: Sql, who: SignupSubject): Sql {
  const of = BY_THEIR_NAMES;
  return sql`exists (select 1 from ${ROLE_AND_SHIFT} where ${allOf([
    sql`rol.id = ${roleId}`,
    sql`not ${signedUp(who, of)}`,
    eligible(who, of),
    sql`coalesce(${suspendedUntil(who, of)} <= ${now}, true)`,
    isQualified(who.personId, of),
    sql`not ${busy(who, of)}`,
  ])})`;
}

/** The other guardians of the viewer's children who live with them and could serve in the role at that time: `guardian` is a row of theirs. */
export function freeInMyHouseholds(guardian: Alias, roleId: Sql): Sql {
  return allOf([
    sql`${guardian}.id = any(${guardiansOfMyChildren})`,
    sql`${guardian}.id <> ${mine.guardianId}`,
    couldServe(roleId, {
      personId: sql`${guardian}.person_id`,
      audienceKeys: audienceKeysOfGuardian(sql`${guardian}.id`),
    }),
  ]);
}

/** The row `engagement` is the viewer's own time, and stands in the way of the role. */
export function clashesWithMyTime(engagement: Alias, roleId: Sql): Sql {
  return sql`${engagement}.subject = ${mine.personId} and ${engagement}.status = 'ACTIVE'
    and ${engagement}.during && (select tstzrange(sft.starts_at, sft.ends_at) from ${table('shift_role')} rol join ${table('shift')} sft on sft.id = rol.shift_id where rol.id = ${roleId})
    and not exists (select 1 from ${table('signup')} sgn join ${table('shift_role')} own on own.shift_id = sgn.shift_id
      where sgn.id = ${engagement}.source_id and own.id = ${roleId} and ${engagement}.kind = 'SHIFT_SIGNUP')`;
}

export function signupFactsAt(now: Date, [ofShift, capacity, placesTaken, qualified]: SignupFactsRead): SignupFacts {
  const [scheduled, opensAt, closesAt, startsAt, alreadySignedUp, eligible, suspendedUntil, overlaps] = ofShift;
  return {
    now,
    scheduled,
    capacity,
    placesTaken,
    alreadySignedUp,
    eligible,
    qualified,
    overlaps,
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
    startsAt: new Date(startsAt),
    suspendedUntil: suspendedUntil === null ? null : new Date(suspendedUntil),
  };
}

export interface CancelFactsRead {
  readonly own: boolean;
  readonly active: boolean;
  readonly cancelUntil: string;
  readonly startsAt: string;
  readonly requested: boolean;
}

/** The facts of `cancelBlockersFor` and `requestBlockersFor`. */
export function cancelFacts(signup: Alias): Sql {
  return sql`select json_build_object(
      'own', ${signup}.person_id is not distinct from ${mine.personId},
      'active', ${isActiveSignup(signup)},
      'cancelUntil', sft.cancel_until, 'startsAt', sft.starts_at, 'requested', ${signup}.cancel_requested_at is not null)
    from ${table('shift')} sft where sft.id = ${signup}.shift_id`;
}

export function cancelFactsAt(now: Date, read: CancelFactsRead): CancelSignupFacts {
  return { ...read, now, cancelUntil: new Date(read.cancelUntil), startsAt: new Date(read.startsAt) };
}

/** Analysts are told whether a role is full by its places alone, where these are told: they have no place to look for. */
export function signupFactsFor(viewer: Viewer, at: Date, read: SignupFactsRead): SignupFacts {
  const facts = signupFactsAt(at, read);
  return viewer.guardianId === null && isToldOfLargeGroupsOnly(viewer.shape) ? { ...facts, placesTaken: 0 } : facts;
}

/** When the shift of a sign-up begins, given its id. */
export const startOfSignup = (id: Sql): Sql =>
  sql`(select sft.starts_at from ${table('signup')} sgn join ${table('shift')} sft on sft.id = sgn.shift_id where sgn.id = ${id})`;
