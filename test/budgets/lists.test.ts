import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, getNullableType, isInputObjectType, isListType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveRoleRequestsDocument,
  ApproveServiceRecordsDocument,
  ApproveSignupsDocument,
  ApproveStaffIdentitiesDocument,
  AssignRoleDocument,
  CreateShiftDocument,
  EndEnrolmentsDocument,
  EnrolStudentsDocument,
  IssueBindingCodesDocument,
  LinkStaffIdentityDocument,
  PromoteClassesDocument,
  PublishShiftsDocument,
  RecordAttendanceDocument,
  RejectRoleRequestsDocument,
  RejectServiceRecordsDocument,
  RejectSignupsDocument,
  SetCalendarDaysDocument,
} from '../../schema/generated/admin.ts';
import { MarkNoticesReadDocument, SignUpForShiftDocument } from '../../schema/generated/mini-program.ts';
import {
  aVolunteeringPolicy,
  minutesAfter,
  type SchoolClassRecord,
  type SchoolRecord,
  type SchoolYearRecord,
} from '../../seeds/factories/index.ts';
import {
  families,
  meeting,
  openShift,
  signedUp,
  told,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { ServiceSource, ServiceStatus, ShiftStatus, VolunteeringPolicy } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';
import { served } from '../volunteering/service.ts';

let provider: IdentityProvider;
let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let nextYear: SchoolYearRecord;
let organiser: StaffMember;
let admin: StaffMember;
let [one, two]: StaffMember[] = [];

beforeAll(async () => {
  provider = await startIdentityProvider();
  hub = await startTestHub({ variables: provider.variables });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  nextYear = await scenario.anotherYear(1);
  organiser = await scenario.teacher(schoolClass);
  [admin, one, two] = [
    await scenario.schoolAdmin(school),
    await scenario.districtAdmin(),
    await scenario.districtAdmin(),
  ];
  // Whoever misses one shift is suspended.
  await scenario.write((put) =>
    put(VolunteeringPolicy, aVolunteeringPolicy({ district: scenario.district, noShowLimit: 1 })),
  );
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await provider.stop();
});

type Call = () => Promise<{ readonly payload: Asked | null; readonly codes: readonly string[] | undefined }>;

/** So many rows, and the calls that concern all of them, one after the other. */
type Arrange = (rows: number) => Promise<readonly Call[]>;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const ids = (prefix: string, records: readonly { readonly id: string }[]): string[] =>
  records.map(({ id }) => `${prefix}_${id}`);

async function volunteers(count: number, offered: ShiftOnOffer) {
  const signups = [];
  for (const each of await families(scenario, count, [schoolClass]))
    signups.push(await signedUp(scenario, offered, each));
  return signups;
}

const pastShift = (capacity: number): Promise<ShiftOnOffer> => {
  const startsAt = scenario.at(-180);
  return openShift(scenario, organiser, {
    school,
    shift: { startsAt, endsAt: minutesAfter(startsAt, 60) },
    role: { capacity },
  });
};

async function waitingSignups(count: number): Promise<string[]> {
  const offered = await openShift(scenario, organiser, { school, role: { capacity: count, approvalRequired: true } });
  const signups: string[] = [];
  for (const { parent } of await families(scenario, count, [schoolClass])) {
    const { payload } = await asked(hub, SignUpForShiftDocument, parent.accountId, {
      roleId: `shift-role_${offered.role.id}`,
      acceptRiskNotice: true,
    });
    signups.push((payload!['signup'] as { id: string }).id);
  }
  return signups;
}

async function waitingRecords(count: number): Promise<string[]> {
  const offered = await pastShift(count);
  const records = [];
  for (const signup of await volunteers(count, offered))
    records.push(
      await served(
        scenario,
        { ...offered, signup },
        { source: ServiceSource.SUPPLEMENTED, status: ServiceStatus.PENDING },
      ),
    );
  return ids('service-record', records);
}

async function roleRequests(count: number): Promise<string[]> {
  const requests: string[] = [];
  for (const member of await many(count, () => scenario.staffMember({ role: 'LECTURER', school }))) {
    const { payload } = await asked(hub, AssignRoleDocument, one!.accountId, {
      staffId: `staff_${member.staff.id}`,
      role: 'ANALYST',
      districtId: `district_${scenario.district.id}`,
    });
    requests.push((payload!['request'] as { id: string }).id);
  }
  return requests;
}

async function linkedIdentities(count: number): Promise<string[]> {
  const links: string[] = [];
  for (const member of await many(count, () => scenario.schoolAdmin(school))) {
    const { payload } = await asked(hub, LinkStaffIdentityDocument, one!.accountId, {
      staffId: `staff_${member.staff.id}`,
      subject: `subject-of-${member.staff.id}`,
    });
    links.push((payload!['staffIdentity'] as { id: string }).id);
  }
  return links;
}

async function many<Made>(count: number, make: () => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let n = 0; n < count; n += 1) made.push(await make());
  return made;
}

