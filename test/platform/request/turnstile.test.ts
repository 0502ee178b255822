import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TryLater } from '../../../src/platform/errors/index.ts';
import { Turnstile, type Turn } from '../../../src/platform/request/index.ts';

const nobody = new AbortController().signal;

function turnstile({ atOnce = 2, mostWaiting = 3, longestWaitMs = 60_000, told = [] as number[] } = {}): Turnstile {
  return new Turnstile({ atOnce, mostWaiting, longestWaitMs, onRefused: (refused) => told.push(refused) });
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a turnstile', () => {
  it('lets so many in, and the next one when somebody leaves, once', async () => {
    const gate = turnstile({ atOnce: 1 });
    const first = await gate.enter(nobody);
    const entered: string[] = [];
    const second = Promise.resolve(gate.enter(nobody)).then((turn) => (entered.push('second'), turn));
    void Promise.resolve(gate.enter(nobody)).then(() => entered.push('third'));
    await settled();
    expect(entered).toEqual([]);
    first.leave();
    first.leave();
    await settled();
    expect(entered).toEqual(['second']);
    (await second).leave();
    await settled();
    expect(entered).toEqual(['second', 'third']);
  });

  it('sends away whoever finds the line full, and says so now and then', async () => {
    const told: number[] = [];
    const gate = turnstile({ atOnce: 1, mostWaiting: 1, told });
    await gate.enter(nobody);
    void gate.enter(nobody);
    for (let time = 0; time < 5; time += 1) expect(() => gate.enter(nobody)).toThrow(TryLater);
    expect(told).toEqual([1]);
  });

  it('sends away whoever has waited too long, when it is their turn, and lets in who has not', async () => {
    const gate = turnstile({ atOnce: 1, longestWaitMs: 50 });
    const inside = await gate.enter(nobody);
    const late = [gate.enter(nobody), gate.enter(nobody)].map((each) =>
      Promise.resolve(each).catch((error: unknown) => error),
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    const intime = gate.enter(nobody);
    inside.leave();
    expect(await Promise.all(late)).toEqual([expect.any(TryLater), expect.any(TryLater)]);
    (await intime).leave();
    (await gate.enter(nobody)).leave();
  });

  it('keeps its numbers whoever comes, leaves or gives up', async () => {
    const step = fc.oneof(
      fc.constant('come' as const),
      fc.constant('leave' as const),
      fc.constant('give up' as const),
      fc.constant('come' as const),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.tuple(step, fc.nat()), { maxLength: 60 }),
        async (atOnce, mostWaiting, steps) => {
          const gate = turnstile({ atOnce, mostWaiting });
          const inside: { number: number; turn: Turn }[] = [];
          let line: { readonly number: number; readonly gone: AbortController }[] = [];
          let [came, refused, expectedRefused] = [0, 0, 0];
          for (const [what, which] of steps) {
            if (what === 'come') {
              const number = came++;
              const gone = new AbortController();
              const full = inside.length >= atOnce && line.length >= mostWaiting;
              expectedRefused += Number(full);
              if (!full) line.push({ number, gone });
              try {
                void Promise.resolve(gate.enter(gone.signal)).then(
                  (turn) => inside.push({ number, turn }),
                  () => undefined,
                );
              } catch {
                refused += 1;
              }
            } else if (what === 'leave' && inside.length > 0) inside.splice(which % inside.length, 1)[0]!.turn.leave();
            else if (what === 'give up' && line.length > 0) line.splice(which % line.length, 1)[0]!.gone.abort();
            await settled();
            const entered = inside.map(({ number }) => number);
            line = line.filter(({ number }) => !entered.includes(number));
            expect(inside.length).toBeLessThanOrEqual(atOnce);
            // Nobody waits while there is room, and nobody is overtaken.
            if (inside.length < atOnce) expect(line).toEqual([]);
            const last = Math.max(-1, ...entered);
            expect(line.filter(({ number }) => number < last)).toEqual([]);
          }
          expect(refused).toBe(expectedRefused);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('claimants at a turnstile', () => {
  const claimant = (key: string, atOnce = 2, mostWaiting = 5) => ({ key, atOnce, mostWaiting });

  it('have so many inside and in line, and the others are neither slowed nor refused for it', async () => {
    const why: string[] = [];
    const gate = new Turnstile({
      atOnce: 10,
      mostWaiting: 1_000,
      longestWaitMs: 60_000,
      onRefused: () => undefined,
      onRefusal: (each) => why.push(each),
    });
    const entered: string[] = [];
    const come = (key: string): void =>
      void Promise.resolve(gate.enter(nobody, claimant(key))).then(
        () => entered.push(key),
        () => undefined,
      );
    for (let time = 0; time < 7; time += 1) come('greedy');
    for (let time = 0; time < 20; time += 1) expect(() => gate.enter(nobody, claimant('greedy'))).toThrow(TryLater);
    for (const key of ['one', 'other', 'third']) come(key);
    await settled();
    expect(entered.sort()).toEqual(['greedy', 'greedy', 'one', 'other', 'third']);
    expect(why).toEqual(Array(20).fill('claimant'));
  });

  it('come in by turns: whoever has hundreds in line delays another by one', async () => {
    const gate = turnstile({ atOnce: 1, mostWaiting: 10_000 });
    const entered: string[] = [];
    const come = async (key: string): Promise<void> => {
      const turn = await gate.enter(nobody, claimant(key, 5, 500));
      entered.push(key);
      await settled();
      turn.leave();
    };
    const all = [...Array.from({ length: 300 }, () => come('greedy')), come('one'), come('other'), come('one')];
    await Promise.all(all);
    expect(entered.slice(0, 5).filter((key) => key !== 'greedy').length).toBeGreaterThanOrEqual(2);
    expect(entered.lastIndexOf('one')).toBeLessThan(10);
    expect(entered).toHaveLength(303);
  });

  it('leave nothing behind where they were sent away, whoever they were', async () => {
    const gate = turnstile({ atOnce: 1, mostWaiting: 1 });
    const inside = await gate.enter(nobody, claimant('one'));
    const waits = Promise.resolve(gate.enter(nobody, claimant('other')));
    for (let n = 0; n < 100; n += 1) expect(() => gate.enter(nobody, claimant(`guest:${n}`))).toThrow(TryLater);
    expect(gate.claimants).toBe(2);
    inside.leave();
    (await waits).leave();
    expect(gate.claimants).toBe(0);
  });

  it('five hundred accounts behind one address are five hundred', async () => {
    const gate = turnstile({ atOnce: 500, mostWaiting: 0 });
    const all = async (): Promise<Turn[]> => {
      const turns: Turn[] = [];
      for (let n = 0; n < 500; n += 1) turns.push(await gate.enter(nobody, claimant(`account:${n}`)));
      return turns;
    };
    for (const turn of await all()) turn.leave();
    expect(await all()).toHaveLength(500);
  });

  it('who ask for much leave their turns to others, and come in among those who do, one of each', async () => {
    const why: string[] = [];
    const gate = new Turnstile({
      atOnce: 2,
      mostWaiting: 10,
      longestWaitMs: 60_000,
      heavy: { atOnce: 2, mostWaiting: 1 },
      onRefused: () => undefined,
      onRefusal: (each) => why.push(each),
    });
    const gone = new AbortController();
    const [first, second] = [
      await gate.enter(nobody, claimant('greedy')),
      await gate.enter(gone.signal, claimant('greedy')),
    ];
    await first.joinHeavy();
    const waiting = second.joinHeavy();
    // Neither of the ordinary turns is held.
    const others = [await gate.enter(nobody, claimant('greedy')), await gate.enter(nobody, claimant('one'))];
    await others[1]!.joinHeavy();
    await expect(others[0]!.joinHeavy()).rejects.toBeInstanceOf(TryLater);
    expect(why).toEqual(['claimant']);
    expect(gate.inside).toBe(2);
    gone.abort();
    await expect(waiting).rejects.toBeInstanceOf(TryLater);
    for (const turn of [first, second, ...others]) turn.leave();
    first.leave();
    expect(gate.inside).toBe(0);
    const last = await gate.enter(nobody, claimant('greedy'));
    await last.joinHeavy();
    await last.joinHeavy();
    expect(gate.inside).toBe(1);
    last.leave();
    expect(gate.inside).toBe(0);
  });
});
