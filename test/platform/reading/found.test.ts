import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount, demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { DEFAULT_NOW } from '../../../seeds/deterministic/index.ts';
import { hubSchema, openHubDatabase, permissions } from '../../../src/app.ts';
import { loadViewer } from '../../../src/domains/identity/index.ts';
import { guest, shapeOf, type Viewer } from '../../../src/platform/auth/index.ts';
import type { Database } from '../../../src/platform/database/index.ts';
import type { ReadType } from '../../../src/platform/reading/index.ts';
import { allOfRoot, pageOfRoot } from '../../../src/platform/reading/found.ts';
import { orderingOf, orderSql } from '../../../src/platform/reading/keyset.ts';
import { prepare, raw, sql, type Sql } from '../../../src/platform/reading/sql.ts';
import { testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const { reader: { catalog } } = hubSchema();
const narrowed = [...catalog.types.values()].filter((type) => type.readable.foundBy);
const row = raw('_row');

let database: TestDatabase;
let hub: Database;
const viewers: (readonly [name: string, viewer: Viewer])[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: DEFAULT_NOW });
  hub = await openHubDatabase(testConfig(database.url));
  for (const { name } of demoAccounts) {
    const viewer = await loadViewer(hub, permissions, { accountId: demoAccount(name).id, sessionId: null }, DEFAULT_NOW);
    if (viewer) viewers.push([name, viewer]);
  }
  viewers.push(...viewers.map(([name, viewer]) => [`${name} of many schools`, ofManySchools(viewer)] as const));
  viewers.push(['guest', guest], ...viewers.flatMap(([one, first]) => viewers.map(([other, second]) => [`${one} and ${other}`, both(first, second)] as const)));
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await database?.drop();
});

/** As somebody whose lists are walked: their other schools have nothing. */
function ofManySchools(viewer: Viewer): Viewer {
  const more = (ids: readonly string[]): string[] => [...ids, ...Array.from({ length: ids.length > 0 ? 30 : 0 }, (_, index) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`)];
  return { ...viewer, schoolIds: more(viewer.schoolIds), staffSchoolIds: more(viewer.staffSchoolIds) };
}

/** One person who is both: what leads them to a row by two ways must show it once. */
function both(one: Viewer, other: Viewer): Viewer {
  const ids = (Object.keys(one) as (keyof Viewer)[]).filter((key) => Array.isArray(one[key]) && key !== 'permissions' && key !== 'assignments');
  const merged = Object.fromEntries(ids.map((key) => [key, [...new Set([...(one[key] as string[]), ...(other[key] as string[])])]]));
  return { ...one, ...merged, guardianId: one.guardianId ?? other.guardianId, staffId: one.staffId ?? other.staffId };
}

async function idsOf(viewer: Viewer, statement: Sql): Promise<string[]> {
  const { text, values } = prepare(statement);
  return (await hub.read(text, values({ viewer, now: DEFAULT_NOW, take: 7 }))).map(([id]) => id as string);
}

async function expectAll(type: ReadType, foundBy: ReadType['readable']['foundBy'], viewer: Viewer): Promise<void> {
  const shape = shapeOf(viewer);
  const condition = type.readable.visible(row, shape);
  const root = { type: { ...type, readable: { ...type.readable, foundBy } } as ReadType, row, viewer: shape, condition };
  for (const backward of [false, true]) {
    const order = sql`order by ${orderSql(orderingOf(type, undefined), row, backward)}`;
    const seen = await idsOf(viewer, sql`select ${row}.id from ${type.table} ${row} where ${condition} ${order}`);
    expect(await idsOf(viewer, sql`select ${row}.id from ${allOfRoot(catalog, root)} ${order}`), 'all of them').toEqual(seen);
    expect(await idsOf(viewer, sql`select ${row}.id from ${pageOfRoot(catalog, root, sql`${order} limit 7`)}`), 'a page').toEqual(seen.slice(0, 7));
  }
}

describe('what a viewer sees is found by the ids that are said to lead to it', () => {
  it.each(narrowed.map((type) => [type.name, type] as const))('%s', async (_name, type) => {
    let most = 0;
    for (const [name, viewer] of viewers) {
      await expectAll(type, type.readable.foundBy, viewer).catch((error: unknown) => Promise.reject(new Error(`as ${name}`, { cause: error })));
      most = Math.max(most, type.readable.foundBy!(shapeOf(viewer))?.length ?? 0);
    }
    expect(most, 'several ways at once').toBeGreaterThan(1);
  }, 60_000);

  it('and the test bites where one way is forgotten', async () => {
    const type = narrowed.find((each) => each.name === 'Meeting')!;
    const forgetful = (): ReturnType<NonNullable<ReadType['readable']['foundBy']>> => type.readable.foundBy!({ ...shapeOf(guest), guardian: true });
    await expect(expectAll(type, forgetful, viewers.find(([name]) => name === 'school-admin')![1])).rejects.toThrow('all of them');
  });
});
