import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ApproveRoleRequestsDocument,
  AssignRoleDocument,
  UpdateSchoolYearDocument,
} from '../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord, SchoolYearRecord } from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';
import { whileHeld } from './while-held.ts';

let hub: TestHub;
let scenario: Scenario;
let clock: Date;
let school: SchoolRecord;
let year: SchoolYearRecord;
let schoolClass: SchoolClassRecord;
let [principal, deputy, district]: StaffMember[] = [];
let years = 0;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  school = await scenario.school();
  district = await scenario.districtAdmin();
});
beforeEach(async () => {
  clock = scenario.now;
  years += 1;
  year = await scenario.anotherYear(years);
  schoolClass = await scenario.schoolClass(school, 1, year);
  [principal, deputy] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)];
});
afterAll(async () => {
  clock = scenario.now;
  await expectChecksHold(hub);
  await hub.stop();
});

const rows = async <Row extends object>(text: string, ...values: unknown[]) =>
  (await hub.database.pool.query<Row>(text, values)).rows;
/** A day of the calendar year in which the school year ends. */
const day = (monthAndDay: string): string => `${year.endsOn.slice(0, 4)}-${monthAndDay}`;
const assign = (whom: StaffMember, more: Asked) =>
  asked(hub, AssignRoleDocument, principal!.accountId, {
    staffId: `staff_${whom.staff.id}`,
    role: 'HOMEROOM_TEACHER',
    classId: `class_${schoolClass.id}`,
    ...more,
  });
const endsOn = (last: string) =>
  asked(hub, UpdateSchoolYearDocument, district!.accountId, { schoolYearId: `school-year_${year.id}`, endsOn: last });
const approve = (ids: string[], more: Asked = {}) =>
  asked(hub, ApproveRoleRequestsDocument, deputy!.accountId, { requestIds: ids, ...more });

/** Asks for a role for oneself. */
async function ask(validFrom: string, more: Asked = {}): Promise<string> {
  const { payload, codes } = await assign(principal!, { validFrom, ...more });
  expect(codes).toEqual([]);
  return (payload!['request'] as { id: string }).id;
}
const requestOf = async (id: string) =>
  (
    await rows('select status, valid_to::text as last from role_request where id = $1', id.replace('role-request_', ''))
  )[0];
const told = async (id: string) =>
  await rows<{ person_id: string; kind: string }>(
    "select person_id, kind from notice where about_id = $1 and rests_on is distinct from '{}' order by kind",
    id.replace('role-request_', ''),
  );

describe('a role in a class that waits for a second administrator, where the school year is made shorter', () => {
  it('ends, where it would begin after it: whoever asked is told, and it waits for nobody; what is approved beside it is given', async () => {
    const [late, early] = [
      await ask(day('08-01')),
      await ask(day('02-01'), { role: 'SUBJECT_TEACHER', subject: '数学' }),
    ];
    expect(await told(late)).toEqual(
      expect.arrayContaining([{ person_id: deputy!.staff.person, kind: 'people.role-asked' }]),
    );
    expect((await endsOn(day('07-15'))).codes).toEqual([]);
    expect(await requestOf(late)).toMatchObject({ status: 'EXPIRED' });
    expect(await told(late)).toEqual([{ person_id: principal!.staff.person, kind: 'people.role-expired' }]);
    expect(await requestOf(early)).toEqual({ status: 'PENDING', last: day('07-15') });
    const { payload, codes } = await approve([late, early], { errorPolicy: 'REJECT_FAILED_ROWS' });
    expect(codes).toEqual(['EXPIRED']);
    expect(payload!['assignments']).toHaveLength(1);
    expect(
      await rows(
        'select valid_from::text as first, valid_to::text as last from staff_assignment where staff_id = $1 and school_class_id = $2',
        principal!.staff.id,
        schoolClass.id,
      ),
    ).toEqual([{ first: day('02-01'), last: day('07-15') }]);
  });

  it('becomes longer again with it, as far as it was to last to its end', async () => {
    const whole = year.endsOn;
    const [toItsEnd, short] = [
      await ask(day('02-01')),
      await ask(day('02-01'), { role: 'SUBJECT_TEACHER', subject: '语文', validTo: day('04-30') }),
    ];
    await endsOn(day('07-15'));
    await endsOn(whole);
    expect([await requestOf(toItsEnd), await requestOf(short)]).toEqual([
      { status: 'PENDING', last: whole },
      { status: 'PENDING', last: day('04-30') },
    ]);
  });

  it('does not outlive it, though it is asked for or approved at this very moment', async () => {
    const waits = await ask(day('08-01'));
    const another = await scenario.staffMember({ role: 'LECTURER', school });
    const answers = await whileHeld<{ codes: readonly string[] | undefined }>(
      hub.database,
      'select from school_year where id = $1 for update',
      [year.id],
      [() => endsOn(day('07-15')), () => assign(another, { validFrom: day('08-01') }), () => approve([waits])],
    );
    expect(answers.map(({ codes }) => codes)).toEqual([[], ['YEAR_OVER'], ['EXPIRED']]);
  });
});

it('a role in a class that was to begin after what is the end of its year now is in force on no day; nobody has ended it', async () => {
  const teacher = await scenario.staffMember({ role: 'LECTURER', school });
  expect((await assign(teacher, { validFrom: day('08-01') })).codes).toEqual([]);
  expect((await endsOn(day('07-15'))).codes).toEqual([]);
  expect(
    await rows(
      'select ended_at, valid_to::text as last from staff_assignment where staff_id = $1 and school_class_id = $2',
      teacher.staff.id,
      schoolClass.id,
    ),
  ).toEqual([{ ended_at: null, last: day('07-15') }]);
});

it('a role in a class whose year is over by the day of the approval is not given', async () => {
  const waits = await ask(day('02-01'));
  await rows(
    "update role_request set expires_at = $2::timestamptz + interval '90 days' where id = $1",
    waits.replace('role-request_', ''),
    year.endsOn,
  );
  clock = new Date(new Date(year.endsOn).getTime() + 10 * 86_400_000);
  expect((await approve([waits])).codes).toEqual(['YEAR_OVER']);
});

describe('the database itself', () => {
  it('does not make a year shorter over a request for a role that would begin later', async () => {
    await ask(day('08-01'));
    await expect(
      rows('update school_year set ends_on = $2 where id = $1', year.id, day('07-15')),
    ).rejects.toMatchObject({ constraint: 'role_request_dates' });
  });

  it('lets a request go no further than its year', async () => {
    const waits = await ask(day('02-01'));
    await rows("update role_request set valid_to = '2099-01-01' where id = $1", waits.replace('role-request_', ''));
    expect(await requestOf(waits)).toEqual({ status: 'PENDING', last: year.endsOn });
  });
});
