import { getNamedType, getNullableType, isInputObjectType, isListType, type GraphQLSchema } from 'graphql';
import { expect } from 'vitest';
import {
  ApproveRoleRequestsDocument,
  ApproveServiceRecordsDocument,
  ApproveSignupsDocument,
  ApproveStaffIdentitiesDocument,
  CreateShiftDocument,
  EndEnrolmentsDocument,
  EnrolStudentsDocument,
  IssueBindingCodesDocument,
  PromoteClassesDocument,
  PublishShiftsDocument,
  RecordAttendanceDocument,
  RejectRoleRequestsDocument,
  RejectServiceRecordsDocument,
  RejectSignupsDocument,
  SetCalendarDaysDocument,
} from '../../schema/generated/admin.ts';
import { MarkNoticesReadDocument } from '../../schema/generated/mini-program.ts';
import { families, meeting, openShift, told } from '../../seeds/scenario/index.ts';
import { ShiftStatus } from '../../src/domains/volunteering/index.ts';
import { saidOf } from '../support/held-to.ts';
import { asked } from '../support/mutations.ts';
import {
  ids,
  linkedIdentities,
  many,
  pastShift,
  roleRequests,
  volunteers,
  waitingRecords,
  waitingSignups,
  type ArrangeList,
  type ListCall,
} from './waiting.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

async function over(
  made: Promise<readonly string[]>,
  call: (ids: readonly string[]) => ReturnType<ListCall>,
): Promise<ListCall> {
  const all = await made;
  return () => call(all);
}

let enrolled = 0;