let enrolled = 0;

/** By every mutation that takes a list of things, each of which is looked at, written or decided. */
const LISTS: Readonly<Record<string, Arrange>> = {
  approveRoleRequests: async (rows) => [
    await over(roleRequests(rows), (requestIds) =>
      asked(hub, ApproveRoleRequestsDocument, two!.accountId, { requestIds }),
    ),
  ],
  rejectRoleRequests: async (rows) => [
    await over(roleRequests(rows), (requestIds) =>
      asked(hub, RejectRoleRequestsDocument, two!.accountId, { requestIds, reason: '不需要' }),
    ),
  ],
  approveStaffIdentities: async (rows) => [
    await over(linkedIdentities(rows), (staffIdentityIds) =>
      asked(hub, ApproveStaffIdentitiesDocument, two!.accountId, { staffIdentityIds }),
    ),
  ],
  approveSignups: async (rows) => [
    await over(waitingSignups(rows), (signupIds) =>
      asked(hub, ApproveSignupsDocument, organiser.accountId, { signupIds }),
    ),
  ],
  rejectSignups: async (rows) => [
    await over(waitingSignups(rows), (signupIds) =>
      asked(hub, RejectSignupsDocument, organiser.accountId, { signupIds, reason: '人数已够' }),
    ),
  ],
  approveServiceRecords: async (rows) => [
    await over(waitingRecords(rows), (recordIds) =>
      asked(hub, ApproveServiceRecordsDocument, organiser.accountId, { recordIds }),
    ),
  ],
  rejectServiceRecords: async (rows) => [
    await over(waitingRecords(rows), (recordIds) =>
      asked(hub, RejectServiceRecordsDocument, organiser.accountId, { recordIds, reason: '未到岗' }),
    ),
  ],
  recordAttendance: async (rows) => {
    const offered = await pastShift(rows);
    const signups = ids('signup', await volunteers(rows, offered));
    const record =
      (said: object): Call =>
      () =>
        asked(hub, RecordAttendanceDocument, organiser.accountId, {
          shiftId: `shift_${offered.shift.id}`,
          rows: signups.map((signupId) => ({ signupId, ...said })),
        });
    const suspended = async (): Promise<number | null> =>
      (
        await hub.database.pool.query(
          'select 1 from volunteer_suspension sus join signup sgn on sgn.person_id = sus.person_id where sgn.shift_id = $1 and not sus.undone',
          [offered.shift.id],
        )
      ).rowCount;
    const corrected: Call = async () => {
      expect(await suspended()).toBe(rows);
      return record({ excused: true })();
    };
    return [record({ noShow: true }), corrected];
  },
  publishShifts: async (rows) => {
    const drafts = await many(rows, () =>
      openShift(scenario, organiser, { school, shift: { status: ShiftStatus.DRAFT, publishedAt: null } }),
    );
    return [
      () =>
        asked(hub, PublishShiftsDocument, organiser.accountId, {
          shiftIds: ids(
            'shift',
            drafts.map(({ shift }) => shift),
          ),
        }),
    ];
  },
  createShift: async (rows) => {
    const { activity, shift } = await openShift(scenario, organiser, { school });
    const roles = numbers(rows).map((index) => ({ name: `岗位 ${index}`, capacity: 2 }));
    return [
      () =>
        asked(hub, CreateShiftDocument, organiser.accountId, {
          activityId: `volunteer-activity_${activity.id}`,
          place: '校门口',
          startsAt: shift.startsAt.toISOString(),
          endsAt: shift.endsAt.toISOString(),
          roles,
        }),
    ];
  },
  enrolStudents: async (rows) => {
    const into = await scenario.schoolClass(school);
    const pupils = numbers(rows).map((index) => ({
      name: `学生${'甲乙丙丁戊己'[index]}`,
      studentNumber: `LIST${(enrolled += 1)}`,
    }));
    return [() => asked(hub, EnrolStudentsDocument, admin.accountId, { classId: `class_${into.id}`, rows: pupils })];
  },
  endEnrolments: async (rows) => {
    const pupils = (await families(scenario, rows, [await scenario.schoolClass(school)])).flatMap(
      ({ students }) => students,
    );
    return [
      () =>
        asked(hub, EndEnrolmentsDocument, admin.accountId, {
          studentIds: ids('student', pupils),
          leaving: 'TRANSFERRED_OUT',
        }),
    ];
  },
  issueBindingCodes: async (rows) => {
    const pupils = (await families(scenario, rows, [await scenario.schoolClass(school)])).flatMap(
      ({ students }) => students,
    );
    return [() => asked(hub, IssueBindingCodesDocument, admin.accountId, { studentIds: ids('student', pupils) })];
  },
  promoteClasses: async (rows) => {
    const classes = await many(rows, async () => {
      const each = await scenario.schoolClass(school);
      await families(scenario, 1, [each]);
      return each;
    });
    return [
      () =>
        asked(hub, PromoteClassesDocument, admin.accountId, {
          schoolId: `school_${school.id}`,
          schoolYearId: `school-year_${nextYear.id}`,
          rows: ids('class', classes).map((classId) => ({ classId })),
        }),
    ];
  },
  setCalendarDays: (rows) =>
    Promise.resolve([
      () =>
        asked(hub, SetCalendarDaysDocument, one!.accountId, {
          schoolYearId: `school-year_${nextYear.id}`,
          calendar: numbers(rows).map((index) => ({
            date: `${nextYear.startsOn.slice(0, 4)}-10-0${index + 1}`,
            kind: 'HOLIDAY',
            name: '国庆节',
          })),
        }),
    ]),
  markNoticesRead: async (rows) => {
    const [{ parent }] = (await families(scenario, 1, [schoolClass])) as [Awaited<ReturnType<typeof families>>[number]];
    const held = await many(rows, () => meeting(scenario, organiser, schoolClass, []));
    const notices = await told(
      scenario,
      parent.person,
      held.map((each) => each.meeting),
    );
    return [() => asked(hub, MarkNoticesReadDocument, parent.accountId, { noticeIds: ids('notice', notices) })];
  },
};

