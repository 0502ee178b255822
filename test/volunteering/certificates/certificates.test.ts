import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  RecordAttendanceDocument,
  ServiceCertificatesDocument,
  UpdateDistrictDocument,
  UpdateSchoolDocument,
} from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { certificateFacts, ServiceSource, ServiceStatus } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';
import { askerOf } from '../asker.ts';
import { past, served } from '../service.ts';
import { certificateCalls, DAY } from './certificates.ts';

const { SYSTEM_CHECKED, SUPPLEMENTED } = ServiceSource;

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
let admin: StaffMember;

beforeAll(async () => {
  const now = new Date('2026-11-20T04:00:00.000Z');
  hub = await startTestHub({ clock: () => now });
  scenario = await beginScenario(hub, now);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [organiser, admin] = [await scenario.teacher(schoolClass), await scenario.schoolAdmin(school)];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);
const { serve, issue, verify, revoke, reject } = certificateCalls(() => ({ hub, scenario, school, organiser }));

describe('a certificate', () => {
  it('rests on approved service of its period alone, overlapping time counted once', async () => {
    const own = await newFamily();
    const { record: first, ...here } = await serve(own, -3);
    await served(scenario, here, { source: SUPPLEMENTED, approver: admin.person.id });
    await serve(own, -5);
    await serve(own, -7, school, { status: ServiceStatus.PENDING });
    await serve(own, -8, school, { status: ServiceStatus.REJECTED, approver: admin.person.id });
    await serve(own, -100);
    const { certificate, codes } = await issue(own.parent);
    expect(codes).toEqual([]);
    expect(certificate).toMatchObject({
      valid: true,
      totalMinutes: 120,
      serviceCount: 2,
      periodFrom: '2026-09-01',
      periodTo: '2026-11-20',
      revokedAt: null,
    });
    expect(certificate!.number).toMatch(/^ZY20261120-[0-9A-HJKMNP-TV-Z]{10}$/);
    const { rows } = await hub.database.pool.query<{ n: number; mine: number }>(
      'select count(*)::int as n, count(*) filter (where record_id = $2)::int as mine from certified_record where certificate_id = $1',
      [certificate!.id.split('_')[1], first.id],
    );
    expect(rows).toEqual([{ n: 3, mine: 1 }]);
  });

  it('the very same is answered instead of issued twice, also to ten phones at once; what came since makes another', async () => {
    const own = await newFamily();
    await serve(own, -3);
    const answers = await Promise.all(Array.from({ length: 10 }, () => issue(own.parent)));
    expect(new Set(answers.map((each) => each.certificate!.number)).size).toBe(1);
    await serve(own, -4);
    expect((await issue(own.parent)).certificate!.number).not.toBe(answers[0]!.certificate!.number);
  });

  it('says where its district and schools could be reached when it was issued, and never anything else', async () => {
    const own = await newFamily();
    const elsewhere = await scenario.school();
    await serve(own, -3);
    await serve(own, -4, elsewhere);
    const head = await scenario.districtAdmin();
    const district = `district_${scenario.district.id}`;
    const reach = async (document: never, input: object) =>
      expect((await asked(hub, document, head.accountId, input as never)).codes).toEqual([]);
    await reach(UpdateDistrictDocument as never, { districtId: district, contact: '010-00000000' });
    await reach(UpdateSchoolDocument as never, { schoolId: `school_${school.id}`, contact: '010-00000001' });
    const { certificate } = await issue(own.parent);
    const facts = async () =>
      certificateFacts(await askerOf(hub, own.parent, scenario.now), certificate!.id.split('_')[1]!);
    const before = await facts();
    expect(before.contacts).toEqual([
      { name: scenario.district.name, contact: '010-00000000' },
      { name: school.name, contact: '010-00000001' },
    ]);
    expect([...before.recordedBy].sort()).toEqual([school.name, elsewhere.name].sort());
    await reach(UpdateDistrictDocument as never, { districtId: district, contact: null });
    await reach(UpdateSchoolDocument as never, { schoolId: `school_${school.id}`, contact: null });
    expect(await facts()).toEqual(before);
    expect((await issue(own.parent)).certificate!.number).toBe(certificate!.number);
  });

  it('is refused without approved service, for a period ahead, and backwards', async () => {
    const own = await newFamily();
    await serve(own, -3, school, { status: ServiceStatus.PENDING });
    expect((await issue(own.parent)).codes).toEqual(['NOTHING_APPROVED']);
    expect((await issue(own.parent, { periodTo: '2026-11-21' })).codes).toEqual(['AHEAD']);
    expect((await issue(own.parent, { periodFrom: '2026-11-20', periodTo: '2026-11-19' })).codes).toEqual([
      'BACKWARDS',
    ]);
    const { rows } = await hub.database.pool.query('select 1 from service_certificate where guardian_id = $1', [
      own.parent.guardian.id,
    ]);
    expect(rows).toEqual([]);
  });

  it('says no more than its lines together, which are rounded down', async () => {
    const own = await newFamily();
    for (const days of [-3, -4]) {
      const here = await past(scenario, organiser, own, school, days * DAY);
      await served(scenario, here, {
        source: SYSTEM_CHECKED,
        startsAt: new Date(here.shift.startsAt.getTime() + 24_000),
      });
    }
    expect((await issue(own.parent)).certificate).toMatchObject({ totalMinutes: 118, serviceCount: 2 });
  });

  it('is by days of Asia/Shanghai', async () => {
    const own = await newFamily();
    const lateEvening = (new Date('2026-10-31T15:30:00Z').getTime() - scenario.now.getTime()) / 60_000;
    await served(scenario, await past(scenario, organiser, own, school, lateEvening), { source: SYSTEM_CHECKED });
    expect((await issue(own.parent, { periodFrom: '2026-11-01' })).codes).toEqual(['NOTHING_APPROVED']);
    expect((await issue(own.parent, { periodFrom: '2026-10-31', periodTo: '2026-10-31' })).certificate).toMatchObject({
      totalMinutes: 60,
    });
  });

  it('of a volunteer of the school certifies what was served there; others know nobody of that id', async () => {
    const own = await newFamily();
    await serve(own, -3);
    await serve(own, -4, null);
    const guardianId = `guardian_${own.parent.guardian.id}`;
    expect((await issue(admin, { guardianId })).certificate).toMatchObject({ totalMinutes: 60 });
    expect((await issue(own.parent)).certificate).toMatchObject({ totalMinutes: 120 });
    for (const who of [await scenario.schoolAdmin(await scenario.school()), (await newFamily()).parent]) {
      expect((await issue(who, { guardianId })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect((await issue(organiser, { guardianId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('does not change, whoever writes', async () => {
    const own = await newFamily();
    await serve(own, -3);
    const id = (await issue(own.parent)).certificate!.id.split('_')[1];
    const { pool } = hub.database;
    await expect(
      pool.query('update service_certificate set total_minutes = 600 where id = $1', [id]),
    ).rejects.toMatchObject({ constraint: 'service_certificate_stays' });
    await expect(pool.query('delete from certified_record where certificate_id = $1', [id])).rejects.toMatchObject({
      constraint: 'certified_record_stays',
    });
    await expect(
      pool.query(
        "update service_record set status = 'PENDING', decided_at = null where id = (select record_id from certified_record where certificate_id = $1)",
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'service_record_certified' });
  });
});

describe('what a certificate rests on stays', () => {
  it('until it is revoked: the record is CERTIFIED, on the list as well', async () => {
    const own = await newFamily();
    const { record, signup, shift } = await serve(own, -3);
    const { certificate } = await issue(own.parent);
    expect(await reject(admin, record)).toEqual(['CERTIFIED']);
    const input = {
      shiftId: `shift_${shift.id}`,
      rows: [{ signupId: `signup_${signup.id}`, noShow: true, withdrawsCheckIn: true }],
    };
    const onTheList = async () =>
      (
        await hub.ask(RecordAttendanceDocument, { as: organiser.accountId, variables: { input } })
      ).data?.recordAttendance.userErrors.map((error) => error.code);
    expect(await onTheList()).toEqual(['CERTIFIED']);
    expect((await revoke(admin, certificate!)).codes).toEqual([]);
    expect(await onTheList()).toEqual([]);
    expect((await issue(own.parent)).codes).toEqual(['NOTHING_APPROVED']);
  });

  it('whichever comes first, rejection or certificate, the other sees it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const own = await newFamily();
      const { record } = await serve(own, -3);
      const [issued, rejected] = await Promise.all([issue(own.parent), reject(admin, record)]);
      expect([issued.codes, rejected]).toEqual(
        issued.codes!.length === 0 ? [[], ['CERTIFIED']] : [['NOTHING_APPROVED'], []],
      );
    }
  });
});

describe('revoking', () => {
  it("is for a school where some of it was served and for the district, once, and never of one's own", async () => {
    const own = await newFamily();
    await serve(own, -3);
    const { certificate } = await issue(own.parent);
    expect(
      (await revoke(await scenario.schoolAdmin(await scenario.school()), certificate!)).errors?.[0]?.extensions.code,
    ).toBe('NOT_FOUND');
    expect((await revoke(organiser, certificate!)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await revoke(own.parent, certificate!)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await verify(certificate!.number)).toMatchObject({ valid: true });
    expect((await revoke(await scenario.districtAdmin(), certificate!)).codes).toEqual([]);
    expect((await revoke(admin, certificate!)).codes).toEqual(['ALREADY_REVOKED']);
    expect(await verify(certificate!.number)).toMatchObject({
      valid: false,
      revokedAt: scenario.now.toISOString(),
      totalMinutes: 60,
    });

    const head = await newFamily();
    await scenario.staffMember({ role: 'SCHOOL_ADMIN', school: school.id }, head.parent);
    await serve(head, -3);
    expect((await revoke(head.parent, (await issue(head.parent)).certificate!)).codes).toEqual(['OWN']);
  });
});

describe('verifying', () => {
  it('tells a guest what the paper says, and never whose it is', async () => {
    const own = await newFamily();
    await serve(own, -3);
    const { certificate } = await issue(own.parent);
    const { number } = certificate!;
    const found = {
      number,
      valid: true,
      revokedAt: null,
      periodFrom: '2026-09-01',
      periodTo: '2026-11-20',
      totalMinutes: 60,
      serviceCount: 1,
      issuedAt: scenario.now.toISOString(),
      districtName: scenario.district.name,
      schoolName: school.name,
    };
    expect(await verify(number)).toEqual(found);
    for (const typed of [
      ` ${number.toLowerCase()} `,
      number.replace('-', ''),
      number.replace('-', '\u2014'),
      number.replaceAll('0', 'o'),
    ])
      expect(await verify(typed), typed).toEqual(found);
    expect(JSON.stringify(found)).not.toContain(own.parent.person.name);
    for (const unknown of ['ZY20261120-0000000000', 'ZY', '', '证明', '\0', 'Z'.repeat(10_000), `${number}0`])
      expect(await verify(unknown), unknown).toBeNull();
  });

  it('asks the database the same for every number', async () => {
    const { statements } = await hub.statementsOf(() => verify('ZY20261120-0000000000'));
    const { statements: malformed } = await hub.statementsOf(() => verify('x'.repeat(500)));
    expect(malformed).toEqual(statements);
  });
});

describe('who sees a certificate', () => {
  it('its holder, the school, the district without the name; and who is printed what', async () => {
    const own = await newFamily();
    await serve(own, -3);
    const { certificate } = await issue(own.parent);
    const [districtAdmin, stranger] = [await scenario.districtAdmin(), await newFamily()];
    const seenBy = async (who: { accountId: string }) =>
      (
        await hub.ask(ServiceCertificatesDocument, {
          as: who.accountId,
          variables: { where: { number: { eq: certificate!.number } } },
        })
      ).data?.serviceCertificates?.nodes.map((each) => each.guardian?.name ?? null) ?? 'FORBIDDEN';
    expect(await seenBy(own.parent)).toEqual([own.parent.person.name]);
    expect(await seenBy(admin)).toEqual([own.parent.person.name]);
    expect(await seenBy(districtAdmin)).toEqual([null]);
    expect(await seenBy(stranger.parent)).toEqual([]);
    for (const who of [organiser, await scenario.analyst()]) expect(await seenBy(who)).toEqual('FORBIDDEN');

    const factsFor = async (who: { accountId: string }) =>
      certificateFacts(await askerOf(hub, who, scenario.now), certificate!.id.split('_')[1]!);
    expect(await factsFor(own.parent)).toMatchObject({
      number: certificate!.number,
      holder: own.parent.person.name,
      school: school.name,
      district: scenario.district.name,
      totalMinutes: 60,
      period: { from: '2026-09-01', to: '2026-11-20' },
      services: [{ day: '2026-11-17', minutes: 60, place: '学校东门' }],
    });
    await expect(factsFor(districtAdmin)).rejects.toThrow('There is no such thing');
    await expect(factsFor(stranger.parent)).rejects.toThrow('There is no such thing');
  });
});
