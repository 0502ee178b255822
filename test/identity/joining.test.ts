import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveGuardianshipDocument,
  ConfirmJoinDocument,
  CreateJoinCodeDocument,
  IssueBindingCodesDocument,
  MyJoinsDocument,
} from '../../schema/generated/admin.ts';
import { AskToJoinDocument, BindChildDocument } from '../../schema/generated/mini-program.ts';
import {
  aClassMembership,
  anEngagement,
  aSignup,
  aStudent,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import { openShift, type Scenario } from '../../seeds/scenario/index.ts';
import { startFakeWechat, type FakeWechat } from '../../seeds/wechat/fake-wechat.ts';
import { ClassMembership, Student } from '../../src/domains/people/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import { Signup } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startIdentityProvider, type IdentityProvider, type ProviderKey } from '../support/identity-provider.ts';
import { bearer, signInAs, wechatVariables, whoIs } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';
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

const { teacher, call, asked, isAsked, parts, codeForPupil } = joining(() => ({
  hub,
  provider,
  key,
  scenario,
  school,
  schoolClass,
}));

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
  const { data } = await hub.ask(
    '{ viewer { inbox(first: 5, where: { kind: { eq: "identity.link-settled" } }) { nodes { title } } } }',
    { headers: { ...bearer(mini), 'accept-language': 'en' } },
  );
  expect(data!['viewer'].inbox.nodes).toEqual([{ title: 'Your two sign-ins are one person' }]);
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

it('what waited on a list of theirs and is their own case now is asked of another at once', async () => {
  const [{ member, oidc }, { accessToken: mini }] = [await teacher(), await signInAs(hub, wechat, 'on-own-list')];
  const other = await scenario.schoolAdmin(school);
  const {
    rows: [guardian],
  } = await hub.database.pool.query<{ id: string; person: string }>(
    'select grd.id, grd.person_id as person from guardian grd where grd.id = $1',
    [(await parts(mini)).guardian.id.replace('guardian_', '')],
  );
  const { role } = await openShift(scenario, member, { school, role: { approvalRequired: true } });
  const signup = aSignup({
    role,
    guardian: guardian as never,
    status: 'PENDING',
    signedUpAt: scenario.at(-60),
  } as never);
  await scenario.write((put) => put(Signup, signup));
  expect((await call(ConfirmJoinDocument as never, oidc, { joinId: await asked(oidc, mini) })).code).toBeUndefined();
  const { rows } = await hub.database.pool.query<{ person_id: string }>(
    'select person_id from notice where waiting and about_id = $1',
    [signup.id],
  );
  expect(rows.map(({ person_id }) => person_id)).toContain(other.person.id);
  await hub.database.pool.query("update signup set status = 'CANCELLED', cancelled_at = now() where id = $1", [
    signup.id,
  ]);
});
