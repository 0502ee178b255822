import {
  allOf,
  always,
  anyOf,
  now,
  raw,
  Scope,
  sql,
  table,
  unlessNever,
  type Condition,
  type Sql,
} from '../../../platform/reading/index.ts';
import { audienceHasKey, mine } from '../../people/index.ts';
import {
  presencesLeftToDistrict,
  signupsDecidedByMe,
  signupsLeftToDistrict,
  standInsDecidedByMe,
  standInsLeftToDistrict,
} from './left-to-district.access.ts';
import { betweenClasses, came, isFor, signupHolds, signupRestsOn } from './rights.facts.ts';
import {
  itsActivity,
  itsShift,
  manageableShifts,
  nearMyChildren,
  published,
  seesPlaces,
  type OfShift,
} from './shifts.access.ts';
import { ACTIVE_SIGNUP, type Signup } from './entities/signup.entity.ts';
import { ENTRY_IN_LINE, type WaitlistEntry } from './entities/waitlist-entry.entity.ts';
import { OPEN_STAND_IN, type StandIn } from './entities/stand-in.entity.ts';
import type { WaitlistSkip } from './entities/waitlist-skip.entity.ts';

/* Access to places in shifts: to sign-ups, entries on waiting lists and stand-ins. */

/** Whoever runs the row's shift sees who has signed up for it. */
const ofShiftsThatIRun: Condition<OfShift> = (row, viewer) => itsShift(row, (shift) => manageableShifts(shift, viewer));

/** The shift of the row has begun: whatever the viewer has of it is a record of theirs, as what is over is. */
const begun = (row: Scope<OfShift>): Sql => itsShift(row, (shift) => sql`${shift}.starts_at <= ${now}`);

/** The shift of the row is for a child of the viewer. */
const forMyFamily = (row: Scope<OfShift>): Sql =>
  itsShift(row, (shift) =>
    itsActivity(shift, (activity) => audienceHasKey(sql`${activity}.audience_id`, mine.audienceKeys)),
  );

/** A sign-up of the viewer's: one that stands as long as it is for a child of theirs, from the next request on not any more. */
function mySignup(row: Scope<Signup>): Sql {
  return allOf([
    sql`${row}.guardian_id = ${mine.guardianId}`,
    anyOf([
      sql`${row}.status in ('CANCELLED', 'REJECTED')`,
      signupRestsOn(sql`${row}.id`, mine.audienceKeys),
      begun(row),
    ]),
  ]);
}

/**
 * A row of a shift to come whose right a day has taken away is as good as ended for whoever runs or counts it, though
 * its end has yet to be written down. This finds what `adriftOf` finds, from the other side.
 */
function rightStands(row: Scope<OfShift>, guardianId: Sql, holds: Sql): Sql {
  return anyOf([begun(row), holds, itsShift(row, (shift) => betweenClasses(guardianId, shift))]);
}

/** A sign-up that is over, or that stands by a right of today. */
export const signupStands = (row: Scope<Signup>): Sql =>
  anyOf([
    sql`${row}.status not in ${raw(ACTIVE_SIGNUP)}`,
    rightStands(row, sql`${row}.guardian_id`, signupHolds(row)),
    came(sql`${row}.id`),
  ]);

const entryStands = (row: Scope<WaitlistEntry>): Sql =>
  anyOf([
    sql`${row}.status not in ${raw(ENTRY_IN_LINE)}`,
    rightStands(row, sql`${row}.guardian_id`, isFor(sql`${row}.guardian_id`, sql`${row}.shift_id`)),
  ]);

/**
 * Guardians are told of places alone, and a place is free once its end is written down: what is asked for most stays as cheap as it
 * is. So do the figures of analysts, who are told of large groups, whatever a day has taken within the hour.
 */
const asCounted =
  <E>(stands: (row: Scope<E>) => Sql): Condition<E> =>
  (row, { staff, school, district }) =>
    staff || school || district ? stands(row) : always;

/** Sign-ups, and entries, that count as standing. */
export const standingSignup: Condition<Signup> = asCounted(signupStands);
export const standingEntry: Condition<WaitlistEntry> = asCounted(entryStands);

/**
 * Sign-ups on which the viewer decides, and on whether the volunteer is let go: as one who runs the shift; where nobody
 * there may, as the district.
 */
export const decidableSignups: Condition<Signup> = (row, viewer) =>
  anyOf([ofShiftsThatIRun(row, viewer), signupsLeftToDistrict(row, viewer)]);
export const decidableStandIns: Condition<StandIn> = (row, viewer) =>
  anyOf([ofShiftsThatIRun(row, viewer), standInsLeftToDistrict(row, viewer)]);

/** Sign-ups of which the viewer notes whether the volunteer came: by the same rule, of what has begun. */
export const notablePresences: Condition<Signup> = (row, viewer) =>
  anyOf([ofShiftsThatIRun(row, viewer), presencesLeftToDistrict(row, viewer)]);

