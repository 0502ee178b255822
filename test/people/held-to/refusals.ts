import {
  aBindingCode,
  aCalendarDay,
  aClassMembership,
  aGuardianship,
  aRoleRequest,
  aSchoolYear,
  aStaffAssignment,
  aTerm,
  type RoleRequestRecord,
  type StaffAssignmentRecord,
} from '../../../seeds/factories/index.ts';
import {
  BindingCode,
  CalendarDay,
  CalendarDayKind,
  ClassMembership,
  Guardianship,
  GuardianshipStatus,
  RoleRequest,
  RoleRequestStatus,
  SchoolYear,
  StaffAssignment,
  Term,
} from '../../../src/domains/people/index.ts';
import type { Refusal } from '../../checks/plant.ts';
import type { World } from '../../checks/world.ts';

type Node = Partial<Pick<StaffAssignmentRecord, 'school' | 'grade' | 'schoolClass'>>;

/** A place in the organisation where nobody has that role. */
const misplaced: readonly [StaffAssignmentRecord['role'], string, (world: World) => Node][] = [
  ['DISTRICT_ADMIN', 'of a school', ({ school }) => ({ school: school.id })],
  ['ANALYST', 'of a class', ({ school, schoolClass }) => ({ school: school.id, schoolClass: schoolClass.id })],
  ['SCHOOL_ADMIN', 'of no school', () => ({})],
  ['SCHOOL_ADMIN', 'of a grade', ({ school, schoolClass }) => ({ school: school.id, grade: schoolClass.grade })],
  ['GRADE_HEAD', 'of no grade', ({ school }) => ({ school: school.id })],
  ['GRADE_HEAD', 'of a grade of no school', ({ schoolClass }) => ({ grade: schoolClass.grade })],
  ['HOMEROOM_TEACHER', 'of no class', ({ school }) => ({ school: school.id })],
  ['HOMEROOM_TEACHER', 'of a class of no school', ({ schoolClass }) => ({ schoolClass: schoolClass.id })],
  ['SUBJECT_TEACHER', 'of no class', ({ school }) => ({ school: school.id })],
];

const asked = (world: World, more: Partial<RoleRequestRecord> = {}): RoleRequestRecord =>
  aRoleRequest({
    staff: world.organiser.staff,
    district: world.scenario.district,
    role: 'ANALYST',
    askedBy: world.districtAdmin.staff,
    ...more,
  } as never);
const decidedAt = new Date('2026-11-02T00:00Z');

const secondRefusals: readonly Refusal[] = [
  {
    constraint: 'student_left_after_coming',
    how: 'left before they came',
    write: ({ run }, { second }) =>
      run("update student set left_on = '1999-01-01', leaving = 'GRADUATED' where id = $1", second.students[0]!.id),
  },
  {
    constraint: 'staff_assignment_second',
    how: 'given to oneself',
    write: ({ row }, { scenario: { district }, school, schoolAdmin: { staff } }) =>
      row(
        StaffAssignment,
        aStaffAssignment({ staff, district, role: 'LECTURER', school: school.id, assignedBy: staff.id }),
      ),
  },
  {
    constraint: 'staff_assignment_second',
    how: 'a role that reads a district, given by one alone',
    write: ({ row }, { scenario: { district }, schoolAdmin: { staff }, districtAdmin }) =>
      row(StaffAssignment, aStaffAssignment({ staff, district, role: 'ANALYST', assignedBy: districtAdmin.staff.id })),
  },
  {
    constraint: 'staff_assignment_second',
    how: 'the second is the first',
    write: ({ row }, { scenario: { district }, schoolAdmin: { staff }, districtAdmin }) =>
      row(
        StaffAssignment,
        aStaffAssignment({
          staff,
          district,
          role: 'ANALYST',
          assignedBy: districtAdmin.staff.id,
          approvedBy: districtAdmin.staff.id,
        }),
      ),
  },
  {
    constraint: 'role_request_second',
    how: 'declined by whoever asked',
    write: ({ row }, world) =>
      row(
        RoleRequest,
        asked(world, {
          status: RoleRequestStatus.REJECTED,
          reason: '不',
          decidedAt,
          decidedBy: world.districtAdmin.staff.id,
        }),
      ),
  },
  {
    constraint: 'role_request_second',
    how: 'approved by the person named',
    write: ({ row }, world) =>
      row(
        RoleRequest,
        asked(world, {
          status: RoleRequestStatus.APPROVED,
          decidedAt,
          decidedBy: world.organiser.staff.id,
          assignment: world.organiser.assignment.id,
        }),
      ),
  },
  {
    constraint: 'role_request_decided',
    how: 'approved by nobody, and nothing given',
    write: ({ row }, world) => row(RoleRequest, asked(world, { status: RoleRequestStatus.APPROVED })),
  },
  {
    constraint: 'role_request_node',
    how: 'an analyst of a school',
    write: ({ row }, world) => row(RoleRequest, asked(world, { school: world.school.id })),
  },
  {
    constraint: 'role_request_dates',
    how: 'ends before it begins',
    write: ({ row }, world) => row(RoleRequest, asked(world, { validFrom: '2026-11-02', validTo: '2026-11-01' })),
  },
  {
    constraint: 'role_request_once',
    how: 'asked for twice',
    async write({ row }, world) {
      for (let twice = 0; twice < 2; twice += 1) await row(RoleRequest, asked(world));
    },
  },
];

