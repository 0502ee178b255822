import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveGuardianshipDocument,
  BlockGuardianDocument,
  ConfirmJoinDocument,
  LiftSuspensionDocument,
  RevokeQualificationDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import { BindChildDocument } from '../../schema/generated/mini-program.ts';
import {
  aCertifiedRecord,
  aGuardianship,
  aServiceCertificate,
  aServiceRecord,
  aVolunteerQualification,
  aVolunteerSuspension,
  certifiedService,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import { family, openShift, signedUp, type Scenario } from '../../seeds/scenario/index.ts';
import { startFakeWechat, type FakeWechat } from '../../seeds/wechat/fake-wechat.ts';
import { Guardianship, GuardianshipStatus } from '../../src/domains/people/index.ts';
import {
  CertifiedRecord,
  ServiceCertificate,
  ServiceRecord,
  ServiceSource,
  ServiceStatus,
  SuspensionCause,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startIdentityProvider, type IdentityProvider, type ProviderKey } from '../support/identity-provider.ts';
import { signInAs, wechatVariables } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';
import { decisionsOnAParent } from './decisions-on-a-parent.ts';
import { joining } from './joining.ts';

let wechat: FakeWechat;
let provider: IdentityProvider;
let key: ProviderKey;
let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;

beforeAll(async () => {
  [wechat, provider] = [await startFakeWechat(), await startIdentityProvider()];
  key = await provider.newKey();
  hub = await startTestHub({ variables: { ...wechatVariables(wechat), ...provider.variables } });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await Promise.all([wechat.stop(), provider.stop()]);
});

const { teacher, call, asked, parts, codeForPupil } = joining(() => ({
  hub,
  provider,
  key,
  scenario,
  school,
  schoolClass,
}));

describe('a teacher who is a parent is one person with two sign-ins', () => {
  it('is not joined with who has decided on themselves, until somebody else has decided anew', async () => {
    const [{ member, oidc }, { accessToken: mini }] = [await teacher(), await signInAs(hub, wechat, 'own-approver')];
    const bound = await call(BindChildDocument as never, mini, {
      code: await codeForPupil(member),
      relation: 'FATHER',
      name: '测试家长',
    });
    expect(
      (await call(ApproveGuardianshipDocument as never, oidc, { guardianshipId: bound.payload.guardianship.id })).code,
    ).toBeUndefined();
    const joinId = await asked(oidc, mini);
    expect((await call(ConfirmJoinDocument as never, oidc, { joinId })).code).toBe('OWN_CASE');
    expect((await parts(mini)).staff).toBeNull();
  });

  it.each(decisionsOnAParent(() => ({ scenario, school, schoolClass })))(
    'where they have decided %s: refused is %s',
    async (what, refused, decide) => {
      const [{ member, oidc }, { accessToken: mini }] = [
        await teacher(),
        await signInAs(hub, wechat, `decided-${what}`),
      ];
      const {
        rows: [family],
      } = await hub.database.pool.query<{ person: string; guardian: string }>(
        `select grd.id as guardian, grd.person_id as person from guardian grd where grd.id = $1`,
        [(await parts(mini)).guardian.id.replace('guardian_', '')],
      );
      await decide(member, family!.person, family!.guardian);
      expect((await call(ConfirmJoinDocument as never, oidc, { joinId: await asked(oidc, mini) })).code).toBe(
        refused ? 'OWN_CASE' : undefined,
      );
      await hub.database.pool.query('delete from signup where person_id = $1', [family!.person]);
    },
  );

  it('no suspension and no qualification of old bars the way: what is over is a record, and what others have decided goes along', async () => {
    const [{ member, oidc }, { accessToken: mini }, other] = [
      await teacher(),
      await signInAs(hub, wechat, 'old-decisions'),
      await scenario.schoolAdmin(school),
    ];
    const {
      rows: [family],
    } = await hub.database.pool.query<{ person: string }>(
      'select grd.person_id as person from guardian grd where grd.id = $1',
      [(await parts(mini)).guardian.id.replace('guardian_', '')],
    );
    const person = family!.person;
    const over = {
      person,
      district: scenario.district,
      school,
      cause: SuspensionCause.DECISION,
      decidedBy: member.staff,
    } as const;
    const DAY = 1440;
    const holds = aVolunteerSuspension({ ...over, startsAt: scenario.at(-60), endsAt: scenario.at(60) });
    const qualified = aVolunteerQualification({
      person,
      district: scenario.district,
      grantedBy: member.staff,
      name: '急救员',
    });
    await scenario.write((put) => {
      put(
        VolunteerSuspension,
        aVolunteerSuspension({ ...over, startsAt: scenario.at(-9 * DAY), endsAt: scenario.at(-8 * DAY) }),
      );
      put(
        VolunteerSuspension,
        aVolunteerSuspension({
          ...over,
          startsAt: scenario.at(-7 * DAY),
          endsAt: scenario.at(-5 * DAY),
          liftedAt: scenario.at(-6 * DAY),
          liftReason: '误',
          liftedBy: member.staff,
        }),
      );
      put(VolunteerSuspension, holds);
      put(VolunteerQualification, qualified);
      put(
        VolunteerQualification,
        aVolunteerQualification({ person, district: scenario.district, grantedBy: other.staff, name: '护学员' }),
      );
    });
    const confirmed = async () =>
      (await call(ConfirmJoinDocument as never, oidc, { joinId: await asked(oidc, mini) })).code;
    expect(await confirmed()).toBe('OWN_CASE');
    // Somebody else decides anew.
    const admin = await hub.tokenOf(other.accountId);
    expect(
      (
        await call(LiftSuspensionDocument as never, admin, {
          suspensionId: `volunteer-suspension_${holds.id}`,
          reason: '重新处理',
        })
      ).code,
    ).toBeUndefined();
    expect(await confirmed()).toBe('OWN_CASE');
    const district = await hub.tokenOf((await scenario.districtAdmin()).accountId);
    expect(
      (
        await call(RevokeQualificationDocument as never, district, {
          qualificationId: `volunteer-qualification_${qualified.id}`,
          reason: '重新登记',
        })
      ).code,
    ).toBeUndefined();
    expect(await confirmed()).toBeUndefined();
    const { rows } = await hub.database.pool.query(
      `select (select count(*)::int from volunteer_suspension where person_id = $1) as suspensions,
      (select count(*)::int from volunteer_qualification where person_id = $1) as qualifications, (select stf.id from staff stf where stf.person_id = $1) as staff`,
      [person],
    );
    expect(rows).toEqual([{ suspensions: 3, qualifications: 2, staff: member.staff.id }]);
    await expectChecksHold(hub);
  });

  it('nor with who has decided on another guardian of their child', async () => {
    const [{ member, oidc }, { accessToken: mini }, other] = [
      await teacher(),
      await signInAs(hub, wechat, 'co-parent'),
      await scenario.schoolAdmin(school),
    ];
    const guardian = (await parts(mini)).guardian.id.replace('guardian_', '');
    const child = await family(scenario, [schoolClass]);
    const [student, tie] = [child.students[0]!, child.parent.guardianships[0]!];
    await hub.database.pool.query('update guardianship set decided_by_id = $2, decided_at = now() where id = $1', [
      tie.id,
      member.staff.id,
    ]);
    const own = aGuardianship({
      guardian: { id: guardian } as never,
      student,
      status: GuardianshipStatus.PENDING,
      dataAccess: false,
    });
    await scenario.write((put) => put(Guardianship, own));
    const confirmed = async () =>
      (await call(ConfirmJoinDocument as never, oidc, { joinId: await asked(oidc, mini) })).code;
    expect(await confirmed()).toBe('OWN_CASE');
    // Somebody else decides anew.
    const admin = await hub.tokenOf(other.accountId);
    for (const document of [BlockGuardianDocument, UnblockGuardianDocument]) {
      expect(
        (await call(document as never, admin, { guardianshipId: `guardianship_${tie.id}`, reason: '重新审核' })).code,
      ).toBeUndefined();
    }
    expect(await confirmed()).toBeUndefined();
  });

  it('with a certificate that they have revoked of somebody: the record names the one person, and nobody else can be put there', async () => {
    const [{ member, oidc }, { accessToken: mini }, other] = [
      await teacher(),
      await signInAs(hub, wechat, 'revoker'),
      await scenario.schoolAdmin(school),
    ];
    const own = await family(scenario, [schoolClass]);
    const startsAt = scenario.at(-1440);
    const offered = await openShift(scenario, other, {
      school,
      shift: { startsAt, endsAt: scenario.at(-1380), signupOpensAt: scenario.at(-20_000) },
      activity: { publishedAt: scenario.at(-30_000) },
    });
    const signup = await signedUp(scenario, offered, own);
    const record = aServiceRecord({
      ...offered,
      signup,
      status: ServiceStatus.APPROVED,
      source: ServiceSource.SUPPLEMENTED,
      approver: other.person,
    });
    const certificate = aServiceCertificate({
      guardian: own.parent.guardian,
      district: scenario.district,
      services: [certifiedService({ shift: offered.shift, record, title: '护学岗' })],
    });
    await scenario.write((put) => {
      put(ServiceRecord, record);
      put(ServiceCertificate, certificate);
      put(CertifiedRecord, aCertifiedRecord({ certificate, record }));
    });
    await hub.database.pool.query(
      "update service_certificate set revoked_at = now(), revoke_reason = '有误', revoked_by_id = $2 where id = $1",
      [certificate.id, member.person.id],
    );
    const named = (person: string) =>
      hub.database.pool.query('update service_certificate set revoked_by_id = $2 where id = $1', [
        certificate.id,
        person,
      ]);
    await expect(named(other.person.id)).rejects.toMatchObject({ constraint: 'service_certificate_stays' });
    expect((await call(ConfirmJoinDocument as never, oidc, { joinId: await asked(oidc, mini) })).code).toBeUndefined();
    const { rows } = await hub.database.pool.query(
      'select cert.revoked_by_id = stf.person_id as mine from service_certificate cert, staff stf where cert.id = $1 and stf.id = $2',
      [certificate.id, member.staff.id],
    );
    expect(rows).toEqual([{ mine: true }]);
    await expect(named(other.person.id)).rejects.toMatchObject({ constraint: 'service_certificate_stays' });
  });
});