async function over(
  made: Promise<readonly string[]>,
  call: (ids: readonly string[]) => ReturnType<Call>,
): Promise<Call> {
  const all = await made;
  return () => call(all);
}

/** Of values, or of what one thing is said to be; or counted where they have a world of their own. */
const OTHER_LISTS = [
  'createSchool',
  'createServiceToken',
  'createShiftSeries',
  'createVolunteerActivity',
  'reportAttendance',
  'updateSchool',
  'updateShiftSeries',
  'updateVolunteerActivity',
];

describe('a list costs as many statements for six rows as for two', () => {
  it('by every mutation that takes one', () => {
    const mutations = buildSchema(readFileSync('schema/hub.graphql', 'utf8')).getMutationType()!.getFields();
    const takeLists = Object.values(mutations).filter(({ args }) => {
      const input = getNamedType(args[0]?.type);
      return (
        isInputObjectType(input) &&
        Object.values(input.getFields()).some(({ type }) => isListType(getNullableType(type)))
      );
    });
    expect(takeLists.map(({ name }) => name).sort()).toEqual([...Object.keys(LISTS), ...OTHER_LISTS].sort());
  });

  it.each(Object.keys(LISTS))('%s', async (mutation) => {
    const counts: number[][] = [];
    for (const rows of [1, 2, 6]) {
      const counted: number[] = [];
      for (const call of await LISTS[mutation]!(rows)) {
        const { result, statements } = await hub.statementsOf(call);
        expect(result).toMatchObject({ codes: [] });
        counted.push(statements.length);
      }
      counts.push(counted);
    }
    expect(counts[2]).toEqual(counts[1]);
  });
});
