import {
  inPerson,
  isGuardian,
  type Permissions,
  type StaffRole,
  type Viewer,
  type ViewerShape,
} from '../../platform/auth/index.ts';
import {
  type Alias,
  allOf,
  always,
  anyOf,
  type Condition,
  countsWidely,
  type Found,
  heldBy,
  mine,
  now,
  raw,
  seenWith,
  sql,
  type Sql,
  unlessNever,
} from '../../platform/reading/index.ts';
import { audienceHasKey } from '../people/index.ts';
import { betweenClasses, came, isFor, signupHolds, signupRestsOn } from './rights/rights.facts.ts';
import type { Shift } from './shifts/shift.entity.ts';

export const SIGN_UP = 'volunteering.signup.create';
export const CANCEL_SIGNUP = 'volunteering.signup.cancel';
export const WAIT = 'volunteering.waitlist.join';
export const STAND_IN = 'volunteering.stand-in.offer';
export const DECIDE_ON_LEAVING = 'volunteering.signup.release';
export const RECONFIRM_SIGNUP = 'volunteering.signup.reconfirm';
export const DECIDE_SIGNUP = 'volunteering.signup.decide';
export const CREATE_ACTIVITY = 'volunteering.activity.create';
export const ORGANISE = 'volunteering.activity.organise';
export const EXPORT_TABLES = 'volunteering.roster.export';
export const GET_CERTIFICATE = 'volunteering.certificate.download';

/** Fewer volunteers than this could be recognised by whoever may only count them. */
export const SMALL_GROUP = 5;

const ANSWERS_FOR_FAMILIES: ReadonlySet<StaffRole> = new Set([
  'DISTRICT_ADMIN',
  'SCHOOL_ADMIN',
  'GRADE_HEAD',
  'HOMEROOM_TEACHER',
]);

/** Whoever works at a school may be named the organiser of an activity there; which ones they manage is `manageableActivities`. */
const mayOrganise = (viewer: Pick<Viewer, 'staffSchoolIds' | 'districtIds'>): boolean =>
  viewer.staffSchoolIds.length > 0 || viewer.districtIds.length > 0;

export const permissions: Permissions = {
  [SIGN_UP]: { description: 'Sign up for a role of a shift (报名).', heldBy: isGuardian },
  [CANCEL_SIGNUP]: { description: "Take back one's own sign-up (取消报名).", heldBy: isGuardian },
  [WAIT]: {
    description: 'Wait for a place in a role that is full, and take it or leave it (候补).',
    heldBy: isGuardian,
  },
  [STAND_IN]: {
    description: "Offer one's own place to somebody else, and take over such a place (替班).",
    heldBy: isGuardian,
  },
  [DECIDE_ON_LEAVING]: {
    description: 'Let a volunteer go, or have somebody else come instead (审批取消与替班).',
    heldBy: inPerson(mayOrganise),
  },
  [RECONFIRM_SIGNUP]: {
    description: "Confirm one's own sign-up again after the time has changed (再次确认报名).",
    heldBy: isGuardian,
  },
  [CREATE_ACTIVITY]: {
    description: 'Begin a volunteer activity for the part of the organisation that one answers for (发起志愿活动).',
    heldBy: ({ assignments }) => assignments.some(({ role }) => ANSWERS_FOR_FAMILIES.has(role)),
  },
  [ORGANISE]: {
    description: 'Prepare, publish, change and cancel volunteer activities and their shifts (组织志愿活动).',
    heldBy: mayOrganise,
  },
  [EXPORT_TABLES]: {
    description: 'Export rosters of shifts that one organises, and hours of the own school (导出名单与时长).',
    heldBy: inPerson(mayOrganise),
  },
  [GET_CERTIFICATE]: {
    description: "Get one's own certificate as a file, or one of a volunteer of one's school (下载证明).",
    heldBy: inPerson((viewer) => isGuardian(viewer) || viewer.schoolIds.length > 0),
  },
  [DECIDE_SIGNUP]: {
    description: 'Approve or decline sign-ups of activities that one organises (审核报名).',
    heldBy: inPerson(mayOrganise),
  },
};

/** Volunteers see an activity or a shift from its publication on, also when it is cancelled later. */
function published(row: Alias): Sql {
  return sql`${row}.published_at is not null`;
}

