import {
  ApproveRoleRequestsDocument,
  EndEnrolmentsDocument,
  EnrolStudentsDocument,
  IssueBindingCodesDocument,
  PromoteClassesDocument,
  RejectRoleRequestsDocument,
  SetCalendarDaysDocument,
} from '../../../schema/generated/admin.ts';
import { families } from '../../../seeds/scenario/index.ts';
import { ids, many, numbers, over, roleRequests, type ArrangeList } from '../../budgets/waiting.ts';
import { asked } from '../../support/mutations.ts';

let enrolled = 0;

export const peopleLists: Readonly<Record<string, ArrangeList>> = {
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
};
