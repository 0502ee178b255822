import { readFileSync } from 'node:fs';
import { buildSchema, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchoolClassRecord, SchoolRecord, SchoolYearRecord } from '../../../seeds/factories/index.ts';
import { family, openShift, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import type { Asked } from '../../support/mutations.ts';
import { startIdentityProvider, type IdentityProvider } from '../../support/identity-provider.ts';
import { beginScenario } from '../../support/world.ts';

const SCHEMA = buildSchema(readFileSync(new URL('../../../schema/hub.graphql', import.meta.url), 'utf8'));

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let parallel: SchoolClassRecord;
let [admin, district]: StaffMember[] = [];
let lateYear: SchoolYearRecord;
let parent: Family;
let provider: IdentityProvider;
let shifts: string[];
let leavers: string[];

beforeAll(async () => {
  provider = await startIdentityProvider();
  hub = await startTestHub({ variables: provider.variables });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  [schoolClass, parallel] = [await scenario.schoolClass(school), await scenario.schoolClass(school)];
  [admin, district] = [await scenario.schoolAdmin(school), await scenario.districtAdmin()];
  parent = await family(scenario, [schoolClass]);
  await scenario.anotherYear(1);
  lateYear = await scenario.anotherYear(2);
  const offered = [await openShift(scenario, admin!, { school }), await openShift(scenario, admin!, { school })];
  shifts = offered.map(({ shift }) => `shift_${shift.id}`);
  const gone = [await family(scenario, [parallel]), await family(scenario, [parallel])].map(
    ({ students: [student] }) => student!.id,
  );
  await hub.database.pool.query(
    "update class_membership set status = 'ENDED', left_on = joined_on where student_id = any($1)",
    [gone],
  );
  await hub.database.pool.query(
    "update student set left_on = '2026-09-10', leaving = 'TRANSFERRED_OUT' where id = any($1)",
    [gone],
  );
  leavers = gone.map((id) => `student_${id}`);
});
afterAll(async () => {
  await hub.stop();
  await provider.stop();
});

const unknown = (prefix: string): string[] =>
  ['01', '02'].map((each) => `${prefix}_01990000-0000-7000-8000-0000000000${each}`);

interface Bulk {
  readonly mutation: string;
  /** Two rows that are refused, each by itself. */
  readonly input: () => Asked;
  readonly field: string;
  readonly code: string;
  readonly as?: () => string;
}

const BULK: readonly Bulk[] = [
  {
    mutation: 'approveRoleRequests',
    field: 'requestIds',
    code: 'NOT_FOUND',
    input: () => ({ requestIds: unknown('role-request') }),
  },
  {
    mutation: 'rejectRoleRequests',
    field: 'requestIds',
    code: 'NOT_FOUND',
    input: () => ({ requestIds: unknown('role-request'), reason: '测试' }),
  },
  {
    mutation: 'approveServiceRecords',
    field: 'recordIds',
    code: 'NOT_FOUND',
    input: () => ({ recordIds: unknown('service-record') }),
  },
  {
    mutation: 'rejectServiceRecords',
    field: 'recordIds',
    code: 'NOT_FOUND',
    input: () => ({ recordIds: unknown('service-record'), reason: '测试' }),
  },
  {
    mutation: 'approveSignups',
    field: 'signupIds',
    code: 'NOT_FOUND',
    input: () => ({ signupIds: unknown('signup') }),
  },
  {
    mutation: 'rejectSignups',
    field: 'signupIds',
    code: 'NOT_FOUND',
    input: () => ({ signupIds: unknown('signup'), reason: '测试' }),
  },
  {
    mutation: 'approveStaffIdentities',
    field: 'staffIdentityIds',
    code: 'NOT_FOUND',
    as: () => district!.accountId,
    input: () => ({ staffIdentityIds: unknown('staff-identity') }),
  },
  {
    mutation: 'endEnrolments',
    field: 'studentIds',
    code: 'LEFT_ALREADY',
    input: () => ({ studentIds: leavers, leaving: 'TRANSFERRED_OUT' }),
  },
  {
    mutation: 'enrolStudents',
    field: 'rows',
    code: 'NUMBER_NEEDED',
    input: () => ({
      classId: `class_${schoolClass.id}`,
      rows: [
        { name: '测试甲', studentNumber: '-' },
        { name: '测试乙', studentNumber: '?' },
      ],
    }),
  },
  {
    mutation: 'promoteClasses',
    field: 'rows',
    code: 'NOT_NEXT_YEAR',
    input: () => ({
      schoolId: `school_${school.id}`,
      schoolYearId: `school-year_${lateYear.id}`,
      rows: [schoolClass, parallel].map(({ id }) => ({ classId: `class_${id}` })),
    }),
  },
  {
    mutation: 'createSignInLinks',
    field: 'staffIds',
    code: 'NOT_FOUND',
    as: () => district!.accountId,
    input: () => ({ staffIds: unknown('staff') }),
  },
  {
    mutation: 'linkStaffIdentities',
    field: 'links',
    code: 'NOT_FOUND',
    as: () => district!.accountId,
    input: () => ({ links: unknown('staff').map((staffId) => ({ staffId, subject: staffId })) }),
  },
  { mutation: 'publishShifts', field: 'shiftIds', code: 'NOT_DRAFT', input: () => ({ shiftIds: shifts }) },
  {
    mutation: 'recordAttendance',
    field: 'rows',
    code: 'NOT_SIGNED_UP',
    input: () => ({ shiftId: shifts[0]!, rows: unknown('signup').map((signupId) => ({ signupId, noShow: true })) }),
  },
  {
    mutation: 'reportAttendance',
    field: 'reports',
    code: 'NOT_SIGNED_UP',
    as: () => parent.parent.accountId,
    input: () => ({
      reports: unknown('signup').map((signupId) => ({
        signupId,
        kind: 'IN',
        happenedAt: scenario.now.toISOString(),
        nonce: signupId,
        token: 'x',
      })),
    }),
  },
];

const ask = ({ mutation, as = () => admin!.accountId }: Bulk, input: Asked) => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return hub.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code path } } }`, {
    as: as(),
    variables: { input },
  });
};

describe('of a list nothing is done for some of its rows, and each of them is told', () => {
  it.each(BULK)('$mutation', async (each) => {
    const { mutation, field, code, input } = each;
    const asked = input();
    for (const errorPolicy of ['REJECT_EVERYTHING', 'REJECT_FAILED_ROWS']) {
      const { data, errors } = await ask(each, { ...asked, errorPolicy });
      expect(errors).toBeUndefined();
      const { userErrors } = data![mutation] as { userErrors: { code: string; path: string[] }[] };
      expect(userErrors.map((each) => [each.code, ...each.path.slice(0, 2)])).toEqual([
        [code, field, '0'],
        [code, field, '1'],
      ]);
    }
  });

  it('and no mutation with such a policy is missing here', () => {
    const withPolicy = Object.values(SCHEMA.getTypeMap())
      .filter((type) => isInputObjectType(type) && 'errorPolicy' in type.getFields())
      .map(({ name }) => name);
    expect(BULK.map(({ mutation }) => `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`).sort()).toEqual(
      withPolicy.sort(),
    );
  });
});

describe('whoever decides on many names each of them once, one at the least and a hundred at most', () => {
  /** A pupil who leaves twice has left already. */
  const decided = BULK.filter(({ field, mutation }) => field.endsWith('Ids') && mutation !== 'endEnrolments');
  it.each(decided)('$mutation', async (each) => {
    const { field, input } = each;
    const asked = input();
    const [one] = asked[field] as [string];
    for (const ids of [[], [one, one], Array.from({ length: 101 }, () => one)]) {
      const { errors } = await ask(each, { ...asked, [field]: ids, errorPolicy: 'REJECT_FAILED_ROWS' });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});

it('the days of a calendar that cannot be are told at one go', async () => {
  const date = (day: string) => ({ date: `1999-01-${day}`, kind: 'HOLIDAY', name: '测试' });
  const { data } = await hub.ask(
    'mutation ($input: SetCalendarDaysInput!) { setCalendarDays(input: $input) { userErrors { code path } } }',
    {
      as: district!.accountId,
      variables: {
        input: { schoolYearId: `school-year_${scenario.schoolYear.id}`, calendar: [date('01'), date('02')] },
      },
    },
  );
  expect(data!['setCalendarDays']).toEqual({
    userErrors: ['0', '1'].map((row) => ({ code: 'OUTSIDE_YEAR', path: ['calendar', row, 'date'] })),
  });
});
