import { shanghaiDayNumber } from '../../../src/platform/calendar/index.ts';
import { describe, expect, it } from 'vitest';
import { cacheControlOf } from '../../../src/platform/graphql/public/freshness.ts';
import { KeptAnswers, type KeptAnswer } from '../../../src/platform/graphql/public/kept-answers.ts';

const answer = (length: number): KeptAnswer => ({ body: Buffer.alloc(length), etag: '"x"', cacheControl: 'public' });

describe('kept answers', () => {
  it('are so many at most: the least used is forgotten', () => {
    const kept = new KeptAnswers(3, 1_000_000);
    for (const key of ['a', 'b', 'c']) kept.set(key, answer(1), 10);
    kept.get('a', 0);
    kept.set('d', answer(1), 10);
    expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key, 0) !== undefined)).toEqual([true, false, true, true]);
  });

  it('are so many bytes at most, and one that is too large is not kept', () => {
    const kept = new KeptAnswers(1_000, 10_000);
    for (let number = 0; number < 500; number += 1) {
      kept.set(`key ${number % 50}`, answer(number % 900), 10);
      expect(kept.bytes).toBeLessThanOrEqual(10_000);
    }
    expect(kept.size).toBeGreaterThan(2);
    kept.set('key 49', answer(12_000), 10);
    expect(kept.get('key 49', 0)).toBeUndefined();
    kept.clear();
    expect([kept.size, kept.bytes]).toEqual([0, 0]);
  });

  it('are over at their time', () => {
    const kept = new KeptAnswers(3, 1_000_000);
    kept.set('a', answer(1), 10);
    expect(kept.get('a', 9)).toBeDefined();
    expect(kept.get('a', 10)).toBeUndefined();
    expect([kept.size, kept.bytes]).toEqual([0, 0]);
  });
});

describe('how long others may keep an answer', () => {
  const lifetimes = { seconds: 10, maxAgeSeconds: 60 };
  const at = (clock: 'never' | 'by the day' | 'at any moment', now: string, given = lifetimes): string =>
    cacheControlOf({ impersonal: true, tables: new Set(), clock }, given, new Date(now));

  it.each([
    ['never', '2026-11-16T15:59:59.000Z', 'public, max-age=60, stale-while-revalidate=60'],
    ['by the day', '2026-11-16T01:00:00.000Z', 'public, max-age=60, stale-while-revalidate=60'],
    ['by the day', '2026-11-16T15:58:30.000Z', 'public, max-age=60, stale-while-revalidate=30'],
    ['by the day', '2026-11-16T15:59:59.900Z', 'public, max-age=0, stale-while-revalidate=0'],
    ['by the day', '2026-11-16T16:00:00.000Z', 'public, max-age=60, stale-while-revalidate=60'],
    ['at any moment', '2026-11-16T01:00:00.000Z', 'public, max-age=10'],
  ] as const)('that changes %s, at %s', (clock, now, expected) => {
    expect(at(clock, now)).toBe(expected);
  });

  it('never exceeds what others may', () => {
    expect(at('at any moment', '2026-11-16T01:00:00.000Z', { seconds: 10, maxAgeSeconds: 0 })).toBe(
      'public, max-age=0',
    );
  });

  it('the day changes at midnight in Shanghai', () => {
    expect(
      shanghaiDayNumber(new Date('2026-11-16T16:00:00.000Z')) - shanghaiDayNumber(new Date('2026-11-16T15:59:59.999Z')),
    ).toBe(1);
  });
});
