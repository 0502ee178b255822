import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveServiceRecordsDocument,
  RejectServiceRecordsDocument,
  ServiceApprovalDocument,
} from '../../schema/generated/admin.ts';
import {
  AppealServiceRecordDocument,
  MyServiceDocument,
  SupplementServiceDocument,
} from '../../schema/generated/mini-program.ts';
import { aTerm, minutesAfter, type SchoolClassRecord, type SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { Term } from '../../src/domains/people/index.ts';
import { ServiceSource, ServiceStatus } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { past, served, type Served } from './service.ts';

const { SYSTEM_CHECKED, SUPPLEMENTED } = ServiceSource;
const { PENDING, APPROVED, REJECTED } = ServiceStatus;

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
let admin: StaffMember;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub, new Date('2026-11-20T00:00:00.000Z'));
  clock = scenario.now;
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [organiser, admin] = [await scenario.teacher(schoolClass), await scenario.schoolAdmin(school)];
  await scenario.write((put) =>
    put(Term, aTerm({ schoolYear: scenario.schoolYear, number: 1, startsOn: '2026-09-01', endsOn: '2027-01-20' })),
  );
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const DAY = 24 * 60;
const newFamily = (options = {}): Promise<Family> => family(scenario, [schoolClass], options);
const shiftOf = (volunteer: Family, from: number, minutes = 60): Promise<Served> =>
  past(scenario, organiser, volunteer, school, from, minutes);
const codesOf = (payload: { userErrors: readonly { code: string; path: readonly string[] }[] } | undefined) =>
  payload?.userErrors.map((error) => [error.code, error.path.join('.')]);

async function supplement(who: { accountId: string }, { signup }: Served, startsAt: Date, endsAt: Date) {
  const input = {
    signupId: `signup_${signup.id}`,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    description: '忘记签到',
  };
  const answer = await hub.ask(SupplementServiceDocument, { as: who.accountId, variables: { input } });
  return {
    ...answer,
    record: answer.data?.supplementService.serviceRecord,
    codes: codesOf(answer.data?.supplementService),
  };
}

const ids = (records: readonly { id: string }[]): string[] =>
  records.map(({ id }) => (id.includes('_') ? id : `service-record_${id}`));
async function approve(
  who: { accountId: string },
  records: readonly { id: string }[],
  errorPolicy = 'REJECT_EVERYTHING',
) {
  const answer = await hub.ask(ApproveServiceRecordsDocument, {
    as: who.accountId,
    variables: { input: { recordIds: ids(records), errorPolicy: errorPolicy as never } },
  });
  return { ...answer, codes: codesOf(answer.data?.approveServiceRecords) };
}
async function reject(
  who: { accountId: string },
  records: readonly { id: string }[],
  errorPolicy = 'REJECT_EVERYTHING',
) {
  const answer = await hub.ask(RejectServiceRecordsDocument, {
    as: who.accountId,
    variables: { input: { recordIds: ids(records), reason: '与现场不符', errorPolicy: errorPolicy as never } },
  });
  return { ...answer, codes: codesOf(answer.data?.rejectServiceRecords) };
}
async function appeal(who: { accountId: string }, record: { id: string }) {
  const answer = await hub.ask(AppealServiceRecordDocument, {
    as: who.accountId,
    variables: { input: { recordId: ids([record])[0]!, text: '老师可以证明' } },
  });
  return { ...answer, codes: codesOf(answer.data?.appealServiceRecord) };
}
async function statusOf(record: { id: string }): Promise<string> {
  const { rows } = await hub.database.pool.query<{ status: string }>(
    'select status from service_record where id = $1',
    [ids([record])[0]!.split('_')[1]],
  );
  return rows[0]!.status;
}
async function minutesOf(who: { accountId: string }) {
  const { data } = await hub.ask(MyServiceDocument, { as: who.accountId, variables: {} });
  const guardian = data!.viewer.guardian!;
  return {
    own: guardian.serviceMinutes,
    term: guardian.serviceMinutesThisTerm,
    families: guardian.households!.nodes.map((each) => [each.serviceMinutes, each.serviceMinutesThisTerm]),
  };
}

