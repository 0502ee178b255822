import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveGuardianshipDocument,
  BlockGuardianDocument,
  ConfirmJoinDocument,
  CreateJoinCodeDocument,
  IssueBindingCodesDocument,
  LiftSuspensionDocument,
  MyJoinsDocument,
  RevokeQualificationDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import { AskToJoinDocument, BindChildDocument } from '../../schema/generated/mini-program.ts';
import type { TypedDocument } from '../../schema/generated/typed-document.ts';
import {
  aCertifiedRecord,
  aClassMembership,
  aGuardianship,
  anEngagement,
  aParentLecture,
  aServiceCertificate,
  aServiceRecord,
  aSignup,
  aStaffIdentity,
  aStudent,
  aVolunteerQualification,
  aVolunteerSuspension,
  certifiedService,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import { family, openShift, signedUp, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { startFakeWechat, type FakeWechat } from '../../seeds/wechat/fake-wechat.ts';
import { StaffIdentity } from '../../src/domains/identity/index.ts';
import { ClassMembership, Guardianship, GuardianshipStatus, Student } from '../../src/domains/people/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import {
  CertifiedRecord,
  ParentLecture,
  ParentLectureStatus,
  ServiceCertificate,
  ServiceRecord,
  ServiceSource,
  ServiceStatus,
  Signup,
  SignupStatus,
  SuspensionCause,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startIdentityProvider, type IdentityProvider, type ProviderKey } from '../support/identity-provider.ts';
import { bearer, signInAs, wechatVariables, whoIs } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';

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

let made = 0;

/** A teacher whom the identity provider knows, and their token of today. */
async function teacher(): Promise<{ member: StaffMember; oidc: string }> {
  made += 1;
  const [member, subject] = [await scenario.teacher(schoolClass), `teacher-${made}`];
  await scenario.write((put) => put(StaffIdentity, aStaffIdentity({ account: member.account, subject })));
  return { member, oidc: await provider.tokenFor(subject, key) };
}

async function call<Data>(
  document: TypedDocument<Data, never>,
  token: string,
  input: Readonly<Record<string, unknown>>,
) {
  const { data, errors } = await hub.ask(document as unknown as TypedDocument<Record<string, any>, unknown>, {
    headers: bearer(token),
    variables: { input },
  }); // eslint-disable-line @typescript-eslint/no-explicit-any -- a payload of any kind
  const payload = data && Object.values(data)[0];
  return { payload, code: (payload?.userErrors[0]?.code ?? errors?.[0]?.extensions.code) as string | undefined };
}

/** A code that was shown to the one and entered by the other. */
async function asked(oidc: string, mini: string): Promise<string> {
  const { payload } = await call(CreateJoinCodeDocument as never, oidc, {});
  expect((await call(AskToJoinDocument as never, mini, { code: payload.code })).code).toBeUndefined();
  return payload.join.id as string;
}

/** Whether somebody is shown that a join waits for them. */
const isAsked = async (token: string): Promise<boolean> =>
  (
    (await hub.ask('{ viewer { inbox(first: 50) { nodes { kind } } } }', { headers: bearer(token) })).data!['viewer']
      .inbox.nodes as { kind: string }[]
  ).some(({ kind }) => kind === 'identity.join-asked');

const parts = async (token: string) =>
  (await hub.ask('{ viewer { account { id } staff { id } guardian { id } permissions } }', { headers: bearer(token) }))
    .data?.['viewer'];

async function codeForPupil(as: StaffMember): Promise<string> {
  const student = aStudent({ school });
  await scenario.write((put) => {
    put(Student, student);
    put(ClassMembership, aClassMembership({ schoolClass, student }));
  });
  const { data } = await hub.ask(IssueBindingCodesDocument, {
    as: as.accountId,
    variables: { input: { studentIds: [`student_${student.id}`] } },
  });
  return data!.issueBindingCodes.issued![0]!.code;
}

it('a join waits in the inbox of who was shown the code as long as it can be confirmed, and no longer', async () => {
  const [{ oidc }, { accessToken: mini }] = [await teacher(), await signInAs(hub, wechat, 'asks-three-times')];
  await asked(oidc, mini);
  expect(await isAsked(oidc)).toBe(true);
  // A new code ends the one before.
  await call(CreateJoinCodeDocument as never, oidc, {});
  expect(await isAsked(oidc)).toBe(false);
  const late = await asked(oidc, mini);
  expect(await isAsked(oidc)).toBe(true);
  await hub.database.pool.query('update account_join set expires_at = now() where id = $1', [late.split('_')[1]]);
  await hub.hub.runJob('notices.ask-deciders');
  expect(await isAsked(oidc)).toBe(false);
  const joinId = await asked(oidc, mini);
  expect((await call(ConfirmJoinDocument as never, oidc, { joinId })).code).toBeUndefined();
  expect([await isAsked(oidc), await isAsked(mini)]).toEqual([false, false]);
});

it('who becomes a parent here by joining is asked no more about others who ask for their child: the school is', async () => {
  const [{ member, oidc }, { accessToken: mini }, { accessToken: other }, principal] = [
    await teacher(),
    await signInAs(hub, wechat, 'own-child'),
    await signInAs(hub, wechat, 'other-parent'),
    await scenario.schoolAdmin(school),
  ];
  const student = aStudent({ school });
  const ownClass = await scenario.schoolClass(school);
  await scenario.write((put) => {
    put(Student, student);
    put(ClassMembership, aClassMembership({ schoolClass: ownClass, student }));
  });
  const code = async () =>
    (
      await hub.ask(IssueBindingCodesDocument, {
        as: principal.accountId,
        variables: { input: { studentIds: [`student_${student.id}`] } },
      })
    ).data!.issueBindingCodes.issued![0]!.code;
  await hub.database.pool.query('update staff_assignment set school_class_id = $2 where id = $1', [
    member.assignment.id,
    ownClass.id,
  ]);
  for (const token of [mini, other])
    expect(
      (await call(BindChildDocument as never, token, { code: await code(), relation: 'FATHER', name: '测试家长' }))
        .code,
    ).toBeUndefined();
  const waiting = async (by: { headers: ReturnType<typeof bearer> } | { as: string }) =>
    (
      (
        await hub.ask(
          '{ viewer { inbox(first: 50, where: { kind: { eq: "people.guardianship-asked" } }) { nodes { kind } } } }',
          by,
        )
      ).data!['viewer'].inbox.nodes as unknown[]
    ).length;
  expect([await waiting({ headers: bearer(oidc) }), await waiting({ as: principal.accountId })]).toEqual([2, 0]);
  expect((await call(ConfirmJoinDocument as never, oidc, { joinId: await asked(oidc, mini) })).code).toBeUndefined();
  expect([await waiting({ headers: bearer(oidc) }), await waiting({ as: principal.accountId })]).toEqual([0, 2]);
});

describe('a teacher who is a parent is one person with two sign-ins', () => {
  it('joined with proof of both: either sign-in is staff and guardian from then on, and binds a child that somebody else approves', async () => {
    const [{ member, oidc }, { accessToken: mini }] = [
      await teacher(),
      await signInAs(hub, wechat, 'parent-who-teaches'),
    ];
    const before = await parts(mini);
    expect(before).toMatchObject({ staff: null, guardian: { id: expect.any(String) } });
    expect(await parts(oidc)).toMatchObject({ staff: { id: `staff_${member.staff.id}` }, guardian: null });

    const joinId = await asked(oidc, mini);
    expect((await parts(mini)).staff).toBeNull();
    const { data } = await hub.ask(MyJoinsDocument, { headers: bearer(oidc) });
    expect(data!.viewer.account!.joins.nodes[0]).toMatchObject({ id: joinId, askedByName: '微***', joinedAt: null });
    expect(await call(ConfirmJoinDocument as never, oidc, { joinId })).toMatchObject({
      payload: { joined: true },
      code: undefined,
    });

    const both = { staff: { id: `staff_${member.staff.id}` }, guardian: before.guardian, account: before.account };
    for (const token of [mini, oidc, (await signInAs(hub, wechat, 'parent-who-teaches')).accessToken])
      expect(await parts(token)).toMatchObject(both);
    // A token of the account that was the staff's own is good for nothing any more.
    expect(await whoIs(hub, await hub.tokenOf(member.accountId))).toBe(401);

    const issued = await codeForPupil(await scenario.teacher(schoolClass));
    const bound = await call(BindChildDocument as never, oidc, { code: issued, relation: 'MOTHER' });
    expect(bound.code).toBeUndefined();
    const approval = { guardianshipId: bound.payload.guardianship.id as string };
    for (const token of [mini, oidc])
      expect((await call(ApproveGuardianshipDocument as never, token, approval)).code).toBe('OWN_REQUEST');
    const other = await scenario.teacher(schoolClass);
    expect(
      (await call(ApproveGuardianshipDocument as never, await hub.tokenOf(other.accountId), approval)).code,
    ).toBeUndefined();
    const { rows } = await hub.database.pool.query(
      `select per.name from guardian grd join person per on per.id = grd.person_id where grd.id = $1`,
      [before.guardian.id.replace('guardian_', '')],
    );
    expect(rows).toEqual([{ name: member.person.name }]);
  });

  it('is shown by the name that they told with a child before anybody approved it, not by what stands for no name', async () => {
    const [{ oidc }, { accessToken: mini }] = [await teacher(), await signInAs(hub, wechat, 'parent-with-a-request')];
    expect(
      (
        await call(BindChildDocument as never, mini, {
          code: await codeForPupil(await scenario.teacher(schoolClass)),
          relation: 'FATHER',
          name: '测试家长',
        })
      ).code,
    ).toBeUndefined();
    await asked(oidc, mini);
    const { data } = await hub.ask(MyJoinsDocument, { headers: bearer(oidc) });
    expect(data!.viewer.account!.joins.nodes.map(({ askedByName }) => askedByName)).toEqual(['测***']);
  });

  it('keeps what both were engaged in, and a further overlap is refused by the database', async () => {
    const [{ member, oidc }, { accessToken: mini }] = [await teacher(), await signInAs(hub, wechat, 'busy-parent')];
    const engaged = (person: string, from: number) =>
      scenario.write((put) =>
        put(
          Engagement,
          anEngagement({
            person,
            sourceId: crypto.randomUUID(),
            kind: EngagementKind.SLOT_BOOKING,
            startsAt: scenario.at(from),
            endsAt: scenario.at(from + 60),
          }),
        ),
      );
    const {
      rows: [family],
    } = await hub.database.pool.query<{ id: string }>(`select acc.person_id as id from account acc where acc.id = $1`, [
      String(await whoIs(hub, mini)).replace('account_', ''),
    ]);
    await engaged(member.person.id, 100);
    await engaged(family!.id, 130);
    const contents = async () =>
      (
        await hub.database.pool
          .query(`select (select md5(string_agg(t::text, ',' order by id)) from engagement t) as a, (select md5(string_agg(t::text, ',' order by id)) from account t) as b,
      (select md5(string_agg(t::text, ',' order by id)) from staff t) as c, (select md5(string_agg(t::text, ',' order by id)) from person t) as d`)
      ).rows;
    const joinId = await asked(oidc, mini);
    const before = await contents();
    expect((await call(ConfirmJoinDocument as never, oidc, { joinId })).code).toBe('OVERLAP');
    expect(await contents()).toEqual(before);
    await hub.database.pool.query('delete from engagement where person_id = $1', [member.person.id]);
    await engaged(member.person.id, 200);
    expect((await call(ConfirmJoinDocument as never, oidc, { joinId })).code).toBeUndefined();
    await expect(engaged(family!.id, 200)).rejects.toMatchObject({ constraint: 'engagement_no_overlap' });
  });

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

  it.each<[string, boolean, (member: StaffMember, person: string, guardian: string) => Promise<void>]>([
    [
      'an approved sign-up for a shift to come',
      true,
      async (member, person, guardian) => {
        const { role, shift } = await openShift(scenario, member, { school, role: { approvalRequired: true } });
        await scenario.write((put) => {
          put(
            Signup,
            aSignup({
              role,
              guardian: { id: guardian, person } as never,
              status: SignupStatus.CONFIRMED,
              signedUpAt: scenario.at(-60),
              decidedBy: member.staff,
              decidedAt: scenario.at(-30),
            }),
          );
          put(
            Engagement,
            anEngagement({
              person,
              sourceId: crypto.randomUUID(),
              kind: EngagementKind.SLOT_BOOKING,
              startsAt: shift.startsAt,
              endsAt: shift.endsAt,
            }),
          );
        });
      },
    ],
    [
      'an accepted lecture',
      true,
      (member, person, guardian) =>
        scenario.write((put) =>
          put(
            ParentLecture,
            aParentLecture({
              schoolClass,
              guardian: { id: guardian, person } as never,
              status: ParentLectureStatus.ACCEPTED,
              proposedAt: scenario.at(-60),
              decidedBy: member.staff,
            }),
          ),
        ),
    ],
    [
      'a qualification',
      true,
      (member, person) =>
        scenario.write((put) =>
          put(
            VolunteerQualification,
            aVolunteerQualification({ person, district: scenario.district, grantedBy: member.staff }),
          ),
        ),
    ],
    [
      'a suspension that was lifted',
      true,
      (member, person) =>
        scenario.write((put) =>
          put(
            VolunteerSuspension,
            aVolunteerSuspension({
              person,
              district: scenario.district,
              school,
              cause: SuspensionCause.DECISION,
              decidedBy: member.staff,
              startsAt: scenario.at(-60),
              liftedAt: scenario.at(-30),
              liftReason: '误',
              liftedBy: member.staff,
            }),
          ),
        ),
    ],
    [
      'a suspension that holds',
      true,
      (member, person) =>
        scenario.write((put) =>
          put(
            VolunteerSuspension,
            aVolunteerSuspension({
              person,
              district: scenario.district,
              school,
              cause: SuspensionCause.DECISION,
              decidedBy: member.staff,
              startsAt: scenario.at(-60),
            }),
          ),
        ),
    ],
  ])('where they have decided %s: refused is %s', async (what, refused, decide) => {
    const [{ member, oidc }, { accessToken: mini }] = [await teacher(), await signInAs(hub, wechat, `decided-${what}`)];
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
  });

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

  it('by nobody else: a code that was seen gives nothing without the yes of whom it was shown to, and is good once', async () => {
    const [{ oidc }, { accessToken: mini }, { accessToken: thief }, stranger] = [
      await teacher(),
      await signInAs(hub, wechat, 'owner'),
      await signInAs(hub, wechat, 'thief'),
      await teacher(),
    ];
    expect((await call(CreateJoinCodeDocument as never, mini, {})).code).toBe('NOT_STAFF');
    const { payload } = await call(CreateJoinCodeDocument as never, oidc, {});
    const joinId = payload.join.id as string;
    expect((await call(ConfirmJoinDocument as never, oidc, { joinId })).code).toBe('NOT_ASKED');
    expect((await call(AskToJoinDocument as never, thief, { code: payload.code })).code).toBeUndefined();
    expect((await call(AskToJoinDocument as never, mini, { code: payload.code })).code).toBe('CODE_INVALID');
    for (const token of [thief, mini, stranger.oidc])
      expect((await call(ConfirmJoinDocument as never, token, { joinId })).code).toBe('NOT_FOUND');
    expect(await parts(thief)).toMatchObject({ staff: null });
    const again = await asked(oidc, mini);
    expect((await call(ConfirmJoinDocument as never, oidc, { joinId })).code).toBe('OVER');
    // Ten at once: it is done once.
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call(ConfirmJoinDocument as never, oidc, { joinId: again })),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(await parts(mini)).toMatchObject({ staff: { id: expect.any(String) } });
  });
});
