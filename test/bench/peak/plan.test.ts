import { describe, expect, it } from 'vitest';
import { UsageError } from '../options.ts';
import { firstBottleneck } from './bottleneck.ts';
import { readPeakOptions } from './options.ts';
import { planVisits, type Visitor } from './plan.ts';
import type { WatchFigures } from './watch.ts';

const visitors = Array.from({ length: 300 }, (_, index): Visitor => ({
  accountId: `account ${index}`,
  personId: `person ${index}`,
  schoolIds: [index % 2 === 0 ? 'even' : 'odd'],
}));
const roles = Array.from({ length: 40 }, (_, index) => ({
  id: `role ${index}`,
  shiftId: `shift ${index}`,
  schoolId: [null, 'even', 'odd'][index % 3]!,
}));
const plan = (seed = 'one') => planVisits(visitors, roles, { arrivals: 1000, seconds: 10, lost: 0.1, seed });

describe('who comes when', () => {
  it('is the same for a seed, and another evening for another one', () => {
    expect(plan()).toEqual(plan());
    expect(plan()).not.toEqual(plan('two'));
  });

  it('is as many as come, in their order, over the whole time, each key once', () => {
    const moments = plan().map(({ at }) => at);
    expect(moments).toHaveLength(1000);
    expect(moments).toEqual([...moments].sort((one, other) => one - other));
    expect(moments.filter((at) => at < 5_000).length).toBeGreaterThan(400);
    expect(moments.at(-1)).toBeLessThan(10_000);
    expect(new Set(plan().map(({ key }) => key)).size).toBe(1000);
  });

  it('wants some roles more than others, only what they see, and nothing twice', () => {
    const visits = plan();
    const wanted = (id: string): number => visits.filter(({ roleId }) => roleId === id).length;
    expect(wanted('role 0')).toBeGreaterThan(3 * wanted('role 12'));
    expect(new Set(visits.map(({ personId, roleId }) => `${personId} ${roleId}`)).size).toBe(1000);
    const ofEven = visits
      .filter(({ personId }) => Number(personId.split(' ')[1]) % 2 === 0)
      .map(({ roleId }) => roles.find(({ id }) => id === roleId)!.schoolId);
    expect(new Set(ofEven)).toEqual(new Set([null, 'even']));
  });
});

describe('what was short first', () => {
  const seen = (given: Partial<WatchFigures>): WatchFigures => ({
    seconds: 10,
    hubCores: 0.3,
    hubWaitedForCore: 0,
    databaseCores: 0.3,
    generatorCores: 0.1,
    machineCores: 0.8,
    livez: { asked: 1, p50: 1, p99: 1, max: 1 },
    connections: { samples: 100, allInUse: 0, meanInUse: 2, waits: { CPU: 2 } },
    transactions: { committed: 0, undone: 0, deadlocks: 0 },
    ...given,
  });
  const busy = (waits: Record<string, number>): WatchFigures =>
    seen({ connections: { samples: 100, allInUse: 1, meanInUse: 10, waits } });

  it.each([
    ['nothing', null, seen({}), 12],
    ['the generator', /generator/, seen({ hubCores: 1 }), 200],
    ['the event loop', /event loop/, seen({ hubCores: 0.95 }), 12],
    ['a core', /stood in line/, seen({ hubCores: 0.3, hubWaitedForCore: 0.6 }), 12],
    ['locks', /locks/, busy({ 'Lock:tuple': 9, CPU: 1 }), 12],
    ['the pool', /pool/, busy({ CPU: 9, 'IO:WALSync': 1 }), 12],
  ])('%s', (_, expected, figures, ownDelayP99) => {
    const { first } = firstBottleneck({ ownDelayP99 }, figures, 2);
    if (expected === null) expect(first).toBeNull();
    else expect(first).toMatch(expected);
  });
});

describe('options', () => {
  it('bound the time and the connections', () => {
    expect(readPeakOptions([], {})).toMatchObject({ arrivals: 2000, seconds: 20, limitSeconds: 80, sockets: 256 });
    for (const argv of [['--sockets', '20000'], ['--arrivals', '1.5'], ['--limit', '1'], ['--lost', '2'], ['--much']]) {
      expect(() => readPeakOptions(argv, {}), argv.join(' ')).toThrow(UsageError);
    }
  });
});
