import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FamilyGuardian } from '../../../seeds/scenario/index.ts';
import { Desk } from '../desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  const [warm] = (await desk.parents(1)) as [FamilyGuardian];
  await desk.signUp(warm, await desk.offer(), { idempotencyKey: 'press' });
});
afterAll(() => desk.close());

/** What each statement of a sign-up is for: one more is one more round trip for everybody, and under the lock for all who wait. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['viewer', /^\s*with today as/],
  ['begin', /^start transaction/],
  ['key', /insert into idempotent_call/],
  ['person and facts', /from person per, lateral/],
  ['persons', /from person per where per\.id = any/],
  ['role', /^select rol\.\* from shift_role rol where .* for no key update$/],
  ['counters', /^update "shift_role"/],
  ['sign-up', /insert into signup /],
  ['entry', /insert into waitlist_entry /],
  ['audit and answer', /insert into audit_record/],
  ['commit', /^commit$/],
  ['answered', /^select _row\./],
  ['facts', /json_build_object/],
];

function kindsOf(statements: readonly string[]): string[] {
  return statements.map((text) => KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? text);
}

const before = ['viewer', 'begin', 'key', 'person and facts'];

it.each([
  ['has a place', 2, ['role', 'facts', 'sign-up', 'audit and answer', 'commit']],
  ['waits', 1, ['role', 'facts', 'counters', 'entry', 'audit and answer', 'commit']],
])(
  'a guardian who %s: so many statements before the lock, under it and after it',
  async (_what, capacity, underTheLock) => {
    const offered = await desk.offer({ role: { capacity } });
    const [first, who] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
    await desk.signUp(first, offered);
    const { result, statements } = await desk.hub.statementsOf(() =>
      desk.signUp(who, offered, { ifFull: 'JOIN_WAITLIST', idempotencyKey: 'press' }),
    );
    expect(result.codes).toEqual([]);
    expect(kindsOf(statements)).toEqual([...before, ...underTheLock, 'answered', 'answered']);
  },
);

it('a crowd: as many statements under the lock, however many they are', async () => {
  const offered = await desk.offer({ role: { capacity: 20 } });
  const crowd = await desk.parents(60);
  await Promise.all(crowd.map((each) => desk.hub.tokenOf(each.accountId)));
  const { result, statements } = await desk.hub.statementsOf(() =>
    Promise.all(crowd.map((each) => desk.signUp(each, offered, { ifFull: 'JOIN_WAITLIST', idempotencyKey: 'press' }))),
  );
  expect(result.flatMap(({ codes }) => codes)).toEqual([]);
  const counted = Object.groupBy(kindsOf(statements), (kind) => kind);
  expect([counted['viewer']!.length, counted['answered']!.length]).toEqual([60, 120]);
  // Whoever came first is served alone; the others by as many groups as had gathered meanwhile.
  const groups = counted['commit']!.length;
  expect(groups).toBeLessThan(20);
  expect(statements.length - 180).toBeLessThanOrEqual(groups * 10);
});
