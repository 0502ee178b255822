import fc from 'fast-check';
import { validate, version } from 'uuid';
import { describe, expect, test } from 'vitest';
import { Calendar, Dice, Ids, namedId, Shares } from '../../seeds/deterministic/index.ts';

describe('ids', () => {
  test('are UUIDs of version 7, rise within a series, and never meet', () => {
    const ids = new Ids('seed');
    const some = Array.from({ length: 3000 }, () => ids.next('person'));
    const others = Array.from({ length: 3000 }, () => ids.next('student'));
    expect(some.every((id) => validate(id) && version(id) === 7)).toBe(true);
    expect([...some].sort()).toEqual(some);
    expect(new Set([...some, ...others]).size).toBe(6000);
  });

  test('are the same on every run, and other series do not change them', () => {
    const [one, other] = [new Ids('seed'), new Ids('seed')];
    const alone = Array.from({ length: 10 }, () => one.next('person'));
    const between = Array.from({ length: 10 }, () => {
      other.next('student');
      return other.next('person');
    });
    expect(between).toEqual(alone);
  });

  test('of names are fixed', () => {
    expect(namedId('grade/1')).toBe(namedId('grade/1'));
    expect(namedId('grade/1')).not.toBe(namedId('grade/2'));
    expect(version(namedId('grade/1'))).toBe(7);
    expect(namedId('z', 1) < namedId('a', 2)).toBe(true);
  });
});

describe('dice', () => {
  test('fall the same way for the same seed, and another for another', () => {
    const dice = (seed: string): number[] => {
      const own = new Dice(seed);
      return Array.from({ length: 20 }, () => own.int(1, 6));
    };
    expect(dice('a')).toEqual(dice('a'));
    expect(dice('a')).not.toEqual(dice('b'));
  });

  test('stay within their bounds, and shuffle without loss', () => {
    const dice = new Dice('bounds');
    const thrown = Array.from({ length: 1000 }, () => dice.int(2, 5));
    expect([...new Set(thrown)].sort()).toEqual([2, 3, 4, 5]);
    expect(dice.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(dice.sample(['a', 'b'], 5)).toEqual(['a', 'b']);
  });
});

test('shares are whole numbers that sum up to the whole', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 80 }),
      (total, weights) => {
        const shares = new Shares(
          total,
          weights.reduce((sum, weight) => sum + weight, 0),
        );
        const given = weights.map((weight) => shares.next(weight));
        return (
          given.every((share) => Number.isInteger(share) && share >= 0) &&
          given.reduce((sum, share) => sum + share, 0) === total
        );
      },
    ),
  );
});

describe('the calendar', () => {
  test('reckons weeks from Monday in Asia/Shanghai', () => {
    // A Sunday evening in UTC is Monday there.
    const calendar = new Calendar(new Date('2026-11-15T17:00:00.000Z'));
    expect(calendar.at(0, 0, 9 * 60).toISOString()).toBe('2026-11-16T01:00:00.000Z');
    expect(calendar.at(-1, 6, 0).toISOString()).toBe('2026-11-14T16:00:00.000Z');
    expect(calendar.date(0)).toBe('2026-11-16');
  });

  test.each([
    ['2026-08-31T15:59:59Z', 2025],
    ['2026-08-31T16:00:00Z', 2026],
    ['2027-01-10T00:00:00Z', 2026],
  ])('at %s the school year of %i', (now, year) => {
    expect(new Calendar(new Date(now)).year).toBe(year);
  });
});
