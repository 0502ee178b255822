import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TryLater } from '../../../src/platform/errors/index.ts';
import { ConcurrencyLimiter, type Permit } from '../../../src/platform/request/index.ts';

const nobody = new AbortController().signal;

function limiterOf({
  maxConcurrent = 2,
  maxQueued = 3,
  maxWaitMs = 60_000,
  told = [] as number[],
} = {}): ConcurrencyLimiter {
  return new ConcurrencyLimiter({ maxConcurrent, maxQueued, maxWaitMs, onRefused: (refused) => told.push(refused) });
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a concurrency limiter', () => {
  it('lets so many in, and the next one when somebody leaves, once', async () => {
    const limiter = limiterOf({ maxConcurrent: 1 });
    const first = await limiter.acquire(nobody);
    const entered: string[] = [];
    const second = Promise.resolve(limiter.acquire(nobody)).then((turn) => (entered.push('second'), turn));
    void Promise.resolve(limiter.acquire(nobody)).then(() => entered.push('third'));
    await settled();
    expect(entered).toEqual([]);
    first.release();
    first.release();
    await settled();
    expect(entered).toEqual(['second']);
    (await second).release();
    await settled();
    expect(entered).toEqual(['second', 'third']);
  });

  it('sends away whoever finds the line full, and says so now and then', async () => {
    const told: number[] = [];
    const limiter = limiterOf({ maxConcurrent: 1, maxQueued: 1, told });
    await limiter.acquire(nobody);
    void limiter.acquire(nobody);
    for (let time = 0; time < 5; time += 1) expect(() => limiter.acquire(nobody)).toThrow(TryLater);
    expect(told).toEqual([1]);
  });

  it('has nobody in its line who had gone before they came', async () => {
    const limiter = limiterOf({ maxConcurrent: 1, maxQueued: 1 });
    const inside = await limiter.acquire(nobody);
    expect(() => limiter.acquire(AbortSignal.abort())).toThrow(TryLater);
    const waiting = limiter.acquire(nobody);
    inside.release();
    (await waiting).release();
    expect([limiter.active, limiter.requesters]).toEqual([0, 0]);
  });

  it('sends away whoever has waited too long, when it is their turn, and lets in who has not', async () => {
    const limiter = limiterOf({ maxConcurrent: 1, maxWaitMs: 50 });
    const inside = await limiter.acquire(nobody);
    const late = [limiter.acquire(nobody), limiter.acquire(nobody)].map((each) =>
      Promise.resolve(each).catch((error: unknown) => error),
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    const intime = limiter.acquire(nobody);
    inside.release();
    expect(await Promise.all(late)).toEqual([expect.any(TryLater), expect.any(TryLater)]);
    (await intime).release();
    (await limiter.acquire(nobody)).release();
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
        async (maxConcurrent, maxQueued, steps) => {
          const limiter = limiterOf({ maxConcurrent, maxQueued });
          const inside: { number: number; turn: Permit }[] = [];
          let line: { readonly number: number; readonly gone: AbortController }[] = [];
          let [came, refused, expectedRefused] = [0, 0, 0];
          for (const [what, which] of steps) {
            if (what === 'come') {
              const number = came++;
              const gone = new AbortController();
              const full = inside.length >= maxConcurrent && line.length >= maxQueued;
              expectedRefused += Number(full);
              if (!full) line.push({ number, gone });
              try {
                void Promise.resolve(limiter.acquire(gone.signal)).then(
                  (turn) => inside.push({ number, turn }),
                  () => undefined,
                );
              } catch {
                refused += 1;
              }
            } else if (what === 'leave' && inside.length > 0)
              inside.splice(which % inside.length, 1)[0]!.turn.release();
            else if (what === 'give up' && line.length > 0) line.splice(which % line.length, 1)[0]!.gone.abort();
            await settled();
            const entered = inside.map(({ number }) => number);
            line = line.filter(({ number }) => !entered.includes(number));
            expect(inside.length).toBeLessThanOrEqual(maxConcurrent);
            // Nobody waits while there is room, and nobody is overtaken.
            if (inside.length < maxConcurrent) expect(line).toEqual([]);
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

describe('requesters at a limiterOf', () => {
  const requester = (key: string, maxConcurrent = 2, maxQueued = 5) => ({ key, maxConcurrent, maxQueued });

  it('have so many inside and in line, and the others are neither slowed nor refused for it', async () => {
    const why: string[] = [];
    const limiter = new ConcurrencyLimiter({
      maxConcurrent: 10,
      maxQueued: 1_000,
      maxWaitMs: 60_000,
      onRefused: () => undefined,
      onRefusal: (each) => why.push(each),
    });
    const entered: string[] = [];
    const come = (key: string): void =>
      void Promise.resolve(limiter.acquire(nobody, requester(key))).then(
        () => entered.push(key),
        () => undefined,
      );
    for (let time = 0; time < 7; time += 1) come('greedy');
    for (let time = 0; time < 20; time += 1)
      expect(() => limiter.acquire(nobody, requester('greedy'))).toThrow(TryLater);
    for (const key of ['one', 'other', 'third']) come(key);
    await settled();
    expect(entered.sort()).toEqual(['greedy', 'greedy', 'one', 'other', 'third']);
    expect(why).toEqual(Array(20).fill('requester'));
  });

  it('come in by turns: whoever has hundreds in line delays another by one', async () => {
    const limiter = limiterOf({ maxConcurrent: 1, maxQueued: 10_000 });
    const entered: string[] = [];
    const come = async (key: string): Promise<void> => {
      const turn = await limiter.acquire(nobody, requester(key, 5, 500));
      entered.push(key);
      await settled();
      turn.release();
    };
    const all = [...Array.from({ length: 300 }, () => come('greedy')), come('one'), come('other'), come('one')];
    await Promise.all(all);
    expect(entered.slice(0, 5).filter((key) => key !== 'greedy').length).toBeGreaterThanOrEqual(2);
    expect(entered.lastIndexOf('one')).toBeLessThan(10);
    expect(entered).toHaveLength(303);
  });

  it('leave nothing behind where they were sent away, whoever they were', async () => {
    const limiter = limiterOf({ maxConcurrent: 1, maxQueued: 1 });
    const inside = await limiter.acquire(nobody, requester('one'));
    const waits = Promise.resolve(limiter.acquire(nobody, requester('other')));
    for (let n = 0; n < 100; n += 1) expect(() => limiter.acquire(nobody, requester(`guest:${n}`))).toThrow(TryLater);
    expect(limiter.requesters).toBe(2);
    inside.release();
    (await waits).release();
    expect(limiter.requesters).toBe(0);
  });

  it('five hundred accounts behind one address are five hundred', async () => {
    const limiter = limiterOf({ maxConcurrent: 500, maxQueued: 0 });
    const all = async (): Promise<Permit[]> => {
      const turns: Permit[] = [];
      for (let n = 0; n < 500; n += 1) turns.push(await limiter.acquire(nobody, requester(`account:${n}`)));
      return turns;
    };
    for (const turn of await all()) turn.release();
    expect(await all()).toHaveLength(500);
  });

  it('who ask for much leave their turns to others, and come in among those who do, one of each', async () => {
    const why: string[] = [];
    const limiter = new ConcurrencyLimiter({
      maxConcurrent: 2,
      maxQueued: 10,
      maxWaitMs: 60_000,
      heavy: { maxConcurrent: 2, maxQueued: 1 },
      onRefused: () => undefined,
      onRefusal: (each) => why.push(each),
    });
    const gone = new AbortController();
    const [first, second] = [
      await limiter.acquire(nobody, requester('greedy')),
      await limiter.acquire(gone.signal, requester('greedy')),
    ];
    await first.becomeHeavy();
    const waiting = second.becomeHeavy();
    // Neither of the ordinary turns is held.
    const others = [
      await limiter.acquire(nobody, requester('greedy')),
      await limiter.acquire(nobody, requester('one')),
    ];
    await others[1]!.becomeHeavy();
    await expect(others[0]!.becomeHeavy()).rejects.toBeInstanceOf(TryLater);
    expect(why).toEqual(['requester']);
    expect(limiter.active).toBe(2);
    gone.abort();
    await expect(waiting).rejects.toBeInstanceOf(TryLater);
    for (const turn of [first, second, ...others]) turn.release();
    first.release();
    expect(limiter.active).toBe(0);
    const last = await limiter.acquire(nobody, requester('greedy'));
    await last.becomeHeavy();
    await last.becomeHeavy();
    expect(limiter.active).toBe(1);
    last.release();
    expect(limiter.active).toBe(0);
  });

  it('what asked for much makes room once its answer is taken, or after a second', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const limiter = new ConcurrencyLimiter({
      maxConcurrent: 2,
      maxQueued: 10,
      maxWaitMs: 60_000,
      heavy: { maxConcurrent: 2, maxQueued: 5 },
      onRefused: () => undefined,
    });
    const { promise: delivered, resolve: deliver } = Promise.withResolvers<void>();
    const begun: number[] = [];
    const permits: Permit[] = [];
    for (const each of [0, 1, 2]) {
      const permit = await limiter.acquire(nobody, requester('greedy'));
      permits.push(permit);
      void permit.becomeHeavy().then(() => begun.push(each));
    }
    await settled();
    expect(begun).toEqual([0]);
    permits[0]!.release(delivered);
    await settled();
    expect(begun).toEqual([0]);
    deliver();
    await settled();
    expect(begun).toEqual([0, 1]);
    permits[1]!.release(new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(999);
    expect(begun).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(1);
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    permits[2]!.release();
    expect(limiter.active).toBe(0);
    // What asks for little is not held by whoever reads slowly.
    const small = await limiter.acquire(nobody, requester('greedy'));
    small.release(new Promise(() => undefined));
    expect(limiter.active).toBe(0);
  });
});

afterEach(() => void vi.useRealTimers());