/** By every mutation that takes a list of things, each of which is looked at, written or decided. */
export const LISTS: Readonly<Record<string, ArrangeList>> = {
  ...saidOf('lists'),
  approveRoleRequests: async (world, rows) => [
    await over(roleRequests(world, rows), (requestIds) =>
      asked(world.hub, ApproveRoleRequestsDocument, world.two.accountId, { requestIds }),
    ),
  ],
  rejectRoleRequests: async (world, rows) => [
    await over(roleRequests(world, rows), (requestIds) =>
      asked(world.hub, RejectRoleRequestsDocument, world.two.accountId, { requestIds, reason: '不需要' }),
    ),
  ],
  approveStaffIdentities: async (world, rows) => [
    await over(linkedIdentities(world, rows), (staffIdentityIds) =>
      asked(world.hub, ApproveStaffIdentitiesDocument, world.two.accountId, { staffIdentityIds }),
    ),
  ],
  approveSignups: async (world, rows) => [
    await over(waitingSignups(world, rows), (signupIds) =>
      asked(world.hub, ApproveSignupsDocument, world.organiser.accountId, { signupIds }),
    ),
  ],
  rejectSignups: async (world, rows) => [
    await over(waitingSignups(world, rows), (signupIds) =>
      asked(world.hub, RejectSignupsDocument, world.organiser.accountId, { signupIds, reason: '人数已够' }),
    ),
  ],
  approveServiceRecords: async (world, rows) => [
    await over(waitingRecords(world, rows), (recordIds) =>
      asked(world.hub, ApproveServiceRecordsDocument, world.organiser.accountId, { recordIds }),
    ),
  ],
  rejectServiceRecords: async (world, rows) => [
    await over(waitingRecords(world, rows), (recordIds) =>
      asked(world.hub, RejectServiceRecordsDocument, world.organiser.accountId, { recordIds, reason: '未到岗' }),
    ),
  ],
  recordAttendance: async (world, rows) => {
    const offered = await pastShift(world, rows);
    const signups = ids('signup', await volunteers(world, rows, offered));
    const record =
      (said: object): ListCall =>
      () =>
        asked(world.hub, RecordAttendanceDocument, world.organiser.accountId, {
          shiftId: `shift_${offered.shift.id}`,
          rows: signups.map((signupId) => ({ signupId, ...said })),
        });
    const suspended = async (): Promise<number | null> =>
      (
        await world.hub.database.pool.query(
          'select 1 from volunteer_suspension sus join signup sgn on sgn.person_id = sus.person_id where sgn.shift_id = $1 and not sus.undone',
          [offered.shift.id],
        )
      ).rowCount;
    const corrected: ListCall = async () => {
      expect(await suspended()).toBe(rows);
      return record({ excused: true })();
    };
    return [record({ noShow: true }), corrected];
  },
  publishShifts: async (world, rows) => {
    const drafts = await many(rows, () =>
      openShift(world.scenario, world.organiser, {
        school: world.school,
        shift: { status: ShiftStatus.DRAFT, publishedAt: null },
      }),
    );
    return [
      () =>
        asked(world.hub, PublishShiftsDocument, world.organiser.accountId, {
          shiftIds: ids(
            'shift',
            drafts.map(({ shift }) => shift),
          ),
        }),
    ];
  },
  createShift: async (world, rows) => {
    const { activity, shift } = await openShift(world.scenario, world.organiser, { school: world.school });
    const roles = numbers(rows).map((index) => ({ name: `岗位 ${index}`, capacity: 2 }));
    return [
      () =>
        asked(world.hub, CreateShiftDocument, world.organiser.accountId, {
          activityId: `volunteer-activity_${activity.id}`,
          place: '校门口',
          startsAt: shift.startsAt.toISOString(),
          endsAt: shift.endsAt.toISOString(),
          roles,
        }),
    ];
  },
  enrolStudents: async (world, rows) => {
    const into = await world.scenario.schoolClass(world.school);
    const pupils = numbers(rows).map((index) => ({
      name: `学生${'甲乙丙丁戊己'[index]}`,
      studentNumber: `LIST${(enrolled += 1)}`,
    }));
    return [
      () =>
        asked(world.hub, EnrolStudentsDocument, world.admin.accountId, { classId: `class_${into.id}`, rows: pupils }),
    ];
  },
  endEnrolments: async (world, rows) => {
    const pupils = (await families(world.scenario, rows, [await world.scenario.schoolClass(world.school)])).flatMap(
      ({ students }) => students,
    );
    return [
      () =>
        asked(world.hub, EndEnrolmentsDocument, world.admin.accountId, {
          studentIds: ids('student', pupils),
          leaving: 'TRANSFERRED_OUT',
        }),
    ];
  },
  issueBindingCodes: async (world, rows) => {
    const pupils = (await families(world.scenario, rows, [await world.scenario.schoolClass(world.school)])).flatMap(
      ({ students }) => students,
    );
    return [
      () => asked(world.hub, IssueBindingCodesDocument, world.admin.accountId, { studentIds: ids('student', pupils) }),
    ];
  },
  promoteClasses: async (world, rows) => {
    const classes = await many(rows, async () => {
      const each = await world.scenario.schoolClass(world.school);
      await families(world.scenario, 1, [each]);
      return each;
    });
    return [
      () =>
        asked(world.hub, PromoteClassesDocument, world.admin.accountId, {
          schoolId: `school_${world.school.id}`,
          schoolYearId: `school-year_${world.nextYear.id}`,
          rows: ids('class', classes).map((classId) => ({ classId })),
        }),
    ];
  },
  setCalendarDays: (world, rows) =>
    Promise.resolve([
      () =>
        asked(world.hub, SetCalendarDaysDocument, world.one.accountId, {
          schoolYearId: `school-year_${world.nextYear.id}`,
          calendar: numbers(rows).map((index) => ({
            date: `${world.nextYear.startsOn.slice(0, 4)}-10-0${index + 1}`,
            kind: 'HOLIDAY',
            name: '国庆节',
          })),
        }),
    ]),
  markNoticesRead: async (world, rows) => {
    const [{ parent }] = (await families(world.scenario, 1, [world.schoolClass])) as [
      Awaited<ReturnType<typeof families>>[number],
    ];
    const held = await many(rows, () => meeting(world.scenario, world.organiser, world.schoolClass, []));
    const notices = await told(
      world.scenario,
      parent.person,
      held.map((each) => each.meeting),
    );
    return [() => asked(world.hub, MarkNoticesReadDocument, parent.accountId, { noticeIds: ids('notice', notices) })];
  },
};

/** Of values, or of what one thing is said to be; or counted where they have a world of their own. */
export const OTHER_LISTS: readonly string[] = [
  'createSchool',
  'createServiceToken',
  'createShiftSeries',
  'createVolunteerActivity',
  'reportAttendance',
  'updateSchool',
  'updateShiftSeries',
  'updateVolunteerActivity',
];

/** Mutations whose input has a list. */
export function takeLists(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ args }) => {
      const input = getNamedType(args[0]?.type);
      return (
        isInputObjectType(input) &&
        Object.values(input.getFields()).some(({ type }) => isListType(getNullableType(type)))
      );
    })
    .map(({ name }) => name);
}

/** Those that nobody has given rows to. */
export const uncountedLists = (schema: GraphQLSchema): string[] =>
  takeLists(schema).filter((name) => !(name in LISTS) && !OTHER_LISTS.includes(name));