/** Of a school that a child of the viewer goes to, or of the district that it lies in. */
function nearMyChildren(row: Alias): Sql {
  return anyOf([
    sql`${row}.school_id = any(${mine.childSchoolIds})`,
    sql`(${row}.school_id is null and ${row}.district_id = any(${mine.childDistrictIds}))`,
  ]);
}

const act = raw('act');
const sft = raw('sft');

/** The same for all that hang on a school at hand: none of them has to be looked at where the school is of another district. */
function ofDistricts(row: Alias, districtIds: Sql): Sql {
  return sql`${heldBy(row, 'school_id') ?? row}.district_id = any(${districtIds})`;
}

/** The rule for activities and shifts alike: both name a district and perhaps a school. */
function ofSchoolOrDistrict(organisedByMe: (row: Alias) => Sql): Condition {
  return (row, viewer) =>
    anyOf([
      viewer.guardian && allOf([published(row), nearMyChildren(row)]),
      viewer.staff &&
        allOf([sql`${row}.school_id = any(${mine.staffSchoolIds})`, anyOf([published(row), organisedByMe(row)])]),
      viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
      viewer.district && ofDistricts(row, mine.districtIds),
      viewer.analyst && allOf([published(row), ofDistricts(row, mine.analystDistrictIds)]),
    ]);
}

export const visibleActivities: Condition = ofSchoolOrDistrict((row) => sql`${row}.organiser_id = ${mine.staffId}`);

/** The row's activity meets the condition. */
function itsActivity(row: Alias, condition: (activity: Alias) => Sql): Sql {
  const activity = heldBy(row, 'activity_id');
  return unlessNever(condition(activity ?? act), (met) =>
    activity ? met : sql`(select ${met} from volunteer_activity act where act.id = ${row}.activity_id)`,
  );
}

function shiftOrganisedByMe(shift: Alias): Sql {
  return itsActivity(shift, (activity) => sql`${activity}.organiser_id = ${mine.staffId}`);
}

export const visibleShifts: Condition = ofSchoolOrDistrict(shiftOrganisedByMe);

export function shiftsFoundBy(viewer: ViewerShape): readonly Found<Shift>[] {
  return [
    ...(viewer.district ? [{ by: 'district' as const, among: mine.districtIds }] : []),
    ...(viewer.analyst ? [{ by: 'district' as const, among: mine.analystDistrictIds }] : []),
    ...(viewer.staff ? [{ by: 'school' as const, among: mine.staffSchoolIds }] : []),
    ...(viewer.guardian
      ? [
          { by: 'school' as const, among: mine.childSchoolIds },
          {
            by: 'district' as const,
            among: mine.childDistrictIds,
            where: (row: Alias) => sql`${row}.school_id is null`,
          },
        ]
      : []),
  ];
}

/** Administrators manage what their school or district organises, the organiser what is their own as long as they work there. */
export const manageableActivities: Condition = (row, viewer) =>
  anyOf([
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
    viewer.staff &&
      allOf([sql`${row}.organiser_id = ${mine.staffId}`, sql`${row}.school_id = any(${mine.staffSchoolIds})`]),
  ]);

/** Whose shifts one may prepare, move and call off: a district also its schools', though it does not see who has signed up there. */
export const organisableShifts: Condition = (row, viewer) =>
  itsActivity(row, (activity) => manageableActivities(activity, viewer));

/** The rule of a series tells of drafts: it is for those who make them. */
export const visibleSeries: Condition = organisableShifts;

export const visibleRoles: Condition = (row, viewer) =>
  seenWith(row, 'shift_id', () =>
    unlessNever(
      visibleShifts(sft, viewer),
      (seen) => sql`exists (select 1 from shift sft where sft.id = ${row}.shift_id and ${seen})`,
    ),
  );

/** The row's shift meets the condition: a look-up by its key, never a scan of all shifts. */
export function itsShift(row: Alias, condition: (shift: Alias) => Sql): Sql {
  const shift = heldBy(row, 'shift_id');
  return unlessNever(condition(shift ?? sft), (met) =>
    shift ? met : sql`(select ${met} from shift sft where sft.id = ${row}.shift_id)`,
  );
}

/** Who runs a shift: its organiser while they still have a role there, its school's administrators; the district's for its own. */
export const manageableShifts: Condition = (row, viewer) =>
  anyOf([
    viewer.staff && allOf([sql`${row}.school_id = any(${mine.staffSchoolIds})`, shiftOrganisedByMe(row)]),
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && sql`(${row}.school_id is null and ${row}.district_id = any(${mine.districtIds}))`,
  ]);

