import {
  aCertifiedRecord,
  aGuardian,
  aGuardianship,
  aHouseholdGuardian,
  anEngagement,
  aParentLecture,
  aPerson,
  aRoleRequest,
  aServiceCertificate,
  aServiceRecord,
  aSignup,
  aStandIn,
  aStaffIdentity,
  aVolunteerQualification,
  aVolunteerSuspension,
  certifiedService,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import {
  family,
  openShift,
  scheduledLecture,
  signedUp,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { StaffIdentity, StaffIdentityStatus } from '../../src/domains/identity/index.ts';
import {
  Guardian,
  Guardianship,
  GuardianshipStatus,
  HouseholdGuardian,
  Person,
  RoleRequest,
  StaffRole,
} from '../../src/domains/people/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import {
  CertifiedRecord,
  ParentLecture,
  ServiceCertificate,
  ServiceRecord,
  ServiceSource,
  ServiceStatus,
  Signup,
  SignupStatus,
  StandIn,
  StandInStatus,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../src/domains/volunteering/index.ts';

/** A parent who holds every role there is at the school of their child and above it, so that nothing but their own case stands against them. */
export interface OwnCase {
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly own: Family;
  readonly me: StaffMember;
  /** Somebody else with the same roles. */
  readonly other: StaffMember;
}

/** How it comes to be about the caller; answers the input of the mutation. */
type Arrange = (world: OwnCase) => Promise<Readonly<Record<string, unknown>>>;

export interface Decides {
  /** Whose case it is, in words. */
  readonly own: string;
  readonly code: string;
  readonly arrange: Arrange;
}

const REASON = '自己的事';
const DAY = 24 * 60;

async function signup({ scenario, own, other, school }: OwnCase, status: SignupStatus, startsIn = DAY) {
  const startsAt = scenario.at(startsIn);
  const offered = await openShift(scenario, other, {
    school,
    shift: {
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      signupOpensAt: scenario.at(startsIn - 10 * DAY),
    },
    activity: { publishedAt: scenario.at(startsIn - 20 * DAY) },
    role: { approvalRequired: status === SignupStatus.PENDING },
  });
  if (status === SignupStatus.CONFIRMED) return { ...offered, signup: await signedUp(scenario, offered, own) };
  const made = aSignup({
    role: offered.role,
    guardian: own.parent.guardian,
    household: own.household,
    status,
    signedUpAt: scenario.at(-60),
  });
  await scenario.write((put) => {
    put(Signup, made);
    put(
      Engagement,
      anEngagement({
        person: own.parent.person,
        sourceId: made.id,
        kind: EngagementKind.SHIFT_SIGNUP,
        startsAt,
        endsAt: offered.shift.endsAt,
      }),
    );
  });
  return { ...offered, signup: made };
}

async function record(world: OwnCase, status: ServiceStatus) {
  const served = await signup(world, SignupStatus.CONFIRMED, -DAY);
  const made = aServiceRecord({
    ...served,
    status,
    source: ServiceSource.SUPPLEMENTED,
    filedBy: world.own.parent.person,
    approver: status === ServiceStatus.APPROVED ? world.other.person : null,
  });
  await world.scenario.write((put) => put(ServiceRecord, made));
  return { ...served, record: made };
}

async function lecture({ scenario, own, schoolClass }: OwnCase) {
  const made = aParentLecture({ schoolClass, guardian: own.parent.guardian, proposedAt: scenario.at(-120) });
  await scenario.write((put) => put(ParentLecture, made));
  return { lectureId: `parent-lecture_${made.id}` };
}

let lectures = 0;

/** Another guardian of the caller's own child. */
async function tieOfOwnChild({ scenario, own }: OwnCase, status: GuardianshipStatus) {
  const person = aPerson();
  const guardian = aGuardian({ person });
  const tie = aGuardianship({
    guardian,
    student: own.students[0]!,
    status,
    dataAccess: status === GuardianshipStatus.ACTIVE,
    ...(status === GuardianshipStatus.BLOCKED && { approvedBeforeBlock: true, dataAccessBeforeBlock: true }),
  });
  await scenario.write((put) => {
    put(Person, person);
    put(Guardian, guardian);
    put(Guardianship, tie);
    if (status === GuardianshipStatus.ACTIVE || status === GuardianshipStatus.BLOCKED)
      put(HouseholdGuardian, aHouseholdGuardian({ household: own.household, guardian }));
  });
  return { guardianshipId: `guardianship_${tie.id}`, guardianId: `guardian_${guardian.id}` };
}

async function suspension({ scenario, own, school, other }: OwnCase) {
  const made = aVolunteerSuspension({
    person: own.parent.person,
    district: scenario.district,
    school,
    startsAt: scenario.at(-60),
    cause: 'DECISION' as never,
    decidedBy: other.staff,
  });
  await scenario.write((put) => put(VolunteerSuspension, made));
  return made;
}

async function roleRequest({ scenario }: OwnCase, staff: StaffMember, askedBy: StaffMember) {
  const made = aRoleRequest({
    staff: staff.staff,
    askedBy: askedBy.staff,
    role: StaffRole.ANALYST,
    district: scenario.district,
    expiresAt: scenario.at(DAY),
  });
  await scenario.write((put) => put(RoleRequest, made));
  return { requestIds: [`role-request_${made.id}`] };
}

async function pendingIdentity({ scenario }: OwnCase, staff: StaffMember, linkedBy: StaffMember) {
  const made = aStaffIdentity({
    account: staff.account,
    status: StaffIdentityStatus.PENDING,
    linkedAlone: false,
    linkedBy: linkedBy.staff,
  });
  await scenario.write((put) => put(StaffIdentity, made));
  return { staffIdentityIds: [`staff-identity_${made.id}`] };
}

const signupsOf = async (world: OwnCase) => ({
  signupIds: [`signup_${(await signup(world, SignupStatus.PENDING)).signup.id}`],
});
const recordOf = async (world: OwnCase) => ({
  recordIds: [`service-record_${(await record(world, ServiceStatus.PENDING)).record.id}`],
});
const guardianOf = ({ own }: OwnCase) => `guardian_${own.parent.guardian.id}`;
const ownTie = ({ own }: OwnCase) => `guardianship_${own.parent.guardianships[0]!.id}`;

/** What decides about somebody: who is the caller's own, how the test makes it so, and how it is refused. */
export const DECIDES: Readonly<Record<string, readonly Decides[]>> = {
  acceptParentLecture: [{ own: 'who gives it', code: 'OWN', arrange: lecture }],
  declineParentLecture: [
    { own: 'who gives it', code: 'OWN', arrange: async (world) => ({ ...(await lecture(world)), reason: REASON }) },
  ],
  scheduleParentLecture: [
    {
      own: 'who gives it',
      code: 'OWN',
      arrange: async (world) => ({
        ...(await lecture(world)),
        startsAt: world.scenario.at((5 + (lectures += 1)) * DAY),
        place: '教室',
      }),
    },
  ],
  cancelParentLecture: [
    {
      own: 'who gives it',
      code: 'OWN',
      arrange: async (world) => ({
        lectureId: `parent-lecture_${(await scheduledLecture(world.scenario, world.other, world.schoolClass, world.own, { startsAt: world.scenario.at((5 + (lectures += 1)) * DAY) })).lecture.id}`,
        reason: REASON,
      }),
    },
  ],
  approveGuardianship: [
    {
      own: 'who asks',
      code: 'OWN_REQUEST',
      arrange: async (world) => {
        await world.scenario.pool.query(
          "update guardianship set status = 'PENDING', data_access = false where id = $1",
          [world.own.parent.guardianships[0]!.id],
        );
        return { guardianshipId: ownTie(world) };
      },
    },
    {
      own: 'another guardian of the own child',
      code: 'OWN_REQUEST',
      arrange: async (world) => ({
        guardianshipId: (await tieOfOwnChild(world, GuardianshipStatus.PENDING)).guardianshipId,
      }),
    },
  ],
  rejectGuardianship: [
    {
      own: 'another guardian of the own child',
      code: 'OWN_REQUEST',
      arrange: async (world) => ({
        guardianshipId: (await tieOfOwnChild(world, GuardianshipStatus.PENDING)).guardianshipId,
        reason: REASON,
      }),
    },
  ],
  blockGuardian: [
    {
      own: 'the guardian',
      code: 'OWN',
      arrange: (world) => Promise.resolve({ guardianshipId: ownTie(world), reason: REASON }),
    },
    {
      own: 'another guardian of the own child',
      code: 'OWN',
      arrange: async (world) => ({
        guardianshipId: (await tieOfOwnChild(world, GuardianshipStatus.ACTIVE)).guardianshipId,
        reason: REASON,
      }),
    },
  ],
  unblockGuardian: [
    {
      own: 'another guardian of the own child',
      code: 'OWN',
      arrange: async (world) => ({
        guardianshipId: (await tieOfOwnChild(world, GuardianshipStatus.BLOCKED)).guardianshipId,
        reason: REASON,
      }),
    },
  ],
  endGuardianship: [
    {
      own: 'the guardian',
      code: 'OWN',
      arrange: (world) => Promise.resolve({ guardianshipId: ownTie(world), reason: REASON }),
    },
    {
      own: 'another guardian of the own child',
      code: 'OWN',
      arrange: async (world) => ({
        guardianshipId: (await tieOfOwnChild(world, GuardianshipStatus.ACTIVE)).guardianshipId,
        reason: REASON,
      }),
    },
  ],
  correctGuardianName: [
    {
      own: 'the guardian',
      code: 'OWN',
      arrange: (world) => Promise.resolve({ guardianId: guardianOf(world), name: '改名' }),
    },
    {
      own: 'another guardian of the own child',
      code: 'OWN',
      arrange: async (world) => ({
        guardianId: (await tieOfOwnChild(world, GuardianshipStatus.ACTIVE)).guardianId,
        name: '改名',
      }),
    },
  ],
  approveRoleRequests: [
    { own: 'who asked', code: 'OWN', arrange: (world) => roleRequest(world, world.other, world.me) },
    { own: 'who is named', code: 'OWN', arrange: (world) => roleRequest(world, world.me, world.other) },
  ],
  rejectRoleRequests: [
    {
      own: 'who asked',
      code: 'OWN',
      arrange: async (world) => ({ ...(await roleRequest(world, world.other, world.me)), reason: REASON }),
    },
    {
      own: 'who is named',
      code: 'OWN',
      arrange: async (world) => ({ ...(await roleRequest(world, world.me, world.other)), reason: REASON }),
    },
  ],
  approveStaffIdentities: [
    { own: 'who linked it', code: 'OWN', arrange: (world) => pendingIdentity(world, world.other, world.me) },
    { own: 'who is linked', code: 'OWN', arrange: (world) => pendingIdentity(world, world.me, world.other) },
  ],
  unlinkStaffIdentity: [
    {
      own: 'who is linked',
      code: 'OWN_IDENTITY',
      arrange: async (world) => ({
        staffIdentityId: (await pendingIdentity(world, world.me, world.other)).staffIdentityIds[0],
      }),
    },
  ],
  approveServiceRecords: [{ own: 'who served', code: 'OWN', arrange: recordOf }],
  rejectServiceRecords: [
    { own: 'who served', code: 'OWN', arrange: async (world) => ({ ...(await recordOf(world)), reason: REASON }) },
  ],
  approveSignups: [{ own: 'who signed up', code: 'OWN_SIGNUP', arrange: signupsOf }],
  rejectSignups: [
    {
      own: 'who signed up',
      code: 'OWN_SIGNUP',
      arrange: async (world) => ({ ...(await signupsOf(world)), reason: REASON }),
    },
  ],
  decideCancellationRequest: [
    {
      own: 'who asks to be let go',
      code: 'OWN_SIGNUP',
      arrange: async (world) => {
        const {
          signup: { id },
        } = await signup(world, SignupStatus.CONFIRMED);
        await world.scenario.pool.query(
          `update signup set cancel_requested_at = now(), cancel_request_reason = '有事' where id = $1`,
          [id],
        );
        return { signupId: `signup_${id}`, approve: true };
      },
    },
  ],
  decideStandIn: [
    { own: 'who hands over', code: 'OWN_SIGNUP', arrange: (world) => standIn(world, 'hands over') },
    { own: 'who takes over', code: 'OWN_SIGNUP', arrange: (world) => standIn(world, 'takes over') },
  ],
  recordAttendance: [
    {
      own: 'who volunteers',
      code: 'OWN',
      arrange: async (world) => {
        const {
          signup: { id },
          shift,
        } = await signup(world, SignupStatus.CONFIRMED, -DAY);
        return {
          shiftId: `shift_${shift.id}`,
          rows: [{ signupId: `signup_${id}`, checkedInAt: shift.startsAt, checkedOutAt: shift.endsAt }],
        };
      },
    },
  ],
  suspendVolunteer: [
    {
      own: 'who volunteers',
      code: 'OWN',
      arrange: (world) =>
        Promise.resolve({
          guardianId: guardianOf(world),
          schoolId: `school_${world.school.id}`,
          until: world.scenario.at(DAY),
          reason: REASON,
        }),
    },
  ],
  liftSuspension: [
    {
      own: 'who is suspended',
      code: 'OWN',
      arrange: async (world) => ({
        suspensionId: `volunteer-suspension_${(await suspension(world)).id}`,
        reason: REASON,
      }),
    },
  ],
  grantQualification: [
    {
      own: 'who is qualified',
      code: 'OWN',
      arrange: (world) => Promise.resolve({ guardianId: guardianOf(world), name: '急救证', validFrom: '2026-01-01' }),
    },
  ],
  revokeQualification: [
    {
      own: 'who is qualified',
      code: 'OWN',
      arrange: async (world) => {
        const made = aVolunteerQualification({
          person: world.own.parent.person,
          district: world.scenario.district,
          grantedBy: world.other.staff,
        });
        await world.scenario.write((put) => put(VolunteerQualification, made));
        return { qualificationId: `volunteer-qualification_${made.id}`, reason: REASON };
      },
    },
  ],
  revokeServiceCertificate: [
    {
      own: 'who is certified',
      code: 'OWN',
      arrange: async (world) => {
        const { record: of, shift, activity } = await record(world, ServiceStatus.APPROVED);
        const certificate = aServiceCertificate({
          guardian: world.own.parent.guardian,
          district: world.scenario.district,
          services: [certifiedService({ shift, record: of, title: activity.title })],
        });
        await world.scenario.write((put) => {
          put(ServiceCertificate, certificate);
          put(CertifiedRecord, aCertifiedRecord({ certificate, record: of }));
        });
        return { certificateId: `service-certificate_${certificate.id}`, reason: REASON };
      },
    },
  ],
  updateStaff: [
    {
      own: 'the member of staff',
      code: 'OWN',
      arrange: ({ me }) => Promise.resolve({ staffId: `staff_${me.staff.id}`, name: '改名' }),
    },
  ],
  updateStudent: [
    {
      own: 'a guardian of the pupil',
      code: 'OWN_CHILD',
      arrange: ({ own }) =>
        Promise.resolve({
          studentId: `student_${own.students[0]!.id}`,
          studentNumber: `G${own.students[0]!.id.slice(-12)}`,
        }),
    },
  ],
  transferStudent: [
    {
      own: 'a guardian of the pupil',
      code: 'OWN_CHILD',
      arrange: async ({ scenario, school, own }) => ({
        studentNumber: own.students[0]!.studentNumber,
        classId: `class_${(await scenario.schoolClass(school)).id}`,
      }),
    },
  ],
  enrolStudents: [
    {
      own: 'a guardian of the pupil',
      code: 'OWN_CHILD',
      arrange: async ({ scenario, school, own }) => ({
        classId: `class_${(await scenario.schoolClass(school)).id}`,
        rows: [{ name: own.students[0]!.name, studentNumber: own.students[0]!.studentNumber }],
      }),
    },
  ],
  endEnrolments: [
    {
      own: 'a guardian of the pupil',
      code: 'OWN_CHILD',
      arrange: ({ own }) =>
        Promise.resolve({ studentIds: [`student_${own.students[0]!.id}`], leaving: 'TRANSFERRED_OUT' }),
    },
  ],
};

async function standIn(world: OwnCase, part: 'hands over' | 'takes over') {
  const another = await family(world.scenario, [world.schoolClass]);
  const { signup: given, shift } = await signup(
    part === 'hands over' ? world : { ...world, own: another },
    SignupStatus.CONFIRMED,
  );
  const to = part === 'hands over' ? another.parent.guardian : world.own.parent.guardian;
  const made = aStandIn({ signup: given, to, status: StandInStatus.PENDING, expiresAt: shift.startsAt });
  await world.scenario.write((put) => put(StandIn, made));
  return { standInId: `stand-in_${made.id}`, approve: true };
}

/** Every other mutation, and why it decides nothing about anybody, or why it may be one's own. */
export const DECIDES_NOT: Readonly<Record<string, readonly string[]>> = {
  'what somebody does, asks for or takes back in their own name': [
    'acceptOffer',
    'acceptStandIn',
    'appealServiceRecord',
    'askToJoin',
    'bindChild',
    'cancelSignup',
    'confirmJoin',
    'createJoinCode',
    'declineOffer',
    'declineStandIn',
    'joinWaitlist',
    'leaveWaitlist',
    'markAllNoticesRead',
    'markNoticesRead',
    'offerStandIn',
    'proposeParentLecture',
    'reconfirmSignup',
    'refreshSession',
    'requestSignupCancellation',
    'revokeOtherSessions',
    'revokeSession',
    'signInWithWechat',
    'signOut',
    'signUpForShift',
    'withdrawParentLecture',
    'withdrawRoleRequest',
    'withdrawStandIn',
  ],
  "one's own waits for somebody else (PENDING): test/people/role-requests, test/identity/oidc, test/volunteering/own-case, hours":
    [
      'assignRole',
      'linkStaffIdentity',
      'supplementService',
      'checkIn',
      'checkOut',
      'reportAttendance',
      'showCheckInCode',
    ],
  "somebody new, who is nobody's own yet; what they are given follows the rules of assignRole": ['registerStaff'],
  "gives up what is one's own, and gives nobody anything": [
    'endAssignment',
    'releaseStaff',
    'revokeServiceToken',
    'revokeBindingCode',
  ],
  'gives no more than is held already': ['createServiceToken', 'takeOverServiceToken'],
  'opens a request that somebody else decides': ['issueBindingCodes', 'printBindingCodes'],
  'prints or lists what others have decided': [
    'issueServiceCertificate',
    'downloadServiceCertificate',
    'exportServiceHours',
    'exportShiftRoster',
  ],
  'is about all of a class, and takes everybody alike': ['promoteClasses'],
  'is about what is offered and when, the same for everybody': [
    'addShiftRole',
    'addShiftSeriesRole',
    'alignShiftSeries',
    'cancelShift',
    'cancelShiftSeries',
    'cancelVolunteerActivity',
    'createShift',
    'createShiftSeries',
    'createVolunteerActivity',
    'publishShiftSeries',
    'publishShifts',
    'publishVolunteerActivity',
    'removeShiftRole',
    'removeShiftSeriesRole',
    'setVolunteeringPolicy',
    'updateShift',
    'updateShiftRole',
    'updateShiftSeries',
    'updateShiftSeriesRole',
    'updateVolunteerActivity',
  ],
  'is about schools, classes, rooms and days': [
    'createRoom',
    'createSchool',
    'createSchoolClass',
    'createSchoolYear',
    'createTerm',
    'setCalendarDays',
    'updateRoom',
    'updateSchool',
    'updateSchoolClass',
    'updateSchoolYear',
    'updateTerm',
  ],
};
