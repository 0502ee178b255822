import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as admin from '../../../schema/generated/admin.ts';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import type { FamilyGuardian, ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import { momentIn } from '../../../src/domains/notice-kinds/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { whileTelling } from './held-telling.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

interface Here {
  readonly offered: ShiftOnOffer;
  readonly parent: FamilyGuardian;
  readonly startsAt: Date;
}
let hours = 3;
async function here(from = hours, capacity = 1): Promise<Here> {
  hours += 1.5;
  const startsAt = minutesAfter(desk.now, from * 60);
  const edge = minutesAfter(startsAt, -10);
  const offered = await desk.offer({
    shift: { startsAt, endsAt: minutesAfter(startsAt, 60), signupClosesAt: edge, cancelUntil: edge, place: '学校东门' },
    role: { capacity },
  });
  const [parent] = await desk.parents(1);
  return { offered, parent: parent!, startsAt };
}
const signedUp = async (from?: number): Promise<Here> => {
  const made = await here(from);
  expect((await desk.signUp(made.parent, made.offered)).codes).toEqual([]);
  return made;
};

async function send(document: unknown, input: object): Promise<void> {
  expect((await desk.send(document as never, desk.organiser, input)).codes).toEqual([]);
}
async function update({ offered: { shift } }: Here, change: object): Promise<void> {
  const [now] = await desk.rows<{ revision: number }>('select revision from shift where id = $1', shift.id);
  await send(admin.UpdateShiftDocument, { shiftId: `shift_${shift.id}`, ...now, ...change });
}
const LATER = 26 * 60;
const changes: Readonly<Record<string, (of: Here) => Promise<unknown>>> = {
  'is moved': (of) =>
    update(of, {
      startsAt: minutesAfter(of.startsAt, LATER).toISOString(),
      endsAt: minutesAfter(of.startsAt, LATER + 60).toISOString(),
    }),
  'meets elsewhere': (of) => update(of, { place: '操场' }),
  'is called off': ({ offered }) =>
    send(admin.CancelShiftDocument, { shiftId: `shift_${offered.shift.id}`, reason: '下雨' }),
  'is left': ({ parent, offered }) => desk.cancelOf(parent, offered),
};
const tie = ({ parent }: Here) => ({
  guardianshipId: `guardianship_${parent.guardianships[0]!.id}`,
  reason: '更正',
});

interface Shown {
  readonly kind: string;
  readonly body: string;
}
async function inbox({ parent }: Here): Promise<Shown[]> {
  const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: Shown[] } } }>(
    '{ viewer { inbox(first: 50) { nodes { kind body } } } }',
    { as: parent.accountId },
  );
  return data!.viewer.inbox.nodes.map(({ kind, body }) => ({ kind: kind.replace('volunteering.', ''), body }));
}
const kinds = async (of: Here): Promise<string[]> => (await inbox(of)).map(({ kind }) => kind);
const remind = () => desk.hub.hub.runJob('volunteering.remind-volunteers');

describe('whoever is reminded of a shift that at this moment', () => {
  it.each([
    ['is moved', ['shift-moved']],
    ['meets elsewhere', ['shift-place-changed', 'shift-soon']],
    ['is called off', ['shift-cancelled']],
    ['is left', []],
  ])('%s reads of it what is so', async (change, shown) => {
    const of = await signedUp();
    await whileTelling(desk, 'shift-soon', remind, () => changes[change]!(of));
    await remind();
    expect((await kinds(of)).sort()).toEqual(shown);
    for (const { kind, body } of await inbox(of)) if (kind === 'shift-soon') expect(body).toContain('操场');
  });
});

describe('whoever may sign up anew for a shift that at this moment', () => {
  const regained = async (waited: boolean): Promise<Here> => {
    const of = await here(100 + hours);
    if (waited) {
      const [first] = await desk.parents(1);
      await desk.signUp(first!, of.offered);
      await desk.join(of.parent, of.offered);
    } else await desk.signUp(of.parent, of.offered);
    await send(admin.BlockGuardianDocument, tie(of));
    return of;
  };
  const CASES = [false, true].flatMap((waited) => ['is moved', 'is called off'].map((change) => ({ waited, change })));
  it.each(CASES)('$change ($waited) reads of it what is so', async ({ waited, change }) => {
    const of = await regained(waited);
    const kind = waited ? 'waiting-again' : 'signup-again';
    const unblock = () => send(admin.UnblockGuardianDocument, tie(of));
    await whileTelling(desk, kind, unblock, () => changes[change]!(of));
    const shown = (await inbox(of)).filter((each) => each.kind === kind);
    const now = momentIn(minutesAfter(of.startsAt, LATER).toISOString()).zh;
    expect(shown.map(({ body }) => body)).toEqual(
      change === 'is moved' ? [expect.stringContaining(now) as string] : [],
    );
  });

  it('is had by them again', async () => {
    const of = await regained(false);
    expect(await kinds(of)).toEqual(['signup-ended']);
    await send(admin.UnblockGuardianDocument, tie(of));
    expect(await kinds(of)).toEqual(['signup-again']);
    expect((await desk.signUp(of.parent, of.offered)).codes).toEqual([]);
    expect(await kinds(of)).toEqual([]);
  });
});