/** Of which shifts somebody knows how many stand on its lists: who runs it, and a district, which counts what it does not see. */
export const countedShifts: Condition = (row, viewer) =>
  anyOf([manageableShifts(row, viewer), countsWidely(viewer) && sql`${row}.district_id = any(${mine.districtIds})`]);

/** Of which shifts somebody sees who stands on the lists: who runs it all of them, families near whom it is their own. */
export const shiftsOfSeenLists: Condition = (row, viewer) =>
  anyOf([manageableShifts(row, viewer), viewer.guardian && allOf([published(row), nearMyChildren(row)])]);
export const rolesOfSeenLists: Condition = (row, viewer) => itsShift(row, (shift) => shiftsOfSeenLists(shift, viewer));

export const rolesOfCountedShifts: Condition = (row, viewer) => itsShift(row, (shift) => countedShifts(shift, viewer));

/** Of which shifts somebody is told how many came: these, and of their district whoever counts for it, large groups at least. */
export const shiftsInMyFigures: Condition = (row, viewer) =>
  anyOf([
    manageableShifts(row, viewer),
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
    viewer.analyst && allOf([published(row), sql`${row}.district_id = any(${mine.analystDistrictIds})`]),
  ]);

/** Whoever sees how many places are taken knows how many have signed up: families near whom it is open, and the staff of the school. */
const seesPlaces: Condition = (row, viewer) =>
  allOf([
    published(row),
    anyOf([
      viewer.guardian && nearMyChildren(row),
      viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    ]),
  ]);

/** Of which shifts, of their roles and of which activities, somebody is told how many have signed up: these, and those of which they see the places. */
export const shiftsToldOf: Condition = (row, viewer) =>
  anyOf([shiftsInMyFigures(row, viewer), seesPlaces(row, viewer)]);
export const rolesToldOf: Condition = (row, viewer) => itsShift(row, (shift) => shiftsToldOf(shift, viewer));
export const activitiesToldOf: Condition = (row, viewer) =>
  anyOf([
    manageableActivities(row, viewer),
    viewer.analyst && allOf([published(row), sql`${row}.district_id = any(${mine.analystDistrictIds})`]),
    seesPlaces(row, viewer),
  ]);

/** Whoever runs the row's shift sees who has signed up for it. */
const ofShiftsThatIRun: Condition = (row, viewer) => itsShift(row, (shift) => manageableShifts(shift, viewer));

/** What of the viewer's own is over is a record of theirs; so is what has begun. */
const begun = (row: Alias): Sql => itsShift(row, (shift) => sql`${shift}.starts_at <= ${now}`);

/** The shift of the row is for a child of the viewer. */
const forMyFamily = (row: Alias): Sql =>
  itsShift(row, (shift) =>
    itsActivity(shift, (activity) => audienceHasKey(sql`${activity}.audience_id`, mine.audienceKeys)),
  );