export const visibleSignups: Condition<Signup> = (row, viewer) =>
  anyOf([
    viewer.guardian && mySignup(row),
    allOf([ofShiftsThatIRun(row, viewer), signupStands(row)]),
    allOf([signupsLeftToDistrict(row, viewer), signupStands(row)]),
    presencesLeftToDistrict(row, viewer),
    signupsDecidedByMe(row, viewer),
  ]);

/** Guardians and the staff of a school count the sign-ups of the shifts that they see; district staff and analysts those of their district. */
export const countableSignups: Condition<Signup> = (row, viewer) =>
  anyOf([visibleSignups(row, viewer), allOf([countableToOthers(row, viewer), standingSignup(row, viewer)])]);

const countableToOthers: Condition<OfShift> = (row, viewer) =>
  anyOf([
    (viewer.guardian || viewer.staff) && itsShift(row, (shift) => seesPlaces(shift, viewer)),
    viewer.district && itsShift(row, (shift) => sql`${shift}.district_id = any(${mine.districtIds})`),
    viewer.analyst &&
      itsShift(row, (shift) => allOf([published(shift), sql`${shift}.district_id = any(${mine.analystDistrictIds})`])),
  ]);

/** An entry tells until when a place is held, which is the start of the shift at times: it is seen while the shift is for a child of theirs, or can be. */
function myEntry(row: Scope<WaitlistEntry>): Sql {
  return allOf([
    sql`${row}.guardian_id = ${mine.guardianId}`,
    anyOf([
      forMyFamily(row),
      allOf([sql`${row}.status not in ${raw(ENTRY_IN_LINE)}`, itsShift(row, nearMyChildren)]),
      begun(row),
    ]),
  ]);
}

/** Entries are seen and counted much as sign-ups are: they name a guardian and a shift as well. */
export const visibleWaitlistEntries: Condition<WaitlistEntry> = (row, viewer) =>
  anyOf([viewer.guardian && myEntry(row), allOf([ofShiftsThatIRun(row, viewer), entryStands(row)])]);
export const countableWaitlistEntries: Condition<WaitlistEntry> = (row, viewer) =>
  anyOf([visibleWaitlistEntries(row, viewer), allOf([countableToOthers(row, viewer), standingEntry(row, viewer)])]);

/** Whoever sees an entry sees that it was passed over, and why. */
export const visibleSkips: Condition<WaitlistSkip> = (row, viewer) =>
  row.seenWith('entry', () =>
    unlessNever(
      visibleWaitlistEntries(new Scope('wle'), viewer),
      (seen) => sql`exists (select 1 from ${table('waitlist_entry')} wle where wle.id = ${row}.entry_id and ${seen})`,
    ),
  );

const sgn = new Scope('sgn');

interface OfSignup {
  readonly signup: Signup;
}

/** The row's sign-up meets the condition. */
export function itsSignup(row: Scope<OfSignup>, condition: (signup: Scope<Signup>) => Sql): Sql {
  const signup = row.parent('signup');
  return unlessNever(condition(signup ?? sgn), (met) =>
    signup ? met : sql`(select ${met} from ${table('signup')} sgn where sgn.id = ${row}.signup_id)`,
  );
}

/** An offer tells when the shift begins: it is seen while that is for a child of theirs, or can be. */
function openToMe(row: Scope<StandIn>): Sql {
  return anyOf([
    forMyFamily(row),
    allOf([sql`${row}.status not in ${raw(OPEN_STAND_IN)}`, itsShift(row, nearMyChildren)]),
    begun(row),
  ]);
}

/** An open offer stands as long as whoever gives the place and whoever is to have it have the right to it today. */
const standInStands = (row: Scope<StandIn>): Sql =>
  anyOf([
    sql`${row}.status not in ${raw(OPEN_STAND_IN)}`,
    allOf([
      itsSignup(row, signupStands),
      anyOf([
        sql`(${row}.to_id is null or ${row}.way = 'CODE' and ${row}.status = 'OFFERED')`,
        rightStands(row, sql`${row}.to_id`, isFor(sql`${row}.to_id`, sql`${row}.shift_id`)),
      ]),
    ]),
  ]);

/**
 * Stand-ins of which the viewer is told who goes and who comes, though they know neither family: those on which they
 * decide or have decided.
 */
export const standInsToldBoth: Condition<StandIn> = (row, viewer) =>
  anyOf([decidableStandIns(row, viewer), standInsDecidedByMe(row, viewer)]);

/** The volunteer, whoever is asked, and those who see the sign-up. */
export const visibleStandIns: Condition<StandIn> = (row, viewer) =>
  anyOf([
    viewer.guardian && allOf([sql`${row}.to_id = ${mine.guardianId}`, openToMe(row)]),
    viewer.guardian &&
      allOf([
        itsSignup(row, (signup) => sql`${signup}.guardian_id = ${mine.guardianId}`),
        anyOf([signupRestsOn(sql`${row}.signup_id`, mine.audienceKeys), openToMe(row)]),
      ]),
    allOf([decidableStandIns(row, viewer), standInStands(row)]),
    standInsDecidedByMe(row, viewer),
  ]);
