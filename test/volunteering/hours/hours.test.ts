import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceApprovalDocument } from '../../../schema/generated/admin.ts';
import { aTerm, minutesAfter, type SchoolClassRecord, type SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { ServiceSource, ServiceStatus } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { past, served, type Served } from '../service.ts';
import { serviceCalls } from './decisions.ts';

const { SYSTEM_CHECKED, SUPPLEMENTED } = ServiceSource;
const { PENDING } = ServiceStatus;

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
const { supplement, approve, reject, appeal, statusOf, minutesOf } = serviceCalls(() => hub);

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