/** A sign-up of the viewer's: one that stands as long as it is for a child of theirs, from the next request on not any more. */
function mySignup(row: Alias): Sql {
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
 * Of a shift to come, what a day has taken the right from is as good as ended for whoever runs or counts it, though its end has
 * yet to be written down. It is what `adriftOf` finds, from the other side.
 */
function rightStands(row: Alias, guardianId: Sql, holds: Sql): Sql {
  return anyOf([begun(row), holds, itsShift(row, (shift) => betweenClasses(guardianId, shift))]);
}

/** A sign-up that is over, or that stands by a right of today. */
export const signupStands = (row: Alias): Sql =>
  anyOf([
    sql`${row}.status not in ('PENDING', 'CONFIRMED')`,
    rightStands(row, sql`${row}.guardian_id`, signupHolds(row)),
    came(sql`${row}.id`),
  ]);

const entryStands = (row: Alias): Sql =>
  anyOf([
    sql`${row}.status not in ('WAITING', 'OFFERED')`,
    rightStands(row, sql`${row}.guardian_id`, isFor(sql`${row}.guardian_id`, sql`${row}.shift_id`)),
  ]);

/**
 * Guardians are told of places alone, and a place is free once its end is written down: what is asked for most stays as cheap as it
 * is. So do the figures of analysts, who are told of large groups, whatever a day has taken within the hour.
 */
const asCounted =
  (stands: (row: Alias) => Sql): Condition =>
  (row, { staff, school, district }) =>
    staff || school || district ? stands(row) : always;

/** What is counted of those that stand. */
export const standingSignup: Condition = asCounted(signupStands);
export const standingEntry: Condition = asCounted(entryStands);

export const visibleSignups: Condition = (row, viewer) =>
  anyOf([viewer.guardian && mySignup(row), allOf([ofShiftsThatIRun(row, viewer), signupStands(row)])]);

/** Guardians and the staff of a school count the sign-ups of the shifts that they see; district staff and analysts those of their district. */
export const countableSignups: Condition = (row, viewer) =>
  anyOf([visibleSignups(row, viewer), allOf([countableToOthers(row, viewer), standingSignup(row, viewer)])]);

const countableToOthers: Condition = (row, viewer) =>
  anyOf([
    (viewer.guardian || viewer.staff) && itsShift(row, (shift) => seesPlaces(shift, viewer)),
    viewer.district && itsShift(row, (shift) => sql`${shift}.district_id = any(${mine.districtIds})`),
    viewer.analyst &&
      itsShift(row, (shift) => allOf([published(shift), sql`${shift}.district_id = any(${mine.analystDistrictIds})`])),
  ]);

/** An entry tells until when a place is held, which is the start of the shift at times: it is seen while the shift is for a child of theirs, or can be. */
function myEntry(row: Alias): Sql {
  return allOf([
    sql`${row}.guardian_id = ${mine.guardianId}`,
    anyOf([
      forMyFamily(row),
      allOf([sql`${row}.status not in ('WAITING', 'OFFERED')`, itsShift(row, nearMyChildren)]),
      begun(row),
    ]),
  ]);
}

/** Who waits is seen and counted much as who has signed up: an entry names a guardian and a shift as well. */
export const visibleWaitlistEntries: Condition = (row, viewer) =>
  anyOf([viewer.guardian && myEntry(row), allOf([ofShiftsThatIRun(row, viewer), entryStands(row)])]);
export const countableWaitlistEntries: Condition = (row, viewer) =>
  anyOf([visibleWaitlistEntries(row, viewer), allOf([countableToOthers(row, viewer), standingEntry(row, viewer)])]);

/** Who was passed over, and why, is seen by whoever sees who waits. */
export const visibleSkips: Condition = (row, viewer) =>
  seenWith(row, 'entry_id', () =>
    unlessNever(
      visibleWaitlistEntries(raw('wle'), viewer),
      (seen) => sql`exists (select 1 from waitlist_entry wle where wle.id = ${row}.entry_id and ${seen})`,
    ),
  );

const sgn = raw('sgn');

/** The row's sign-up meets the condition. */
export function itsSignup(row: Alias, condition: (signup: Alias) => Sql): Sql {
  const signup = heldBy(row, 'signup_id');
  return unlessNever(condition(signup ?? sgn), (met) =>
    signup ? met : sql`(select ${met} from signup sgn where sgn.id = ${row}.signup_id)`,
  );
}

/** An offer tells when the shift begins: it is seen while that is for a child of theirs, or can be. */
function openToMe(row: Alias): Sql {
  return anyOf([
    forMyFamily(row),
    allOf([sql`${row}.status not in ('OFFERED', 'PENDING')`, itsShift(row, nearMyChildren)]),
    begun(row),
  ]);
}

/** An open offer stands as long as whoever gives the place and whoever is to have it have the right to it today. */
const standInStands = (row: Alias): Sql =>
  anyOf([
    sql`${row}.status not in ('OFFERED', 'PENDING')`,
    allOf([
      itsSignup(row, signupStands),
      anyOf([
        sql`${row}.to_id is null`,
        rightStands(row, sql`${row}.to_id`, isFor(sql`${row}.to_id`, sql`${row}.shift_id`)),
      ]),
    ]),
  ]);

/** The volunteer, whoever is asked, and those who see the sign-up. */
export const visibleStandIns: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && allOf([sql`${row}.to_id = ${mine.guardianId}`, openToMe(row)]),
    viewer.guardian &&
      allOf([
        itsSignup(row, (signup) => sql`${signup}.guardian_id = ${mine.guardianId}`),
        anyOf([signupRestsOn(sql`${row}.signup_id`, mine.audienceKeys), openToMe(row)]),
      ]),
    allOf([ofShiftsThatIRun(row, viewer), standInStands(row)]),
  ]);
