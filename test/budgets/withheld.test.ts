import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Fetcher, FETCHERS, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(1);
}, 240_000);
afterAll(() => world?.stop());

/**
 * Whoever is told of large groups only: each row of a sum is looked at once, and once among the parts that are told beside it, here
 * the memberships of classes, of which a pupil has one in each year.
 */
const MOST = 6;

const FIGURES = [
  ['pupils of schools, the sums of their classes', 'schools(first: 20) { nodes { id studentCount } }', 'student'],
] as const;

async function rowsOf(figures: string, as: string, fetcher: Fetcher): Promise<Record<string, number>> {
  const { answer, sent } = await world.ask({ operation: '', document: `{ ${figures} }`, as, variables: {} }, fetcher);
  expect(answer.errors).toBeUndefined();
  const rows: Record<string, number> = {};
  for (const each of await world.examined(sent, 'by index'))
    for (const [table, count] of Object.entries(each.rows)) rows[table] = (rows[table] ?? 0) + count;
  return rows;
}

describe('whoever is told of large groups only', () => {
  it.each(FIGURES)('costs a few times what whoever is told of all costs: %s', async (_what, figures, table) => {
    for (const fetcher of FETCHERS) {
      const [all, large] = [
        await rowsOf(figures, 'district-admin', fetcher),
        await rowsOf(figures, 'analyst', fetcher),
      ];
      const sum = (rows: Record<string, number>): number =>
        Object.values(rows).reduce((total, count) => total + count, 0);
      const told = `${fetcher}: ${JSON.stringify(all)} → ${JSON.stringify(large)}`;
      expect(all[table], told).toBeGreaterThan(0);
      expect(sum(large), told).toBeLessThanOrEqual(sum(all) * MOST);
    }
  });
});
