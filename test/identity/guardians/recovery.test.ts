import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BlockGuardianDocument,
  PendingGuardianshipsDocument,
  RejectGuardianshipDocument,
} from '../../../schema/generated/admin.ts';
import {
  MyGuardianshipsDocument,
  OpenLinkDocument,
  UpdateMyContactDocument,
} from '../../../schema/generated/mini-program.ts';
import { aStaff, aVolunteerQualification } from '../../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { startFakeWechat, type FakeWechat } from '../../../seeds/wechat/fake-wechat.ts';
import { Staff } from '../../../src/domains/people/index.ts';
import { VolunteerQualification } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { bearer, refresh, signInAs, wechatVariables, whoIs } from '../../support/signed-in.ts';
import { beginScenario } from '../../support/world.ts';
import { recovery, type ClassWithTeacher, type Telephone } from './recovery.ts';

let wechat: FakeWechat;
let hub: TestHub;
let scenario: Scenario;
/** Two classes of one school, and one of another. */
let here: ClassWithTeacher;
let beside: ClassWithTeacher;
let away: ClassWithTeacher;
let schoolAdmin: StaffMember;
const { inClass, telephone, ask, bindTo, recover, tieNow, childrenOf } = recovery(() => ({ hub, wechat, scenario }));

beforeAll(async () => {
  wechat = await startFakeWechat();
  hub = await startTestHub({ variables: wechatVariables(wechat) });
  scenario = await beginScenario(hub);
  const [school, other] = [await scenario.school(), await scenario.school()];
  const classOf = async (where: typeof school): Promise<ClassWithTeacher> => {
    const schoolClass = await scenario.schoolClass(where);
    return { school: where, schoolClass, teacher: await scenario.teacher(schoolClass) };
  };
  [here, beside, away] = [await classOf(school), await classOf(school), await classOf(other)];
  schoolAdmin = await scenario.schoolAdmin(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await wechat.stop();
});

/** A parent of a pupil here, with a new telephone by which they ask for the same pupil. */
async function lost() {
  const old = await telephone();
  const { pupil, tie } = await bindTo(old, here);
  const anew = await telephone();
  return { old, anew, pupil, tie, request: await ask(anew, here, pupil) };
}

const accountOf = async (token: string) => String(await whoIs(hub, token)).slice('account_'.length);
const inboxOf = async (token: string): Promise<{ kind: string; body: string; about: { id: string } | null }[]> =>
  (await hub.ask('{ viewer { inbox(first: 20) { nodes { kind body about { id } } } } }', { headers: bearer(token) }))
    .data!['viewer'].inbox.nodes as { kind: string; body: string; about: { id: string } | null }[];

describe('a guardian who has lost their WeChat account', () => {
  it('goes on as the same person by the new one, with the number that they told by it; by the old one nobody does', async () => {
    const { old, anew, pupil, tie, request } = await lost();
    await hub.ask(UpdateMyContactDocument, {
      headers: bearer(anew.accessToken),
      variables: { input: { phone: '13912340001' } },
    });
    expect(await recover(request, old, here.teacher)).toEqual([]);
    for (const token of [old.accessToken, anew.accessToken]) expect(await whoIs(hub, token)).toBe(401);
    for (const token of [old.refreshToken, anew.refreshToken])
      expect((await refresh(hub, token)).codes).toEqual(['UNAUTHENTICATED']);
    const again = await signInAs(hub, wechat, anew.name);
    expect(await accountOf(again.accessToken)).toBe(old.accountId);
    expect(await childrenOf(again.accessToken)).toEqual([`student_${pupil.id}`]);
    const { data } = await hub.ask(MyGuardianshipsDocument, { headers: bearer(again.accessToken) });
    expect(data!.viewer.guardian).toMatchObject({ id: old.guardianId, phone: '139****0001' });
    expect(await tieNow(request)).toMatchObject({ status: 'ENDED', guardian: anew.guardianId });
    const stranger = await signInAs(hub, wechat, old.name);
    expect(await accountOf(stranger.accessToken)).not.toBe(old.accountId);
    expect(await childrenOf(stranger.accessToken)).toEqual([]);
    const news = (await inboxOf(again.accessToken)).filter(({ kind }) => kind === 'identity.sign-in-recovered');
    expect(news).toEqual([expect.objectContaining({ about: { id: tie } })]);
    const opened = await hub.ask(OpenLinkDocument, {
      headers: bearer(again.accessToken),
      variables: { id: news[0]!.about!.id },
    });
    expect(opened.data!.node).toMatchObject({ id: tie });
    const { rows } = await hub.database.pool.query(
      `select outcome, subjects from audit_record where mutation = 'recoverGuardian' and subjects->>'request' = $1`,
      [request.slice('guardianship_'.length)],
    );
    expect(rows).toEqual([
      {
        outcome: 'SUCCEEDED',
        subjects: expect.objectContaining({
          guardianship: tie.slice('guardianship_'.length),
          sameAsGuardian: old.guardianId.slice('guardian_'.length),
          joinedAccount: anew.accountId,
        }) as object,
      },
    ]);
  });

  it('opens by the word of one teacher the child of that class alone: the others wait for their own, and are then as they were', async () => {
    const { old, anew, pupil, request } = await lost();
    const [near, far] = [await bindTo(old, beside), await bindTo(old, away)];
    const homes = await inClass(away).householdsOf(far.pupil);
    // They have asked for the far child as well by the new telephone, which needs no decision of its own any more; a third child is new.
    const asksFar = await ask(anew, away, far.pupil);
    const third = await inClass(away).newPupil();
    const asksThird = await ask(anew, away, third);
    expect(await recover(request, old, here.teacher)).toEqual([]);
    const again = await signInAs(hub, wechat, anew.name);
    expect(await childrenOf(again.accessToken)).toEqual([`student_${pupil.id}`]);
    for (const { tie } of [near, far]) expect(await tieNow(tie)).toMatchObject({ status: 'PENDING', anew: true });
    expect(await tieNow(asksFar)).toMatchObject({ status: 'ENDED' });
    expect(await tieNow(asksThird)).toMatchObject({ status: 'PENDING', guardian: old.guardianId, anew: false });
    expect(
      (await inboxOf(again.accessToken)).find(({ kind }) => kind === 'identity.sign-in-recovered')!.body,
    ).toContain('另外2名孩子');

    const { data } = await hub.ask(PendingGuardianshipsDocument, {
      as: away.teacher.accountId,
      variables: { id: `class_${away.schoolClass.id}` },
    });
    const waits = data!.schoolClass!.pendingGuardianships!.nodes;
    expect(waits.find(({ id }) => id === far.tie)).toMatchObject({
      recoveredAt: expect.any(String) as string,
      legal: true,
    });
    expect(waits.find(({ id }) => id === asksThird)).toMatchObject({ recoveredAt: null });
    const asked = await hub.ask('{ viewer { tasks(first: 20) { nodes { kind about { id } } } } }', {
      as: away.teacher.accountId,
    });
    expect(asked.data!['viewer'].tasks.nodes).toContainEqual({
      kind: 'people.guardianship-asked',
      about: { id: far.tie },
    });

    expect((await inClass(away).approve(far.tie, {}, away.teacher)).codes).toEqual([]);
    expect(await tieNow(far.tie)).toMatchObject({ status: 'ACTIVE', data_access: true, anew: false });
    expect(await childrenOf(again.accessToken)).toHaveLength(2);
    expect(await inClass(away).householdsOf(far.pupil)).toEqual(homes);
    // Whoever does not know them there says so.
    const refusal = await hub.ask(RejectGuardianshipDocument, {
      as: beside.teacher.accountId,
      variables: { input: { guardianshipId: near.tie, reason: '不是本人' } },
    });
    expect(refusal.data!.rejectGuardianship.userErrors).toEqual([]);
    expect(await childrenOf(again.accessToken)).toHaveLength(2);
  });

  it('by an administrator keeps all children of the school, and blocked ones stay blocked', async () => {
    const { old, anew, request } = await lost();
    const [near, kept] = [await bindTo(old, beside), await bindTo(old, beside)];
    const block = { guardianshipId: kept.tie, reason: '法院裁定' };
    await hub.ask(BlockGuardianDocument, { as: beside.teacher.accountId, variables: { input: block } });
    expect(await recover(request, old, schoolAdmin)).toEqual([]);
    expect(await tieNow(near.tie)).toMatchObject({ status: 'ACTIVE' });
    expect(await tieNow(kept.tie)).toMatchObject({ status: 'BLOCKED' });
    expect(await childrenOf((await signInAs(hub, wechat, anew.name)).accessToken)).toHaveLength(2);
  });
});

describe('is refused, and nothing is written,', () => {
  type Case = Awaited<ReturnType<typeof lost>>;
  const cases: [
    string,
    string,
    (world: Case) => Promise<{ request?: string; sameAs?: Telephone; by?: { readonly accountId: string } }>,
  ][] = [
    ['NOT_A_GUARDIAN', 'who has nothing to do with the pupil', async () => ({ sameAs: await telephone() })],
    ['NOT_A_GUARDIAN', 'who asks themself', ({ anew }) => Promise.resolve({ sameAs: anew })],
    [
      'NOT_A_GUARDIAN',
      'whose guardianship has run out',
      async ({ tie }) => {
        await set('guardianship', tie, "valid_from = '2026-01-01', valid_to = '2026-01-02'");
        return {};
      },
    ],
    [
      'BLOCKED',
      'whom the school keeps from the pupil',
      async ({ tie }) => {
        const input = { guardianshipId: tie, reason: '法院裁定' };
        await hub.ask(BlockGuardianDocument, { as: here.teacher.accountId, variables: { input } });
        return {};
      },
    ],
    [
      'OF_STAFF',
      'who is on record as staff',
      async ({ old }) => {
        const { person_id: id } = await rowOf('account', old.accountId);
        await scenario.write((put) => put(Staff, aStaff({ person: { id } as never })));
        return {};
      },
    ],
    ['HAS_RECORDS', 'where the one who asks has another child', async ({ anew }) => (await bindTo(anew, away), {})],
    [
      'HAS_RECORDS',
      'where the one who asks has something of their own',
      async ({ anew }) => {
        const { person_id: id } = await rowOf('account', anew.accountId);
        await scenario.write((put) =>
          put(
            VolunteerQualification,
            aVolunteerQualification({
              person: { id },
              district: scenario.district,
              grantedBy: here.teacher.staff,
            } as never),
          ),
        );
        return {};
      },
    ],
    [
      'NOT_POSSIBLE',
      'whose account is shut',
      async ({ old }) => {
        await set('account', old.accountId, "status = 'DISABLED'");
        return {};
      },
    ],
    [
      'NOT_PENDING',
      'where it was decided already',
      async ({ request }) => {
        const input = { guardianshipId: request, reason: '不认识' };
        await hub.ask(RejectGuardianshipDocument, { as: here.teacher.accountId, variables: { input } });
        return {};
      },
    ],
    ['NOT_FOUND', 'to whoever has not the care of the pupil', () => Promise.resolve({ by: beside.teacher })],
    ['FORBIDDEN', 'to whoever decides on no guardians', ({ anew }) => Promise.resolve({ by: anew })],
  ];

  const rowOf = async (table: string, id: string) =>
    (await hub.database.pool.query<{ person_id: string }>(`select * from ${table} where id = $1`, [id])).rows[0]!;

  async function set(table: string, id: string, changes: string) {
    await hub.database.pool.query(`update ${table} set ${changes} where id = $1`, [id.slice(-36)]);
  }

  it.each(cases)('%s: %s', async (code, _who, arrange) => {
    const world = await lost();
    const { sameAs = world.old, by = here.teacher } = await arrange(world);
    const state = async () =>
      (
        await hub.database.pool.query<object>(
          `select (select json_agg(tie order by id) from guardianship tie)::text as ties, (select json_agg(wid order by id) from wechat_identity wid)::text as wechat,
          (select count(*) from session where ended_at is null) as sessions, (select count(*) from notice) as notices`,
        )
      ).rows;
    const before = await state();
    expect(await recover(world.request, sameAs, by)).toEqual([code]);
    expect(await state()).toEqual(before);
  });
});
