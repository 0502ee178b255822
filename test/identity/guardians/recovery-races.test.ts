import { afterAll, beforeAll, expect, it } from 'vitest';
import { BlockGuardianDocument } from '../../../schema/generated/admin.ts';
import {
  AskToJoinDocument,
  BindChildDocument,
  UpdateMyContactDocument,
} from '../../../schema/generated/mini-program.ts';
import type { TypedDocument } from '../../../schema/generated/typed-document.ts';
import type { Scenario } from '../../../seeds/scenario/index.ts';
import { startFakeWechat, type FakeWechat } from '../../../seeds/wechat/fake-wechat.ts';
import { whileHeld } from '../../people/while-held.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { bearer, refresh, signInAs, wechatVariables, whoIs } from '../../support/signed-in.ts';
import { beginScenario } from '../../support/world.ts';
import { recovery, type ClassWithTeacher, type Telephone } from './recovery.ts';

let wechat: FakeWechat;
let hub: TestHub;
let scenario: Scenario;
let here: ClassWithTeacher;
let away: ClassWithTeacher;
const { inClass, telephone, ask, bindTo, recover, tieNow, childrenOf } = recovery(() => ({ hub, wechat, scenario }));

beforeAll(async () => {
  wechat = await startFakeWechat();
  hub = await startTestHub({ variables: wechatVariables(wechat) });
  scenario = await beginScenario(hub);
  const classOf = async (): Promise<ClassWithTeacher> => {
    const school = await scenario.school();
    const schoolClass = await scenario.schoolClass(school);
    return { school, schoolClass, teacher: await scenario.teacher(schoolClass) };
  };
  [here, away] = [await classOf(), await classOf()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await wechat.stop();
});

const ROUNDS = 3;

/** A parent of two children of different schools; whoever asks has asked for the one here. */
async function lost(asking = 1) {
  const old = await telephone();
  const [near, far] = [await bindTo(old, here), await bindTo(old, away)];
  const anew: { who: Telephone; request: string }[] = [];
  for (let index = 0; index < asking; index += 1) {
    const who = await telephone();
    anew.push({ who, request: await ask(who, here, near.pupil) });
  }
  return { old, near, far, anew };
}

/** Accounts that sign in by these telephones, from now on. */
const accountsOf = (...phones: readonly Telephone[]): Promise<string[]> =>
  Promise.all(
    phones.map(async ({ name }) =>
      String(await whoIs(hub, (await signInAs(hub, wechat, name)).accessToken)).slice('account_'.length),
    ),
  );

it('two who are said to be one guardian at once: the second is, by whom the first is no more, or both came in order', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { old, anew } = await lost(2);
    const codes = await Promise.all(anew.map(({ request }) => recover(request, old, here.teacher)));
    expect(codes).toEqual([[], []]);
    const signedIn = await accountsOf(...anew.map(({ who }) => who), old);
    expect(signedIn.filter((account) => account === old.accountId)).toHaveLength(1);
    expect(signedIn[2]).not.toBe(old.accountId);
  }
});

it('recovered by the teachers of both children at once, each child has been looked at by its own', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { old, near, far, anew } = await lost();
    const { who, request } = anew[0]!;
    const elsewhere = await ask(who, away, far.pupil);
    const codes = await Promise.all([recover(request, old, here.teacher), recover(elsewhere, old, away.teacher)]);
    // Who came second finds that the request is settled, or that the guardianship waits for them to approve.
    expect(codes.flat()).toHaveLength(1);
    const byHere = codes[0]!.length === 0;
    expect([await tieNow(near.tie), await tieNow(far.tie)]).toMatchObject([
      { status: byHere ? 'ACTIVE' : 'PENDING' },
      { status: byHere ? 'PENDING' : 'ACTIVE' },
    ]);
    expect(await accountsOf(who)).toEqual([old.accountId]);
  }
});

it('blocked at the same time, they see nothing of the child by either telephone', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { old, near, anew } = await lost();
    const block = { guardianshipId: near.tie, reason: '法院裁定' };
    const [codes] = await Promise.all([
      recover(anew[0]!.request, old, here.teacher),
      hub.ask(BlockGuardianDocument, { as: here.teacher.accountId, variables: { input: block } }),
    ]);
    expect([[], ['BLOCKED']]).toContainEqual(codes);
    expect(await tieNow(near.tie)).toMatchObject({ status: 'BLOCKED' });
    for (const { name } of [old, anew[0]!.who])
      expect(await childrenOf((await signInAs(hub, wechat, name)).accessToken)).not.toContain(
        `student_${near.pupil.id}`,
      );
  }
});

it('approved elsewhere, or asked for, at the same time, a child is opened by nobody but its own teacher', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { old, anew } = await lost();
    const pupil = await inClass(away).newPupil();
    const waits = await ask(old, away, pupil);
    const [codes] = await Promise.all([
      recover(anew[0]!.request, old, here.teacher),
      inClass(away).approve(waits, {}, away.teacher),
    ]);
    expect(codes).toEqual([]);
    const { status, anew: isAnew } = await tieNow(waits);
    expect([
      ['ACTIVE', false],
      ['PENDING', true],
    ]).toContainEqual([status, isAnew]);
  }
});

it('no session of the old telephone outlives it: not one that is refreshed, nor one that is begun, at that moment', async () => {
  for (let round = 0; round < ROUNDS * 2; round += 1) {
    const { old, anew } = await lost();
    const [codes, refreshed, begun] = await Promise.all([
      recover(anew[0]!.request, old, here.teacher),
      refresh(hub, old.refreshToken),
      signInAs(hub, wechat, old.name),
      signInAs(hub, wechat, anew[0]!.who.name),
    ]);
    expect(codes).toEqual([]);
    if (refreshed.accessToken) {
      expect(await whoIs(hub, refreshed.accessToken)).toBe(401);
      expect((await refresh(hub, refreshed.refreshToken)).codes).toEqual(['UNAUTHENTICATED']);
    }
    expect(await whoIs(hub, begun.accessToken)).not.toBe(`account_${old.accountId}`);
    expect(await accountsOf(anew[0]!.who)).toEqual([old.accountId]);
  }
});

it('what the new telephone sent before it was that of the guardian is done for nobody: no child, no number, no joining', async () => {
  const { old, anew } = await lost();
  const { who, request } = anew[0]!;
  const pupil = await inClass(away).newPupil();
  const { codes: slips } = await inClass(away).codesFor([pupil], { keepEarlier: true });
  const headers = bearer(who.accessToken);
  const isRefused = { data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };
  const send =
    <Data, Input>(document: TypedDocument<Data, { input: Input }>, input: Input) =>
    () =>
      hub.ask(document, { headers, variables: { input } });
  const answers = await whileHeld<unknown>(
    hub.database,
    'select 1 from guardian where id = $1 for update',
    [who.guardianId.slice('guardian_'.length)],
    [
      send(BindChildDocument, { code: slips[0]!, relation: 'MOTHER', name: '测试家长' }),
      send(UpdateMyContactDocument, { phone: '13800138000' }),
      send(AskToJoinDocument, { code: slips[0]! }),
    ],
    async () => expect(await recover(request, old, here.teacher)).toEqual([]),
  );
  expect(answers).toMatchObject([isRefused, isRefused, isRefused]);
  const { rows } = await hub.database.pool.query('select 1 from guardianship where student_id = $1', [pupil.id]);
  expect(rows).toEqual([]);
});