export const peopleRefusals: readonly Refusal[] = [
  {
    constraint: 'room_capacity_stays',
    how: 'a room has fewer seats than there were',
    write: ({ run }, { hall }) => run('update room set capacity = capacity - 1 where id = $1', hall.id),
  },
  ...secondRefusals,
  {
    constraint: 'class_membership_one_active',
    how: 'a second class in one year',
    write: ({ row }, { second, parallelClass }) =>
      row(ClassMembership, aClassMembership({ student: second.students[0]!, schoolClass: parallelClass })),
  },
  {
    constraint: 'class_membership_one_active',
    how: 'back in the class that was left, and still in the other',
    write: ({ run }) => run("update class_membership set status = 'ACTIVE' where status = 'ENDED'"),
  },
  ...[GuardianshipStatus.PENDING, GuardianshipStatus.ACTIVE, GuardianshipStatus.BLOCKED].map((status): Refusal => ({
    constraint: 'guardianship_one_current',
    how: `one that is ${status} beside one that is in force`,
    write: ({ row }, { second }) =>
      row(Guardianship, aGuardianship({ guardian: second.parent.guardian, student: second.students[0]!, status })),
  })),
  ...(
    [
      [
        'blocked, and what it was before is not on record',
        "set status = 'BLOCKED', data_access = false, decision_reason = '测试' where status = 'ACTIVE'",
      ],
      [
        'blocked, and what they saw before is not on record',
        "set status = 'BLOCKED', data_access = false, decision_reason = '测试', approved_before_block = true where status = 'ACTIVE'",
      ],
      [
        'a request that saw the data before the block',
        "set status = 'BLOCKED', data_access = false, decision_reason = '测试', approved_before_block = false, data_access_before_block = true where status = 'ACTIVE'",
      ],
      [
        'in force, and blocked before',
        "set approved_before_block = false, data_access_before_block = false where status = 'ACTIVE'",
      ],
    ] as const
  ).map(([how, change]): Refusal => ({
    constraint: 'guardianship_before_block',
    how,
    write: ({ run }) => run(`update guardianship ${change}`),
  })),
  ...['TEST-TEST-TEST', 'tesT', 'ILOU', 'TES', ''].map((ending): Refusal => ({
    constraint: 'guardianship_code_ending',
    how: `asked with a code that ends in “${ending}”`,
    write: ({ run }) => run('update guardianship set code_ending = $1', ending),
  })),
  {
    constraint: 'school_year_no_overlap',
    how: 'begins on the last day of the one before',
    write: ({ row }, { scenario: { district, schoolYear } }) =>
      row(SchoolYear, aSchoolYear({ district, startsOn: schoolYear.endsOn, endsOn: '2099-08-31' })),
  },
  {
    constraint: 'term_no_overlap',
    how: 'begins on the last day of the second one',
    write: ({ row }, { schoolYear }) =>
      row(Term, aTerm({ schoolYear, number: 3, startsOn: '2027-07-10', endsOn: '2027-08-31' })),
  },
  ...misplaced.map(([role, how, node]): Refusal => ({
    constraint: 'staff_assignment_node',
    how: `${role} ${how}`,
    write: ({ row }, world) =>
      row(
        StaffAssignment,
        aStaffAssignment({ staff: world.organiser.staff, district: world.scenario.district, role, ...node(world) }),
      ),
  })),
  {
    constraint: 'staff_assignment_once',
    how: 'the same role at the same node from tomorrow on',
    write: ({ row }, { organiser, scenario: { district }, school, schoolClass }) =>
      row(
        StaffAssignment,
        aStaffAssignment({
          staff: organiser.staff,
          district,
          role: 'HOMEROOM_TEACHER',
          school,
          schoolClass,
          validFrom: '2026-11-21',
        }),
      ),
  },
  {
    constraint: 'guardianship_reason',
    how: 'blocked, and nobody knows why',
    write: ({ run }) =>
      run(
        "update guardianship set status = 'BLOCKED', data_access = false, approved_before_block = true, data_access_before_block = true where status = 'ACTIVE'",
      ),
  },
  {
    constraint: 'binding_code_times',
    how: 'over before it is issued',
    write: ({ row }, { first, organiser }) =>
      row(
        BindingCode,
        aBindingCode({
          student: first.students[0]!,
          issuedBy: organiser.staff,
          expiresAt: new Date('2020-01-01T00:00:00Z'),
        }),
      ),
  },
  {
    constraint: 'binding_code_used',
    how: 'used by nobody',
    write: ({ row }, { first, organiser }) =>
      row(
        BindingCode,
        aBindingCode({
          student: first.students[0]!,
          issuedBy: organiser.staff,
          usedAt: new Date('2026-09-02T00:00:00Z'),
        }),
      ),
  },
  {
    constraint: 'binding_code_hash_unique',
    how: 'one code for two pupils',
    async write({ row }, { first, second, organiser }) {
      for (const { students } of [first, second])
        await row(
          BindingCode,
          aBindingCode({ student: students[0]!, issuedBy: organiser.staff, code: 'TEST-TEST-TEST' }),
        );
    },
  },
  ...[
    { kind: CalendarDayKind.HOLIDAY, followsWeekday: 1 },
    { kind: CalendarDayKind.MAKE_UP, followsWeekday: null },
    { kind: CalendarDayKind.MAKE_UP, followsWeekday: 8 },
  ].map((given): Refusal => ({
    constraint: 'calendar_day_follows',
    how: `${given.kind} that follows ${given.followsWeekday}`,
    write: ({ row }, { schoolYear }) => row(CalendarDay, aCalendarDay({ schoolYear, date: '2026-10-01', ...given })),
  })),
];