describe('what was not checked in', () => {
  it('is written down within the shift, waits, and counts when somebody else approves it', async () => {
    const own = await newFamily();
    const here = await shiftOf(own, -DAY);
    const { record, codes } = await supplement(
      own.parent,
      here,
      here.shift.startsAt,
      minutesAfter(here.shift.startsAt, 45),
    );
    expect(codes).toEqual([]);
    expect(record).toMatchObject({ status: 'PENDING', source: 'SUPPLEMENTED', minutes: 45 });
    expect((await minutesOf(own.parent)).own).toBe(0);
    expect((await approve(organiser, [record!])).codes).toEqual([]);
    expect(await minutesOf(own.parent)).toEqual({ own: 45, term: 45, families: [[45, 45]] });
  });

  it('is refused where it reaches beyond the shift, has not happened, ends before it begins, or waits already', async () => {
    const own = await newFamily();
    const [here, ahead] = [await shiftOf(own, -DAY), await shiftOf(own, -30)];
    const { startsAt, endsAt } = here.shift;
    const cases: [Served, Date, Date, string, string][] = [
      [here, new Date(startsAt.getTime() - 1), endsAt, 'OUTSIDE_SHIFT', 'startsAt'],
      [here, startsAt, new Date(endsAt.getTime() + 1), 'OUTSIDE_SHIFT', 'endsAt'],
      [here, endsAt, startsAt, 'BACKWARDS', 'endsAt'],
      [here, startsAt, startsAt, 'BACKWARDS', 'endsAt'],
      [ahead, ahead.shift.startsAt, scenario.at(1), 'NOT_YET', 'endsAt'],
    ];
    for (const [shift, from, to, code, path] of cases)
      expect((await supplement(own.parent, shift, from, to)).codes).toEqual([[code, path]]);
    const { rows } = await hub.database.pool.query('select 1 from service_record where person_id = $1', [
      own.parent.person.id,
    ]);
    expect(rows).toEqual([]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => supplement(own.parent, here, startsAt, endsAt)));
    expect(answers.filter((each) => each.codes?.length === 0)).toHaveLength(1);
    expect(answers.flatMap((each) => each.codes!)).toEqual(
      Array.from({ length: 4 }, () => ['ALREADY_WAITING', 'signupId']),
    );
  });

  it("is nobody else's to write", async () => {
    const [own, other] = [await newFamily(), await newFamily()];
    const here = await shiftOf(own, -DAY);
    const { startsAt, endsAt } = here.shift;
    for (const who of [
      other.parent,
      await scenario.teacher(schoolClass),
      await scenario.schoolAdmin(await scenario.school()),
    ]) {
      expect((await supplement(who, here, startsAt, endsAt)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect((await supplement(organiser, here, startsAt, endsAt)).codes).toEqual([]);
  });
});

describe('a decision', () => {
  it("is never on one's own service: told, and refused by the database as well", async () => {
    const own = await newFamily();
    const teacher = await scenario.staffMember(
      { role: 'HOMEROOM_TEACHER', school: school.id, schoolClass },
      own.parent,
    );
    const here = await past(scenario, teacher, own, school, -2 * DAY);
    const record = await served(scenario, here, { source: SUPPLEMENTED, status: PENDING });
    expect((await approve(teacher, [record])).codes).toEqual([['OWN', 'recordIds.0']]);
    expect(await statusOf(record)).toBe('PENDING');
    await expect(
      hub.database.pool.query(
        "update service_record set status = 'APPROVED', decided_at = now(), approver_id = person_id where id = $1",
        [record.id],
      ),
    ).rejects.toMatchObject({ constraint: 'service_record_approver' });
    expect((await approve(admin, [record])).codes).toEqual([]);
  });

  it('is of those who run the shift: others are told so, or that there is none', async () => {
    const [own, elsewhere] = [await newFamily(), await scenario.schoolAdmin(await scenario.school())];
    const record = await served(scenario, await shiftOf(own, -3 * DAY), { source: SUPPLEMENTED, status: PENDING });
    for (const who of [await scenario.teacher(schoolClass), elsewhere, await scenario.districtAdmin()]) {
      expect((await approve(who, [record])).codes).toEqual([['NOT_FOUND', 'recordIds.0']]);
      expect((await reject(who, [record])).codes).toEqual([['NOT_FOUND', 'recordIds.0']]);
    }
    expect((await approve(own.parent, [record])).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await statusOf(record)).toBe('PENDING');
  });

  it('on many takes the good ones, or none, as is said; each once', async () => {
    const own = await newFamily();
    const [one, other] = [
      await served(scenario, await shiftOf(own, -4 * DAY), { source: SUPPLEMENTED, status: PENDING }),
      await served(scenario, await shiftOf(own, -5 * DAY), { source: SYSTEM_CHECKED }),
    ];
    expect((await approve(admin, [one, other])).codes).toEqual([['NOT_WAITING', 'recordIds.1']]);
    expect(await statusOf(one)).toBe('PENDING');
    expect((await approve(admin, [one, other], 'REJECT_FAILED_ROWS')).codes).toEqual([['NOT_WAITING', 'recordIds.1']]);
    expect(await statusOf(one)).toBe('APPROVED');
    expect((await reject(admin, [one, other])).codes).toEqual([]);
    expect((await reject(admin, [one, other], 'REJECT_FAILED_ROWS')).codes).toEqual([
      ['NOT_WAITING', 'recordIds.0'],
      ['NOT_WAITING', 'recordIds.1'],
    ]);
    expect((await minutesOf(own.parent)).own).toBe(0);
  });

  it('is appealed once within 30 days, and the appeal decided by another administrator', async () => {
    const own = await newFamily();
    const record = await served(scenario, await shiftOf(own, -6 * DAY), { source: SUPPLEMENTED, status: PENDING });
    const second = await scenario.schoolAdmin(school);
    expect((await appeal(own.parent, record)).codes).toEqual([['NOT_REJECTED', 'recordId']]);
    await reject(admin, [record]);
    clock = scenario.at(30 * DAY);
    expect((await appeal(own.parent, record)).codes).toEqual([['TOO_LATE', 'recordId']]);
    clock = new Date(scenario.at(30 * DAY).getTime() - 1);
    expect((await appeal(own.parent, record)).codes).toEqual([]);
    clock = scenario.now;
    expect((await appeal(own.parent, record)).codes).toEqual([['APPEALED_BEFORE', 'recordId']]);
    expect((await approve(organiser, [record])).codes).toEqual([['BY_ANOTHER', 'recordIds.0']]);
    expect((await approve(admin, [record])).codes).toEqual([['BY_ANOTHER', 'recordIds.0']]);
    await expect(
      hub.database.pool.query("update service_record set status = 'APPROVED' where id = $1", [record.id]),
    ).rejects.toMatchObject({ constraint: 'service_record_appeal_decided' });
    const { data } = await hub.ask(ServiceApprovalDocument, { as: second.accountId, variables: {} });
    expect(data!.serviceRecordsToDecide!.nodes.find((each) => each.id === `service-record_${record.id}`)).toMatchObject(
      { status: 'APPEALED', viewerCanDecide: true, appeal: '老师可以证明' },
    );
    expect((await approve(second, [record])).codes).toEqual([]);
    expect((await reject(admin, [record])).codes).toEqual([['BY_ANOTHER', 'recordIds.0']]);
    expect((await minutesOf(own.parent)).own).toBe(60);
    expect((await appeal((await newFamily()).parent, record)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

/** Of each run of seconds without a gap. */
function wholeMinutes(seconds: ReadonlySet<number>): number {
  const runs: number[] = [];
  for (const second of [...seconds].sort((one, other) => one - other)) {
    if (seconds.has(second - 1)) runs[runs.length - 1]! += 1;
    else runs.push(1);
  }
  return runs.reduce((sum, run) => sum + Math.floor(run / 60), 0);
}

describe('what is counted', () => {
  it('is of a family what each served for it, and of a school what all did; others and small groups see none', async () => {
    const own = await newFamily({ guardians: 2 });
    const [first, second] = own.guardians as [Family['parent'], Family['parent']];
    const both = { ...own, parent: second };
    const place = await scenario.school();
    const there = await scenario.teacher(await scenario.schoolClass(place));
    await served(scenario, await past(scenario, there, own, place, -7 * DAY), { source: SYSTEM_CHECKED });
    await served(scenario, await past(scenario, there, both, place, -7 * DAY), { source: SYSTEM_CHECKED });
    await served(scenario, await past(scenario, there, own, undefined, -8 * DAY, 30), { source: SYSTEM_CHECKED });
    await served(scenario, await past(scenario, there, own, place, -9 * DAY), {
      source: SYSTEM_CHECKED,
      status: PENDING,
    });
    expect(await minutesOf(first)).toEqual({ own: 90, term: 90, families: [[150, 150]] });
    expect(await minutesOf(second)).toEqual({ own: 60, term: 60, families: [[150, 150]] });
    const figure = async (who?: { accountId: string }) =>
      (
        await hub.ask('query ($id: ID!) { school(id: $id) { serviceMinutesThisTerm } }', {
          as: who?.accountId,
          variables: { id: `school_${place.id}` },
        })
      ).data!['school'].serviceMinutesThisTerm as number | null;
    expect(await figure(await scenario.schoolAdmin(place))).toBe(120);
    expect(await figure(await scenario.districtAdmin())).toBe(120);
    for (const who of [await scenario.analyst(), there, first, undefined]) expect(await figure(who)).toBeNull();
  });

  it('is told to an analyst of five people and more', async () => {
    const place = await scenario.school();
    const there = await scenario.teacher(await scenario.schoolClass(place));
    for (let volunteer = 1; volunteer <= 5; volunteer += 1) {
      const here = await past(scenario, there, await newFamily(), place, -7 * DAY);
      await served(scenario, here, { source: SYSTEM_CHECKED });
    }
    const { data } = await hub.ask('query ($id: ID!) { school(id: $id) { serviceMinutesThisTerm } }', {
      as: (await scenario.analyst()).accountId,
      variables: { id: `school_${place.id}` },
    });
    expect(data!['school'].serviceMinutesThisTerm).toBe(300);
  });

  it('of a term is what begins in it, wholly, by the midnight of Asia/Shanghai', async () => {
    const own = await newFamily();
    const beforeMidnight = (new Date('2026-08-31T15:30:00Z').getTime() - scenario.now.getTime()) / 60_000;
    await served(scenario, await shiftOf(own, beforeMidnight, 90), { source: SYSTEM_CHECKED });
    expect(await minutesOf(own.parent)).toEqual({ own: 90, term: 0, families: [[90, 0]] });
    await served(scenario, await shiftOf(own, beforeMidnight + 90, 40), { source: SYSTEM_CHECKED });
    expect(await minutesOf(own.parent)).toEqual({ own: 130, term: 40, families: [[130, 40]] });
  });

  it('is one statement more for a screen, however many families there are', async () => {
    const place = await scenario.school();
    const grade = await scenario.schoolClass(place);
    const there = await scenario.schoolAdmin(place);
    const once = () =>
      hub.statementsOf(() =>
        hub.ask(
          '{ guardians(first: 50) { nodes { serviceMinutes serviceMinutesThisTerm households { nodes { serviceMinutes } } } } }',
          { as: there.accountId },
        ),
      );
    // Families that come change rights, and the next request reads its viewer anew.
    const ask = async () => (await once(), once());
    await family(scenario, [grade]);
    const few = await ask();
    for (let more = 0; more < 8; more += 1) await family(scenario, [grade]);
    const many = await ask();
    expect(many.result.data!['guardians'].nodes).toHaveLength(9);
    expect(many.statements).toHaveLength(few.statements.length);
  });

  it('is the union of what was approved, as a small model says', async () => {
    const length = 3 * DAY;
    let from = -400 * DAY;
    const range = fc.record({
      start: fc.integer({ min: 0, max: length - 1 }),
      minutes: fc.integer({ min: 1, max: DAY }),
      shorterBy: fc.constantFrom(0, 0, 29, 30),
      laterBy: fc.constantFrom(0, 0, 17, 59),
      status: fc.constantFrom(APPROVED, APPROVED, APPROVED, PENDING, REJECTED),
      // Equal and touching ranges are rare among random ones.
      like: fc.constantFrom('ITSELF', 'ITSELF', 'THE_LAST', 'AFTER_THE_LAST'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(range, { maxLength: 8 }), async (wanted) => {
        const own = await newFamily();
        from += length;
        const here = await shiftOf(own, from, length);
        let waiting = false;
        const seconds = new Set<number>();
        let last = { start: 0, minutes: 0 };
        for (const { status, shorterBy, laterBy, like, ...itself } of wanted) {
          last =
            like === 'ITSELF' || last.minutes === 0
              ? itself
              : like === 'THE_LAST'
                ? last
                : { start: last.start + last.minutes, minutes: itself.minutes };
          const { start, minutes } = last;
          if (start + minutes + 1 > length || (status === PENDING && waiting)) continue;
          waiting ||= status === PENDING;
          const startsAt = new Date(minutesAfter(here.shift.startsAt, start).getTime() + laterBy * 1000);
          const endsAt = new Date(minutesAfter(startsAt, minutes).getTime() - shorterBy * 1000);
          await served(scenario, here, {
            source: SUPPLEMENTED,
            status,
            startsAt,
            endsAt,
            approver: status === PENDING ? null : admin.person.id,
          });
          const first = start * 60 + laterBy;
          if (status === APPROVED)
            for (let second = first; second < first + (shorterBy > 0 ? minutes - 1 : minutes) * 60; second += 1)
              seconds.add(second);
        }
        expect((await minutesOf(own.parent)).own).toBe(wholeMinutes(seconds));
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
