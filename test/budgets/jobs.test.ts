import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs } from '../../src/app.ts';
import { GROWING_WORK, MOST_GROWTH, rowsOfLarge, WALKS } from './growth.ts';
import { openWorld, type World } from './world.ts';

/** Districts beside the demonstration: where nothing is due, they are there to be passed by. */
const [FEW, MANY] = [1, 3];

let small: World;
let large: World;
beforeAll(async () => {
  [small, large] = await Promise.all([openWorld(FEW), openWorld(MANY)]);
}, 240_000);
afterAll(async () => {
  await small?.stop();
  await large?.stop();
});

/** People of a district have more meetings to come than those of the demonstration, who are fewer among them where more districts are. */
const MOST_GROWTH_OF_WALKS = 1.5;

/** What a job looks at that has nothing to do: all of it, or what a walk looks at for each whom it passes by. */
async function rowsOf(world: World, name: string): Promise<number> {
  await world.work(name);
  const all = rowsOfLarge(await world.examined(await world.work(name), 'by index'));
  if (!(name in WALKS)) return all;
  const { rows } = await world.database.pool.query<{ guardians: number }>(
    'select count(*)::int as guardians from guardian',
  );
  return Math.round(all / rows[0]!.guardians);
}

describe('work that is due by itself', () => {
  const names = jobs.filter(({ job }) => job.cron !== null).map(({ job }) => job.name);

  it.each(names)(
    '%s looks at as many rows where more districts are, when it has nothing to do',
    async (name) => {
      const [fewer, more] = [await rowsOf(small, name), await rowsOf(large, name)];
      const growth = more / Math.max(1, fewer);
      const told = `${name}: ${fewer} → ${more} rows`;
      if (name in GROWING_WORK) expect(growth, `${told}, and is said to grow`).toBeGreaterThan(MOST_GROWTH);
      else expect(growth, told).toBeLessThanOrEqual(name in WALKS ? MOST_GROWTH_OF_WALKS : MOST_GROWTH);
    },
    120_000,
  );

  it('what is said of jobs is of jobs that are there', () => {
    expect([...Object.keys(GROWING_WORK), ...Object.keys(WALKS)].filter((name) => !names.includes(name))).toEqual([]);
  });
});
