import {
  aGuardian,
  aGuardianship,
  aHouseholdGuardian,
  anAccount,
  aPerson,
  aRoleRequest,
  aStaffIdentity,
  aWechatIdentity,
} from '../../../seeds/factories/index.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import { Account, StaffIdentity, StaffIdentityStatus, WechatIdentity } from '../../../src/domains/identity/index.ts';
import {
  Guardian,
  Guardianship,
  GuardianshipStatus,
  HouseholdGuardian,
  Person,
  RoleRequest,
  StaffRole,
} from '../../../src/domains/people/index.ts';
import { DAY, REASON, guardianOf, type Decides, type OwnCase } from '../../access/own-cases/case.ts';

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
  return { guardianshipId: `guardianship_${tie.id}`, guardianId: `guardian_${guardian.id}`, person };
}

/** Two of the own child who are one human being: a guardian, and who asks to be bound by another WeChat account. */
async function lostAndFound(world: OwnCase) {
  const [lost, found] = [
    await tieOfOwnChild(world, GuardianshipStatus.ACTIVE),
    await tieOfOwnChild(world, GuardianshipStatus.PENDING),
  ];
  const anew = anAccount({ person: found.person });
  await world.scenario.write((put) => {
    put(Account, anAccount({ person: lost.person }));
    put(Account, anew);
    put(WechatIdentity, aWechatIdentity({ account: anew, openid: `found-${found.person.id}` }));
  });
  return { guardianshipId: found.guardianshipId, sameAsGuardianId: lost.guardianId };
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

const ownTie = ({ own }: OwnCase) => `guardianship_${own.parent.guardianships[0]!.id}`;

async function ownTieSet(world: OwnCase, changes: string): Promise<string> {
  await world.scenario.pool.query(`update guardianship set ${changes} where id = $1`, [
    world.own.parent.guardianships[0]!.id,
  ]);
  return ownTie(world);
}

/** What decides about guardians, pupils and staff. */
export const ABOUT_PEOPLE: Readonly<Record<string, readonly Decides[]>> = {
  approveGuardianship: [
    {
      own: 'who asks',
      code: 'OWN_REQUEST',
      arrange: async (world) => ({ guardianshipId: await ownTieSet(world, "status = 'PENDING', data_access = false") }),
    },
    {
      own: 'another guardian of the own child',
      code: 'OWN_CHILD',
      arrange: async (world) => ({
        guardianshipId: (await tieOfOwnChild(world, GuardianshipStatus.PENDING)).guardianshipId,
      }),
    },
  ],
  rejectGuardianship: [
    {
      own: 'who asks',
      code: 'OWN_REQUEST',
      arrange: async (world) => ({
        guardianshipId: await ownTieSet(world, "status = 'PENDING', data_access = false"),
        reason: REASON,
      }),
    },
    {
      own: 'another guardian of the own child',
      code: 'OWN_CHILD',
      arrange: async (world) => ({
        guardianshipId: (await tieOfOwnChild(world, GuardianshipStatus.PENDING)).guardianshipId,
        reason: REASON,
      }),
    },
  ],
  recoverGuardian: [
    {
      own: 'who asks',
      code: 'OWN_REQUEST',
      arrange: async (world) => ({
        guardianshipId: await ownTieSet(world, "status = 'PENDING', data_access = false"),
        sameAsGuardianId: (await tieOfOwnChild(world, GuardianshipStatus.ACTIVE)).guardianId,
      }),
    },
    {
      own: 'the guardian that they are said to be',
      code: 'OWN_CHILD',
      arrange: async (world) => ({
        guardianshipId: (await lostAndFound(world)).guardianshipId,
        sameAsGuardianId: guardianOf(world),
      }),
    },
    { own: 'another guardian of the own child', code: 'OWN_CHILD', arrange: lostAndFound },
  ],
  blockGuardian: [
    {
      own: 'the guardian',
      code: 'OWN',
      arrange: (world) => Promise.resolve({ guardianshipId: ownTie(world), reason: REASON }),
    },
    {
      own: 'another guardian of the own child',
      code: 'OWN_CHILD',
      arrange: async (world) => ({
        guardianshipId: (await tieOfOwnChild(world, GuardianshipStatus.ACTIVE)).guardianshipId,
        reason: REASON,
      }),
    },
  ],
  unblockGuardian: [
    {
      own: 'the guardian',
      code: 'OWN',
      arrange: async (world) => ({
        guardianshipId: await ownTieSet(
          world,
          "status = 'BLOCKED', data_access = false, approved_before_block = true, data_access_before_block = true, decision_of_block = true, decision_reason = '屏蔽'",
        ),
        reason: REASON,
      }),
    },
    {
      own: 'another guardian of the own child',
      code: 'OWN_CHILD',
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
      code: 'OWN_CHILD',
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
      code: 'OWN_CHILD',
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
