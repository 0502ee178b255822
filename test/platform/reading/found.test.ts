import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount, demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { DEFAULT_NOW } from '../../../seeds/deterministic/index.ts';
import { aMeeting, aSchool, daysAfter, type SchoolRecord } from '../../../seeds/factories/index.ts';
import { hubTables, insertRows } from '../../../seeds/writing/index.ts';
import { hubSchema, openHubDatabase, permissions } from '../../../src/app.ts';
import { loadViewer } from '../../../src/domains/identity/index.ts';
import { Meeting } from '../../../src/domains/meetings/index.ts';
import { guest, School, viewerOf } from '../../../src/domains/people/index.ts';
import type { Viewer } from '../../../src/platform/auth/index.ts';
import type { Database } from '../../../src/platform/database/index.ts';
import type { ReadType } from '../../../src/platform/reading/index.ts';
import { allOfRoot, pageOfRoot } from '../../../src/platform/reading/found.ts';
import { orderingOf, orderSql } from '../../../src/platform/reading/keyset.ts';
import { Scope } from '../../../src/platform/reading/scope/scope.ts';
import { never, prepare, sql, type Sql } from '../../../src/platform/reading/sql.ts';
import { testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { FULL } from '../../forms/form.ts';

const {
  reader: { catalog },
} = hubSchema();
const narrowed = [...catalog.types.values()].filter((type) => type.readable.foundBy);
const row = new Scope('_row');

const SIZE = 7;

let database: TestDatabase;
let hub: Database;
const viewers: (readonly [name: string, viewer: Viewer])[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: DEFAULT_NOW });
  hub = await openHubDatabase(testConfig(database.url));
  for (const { name } of demoAccounts) {
    const viewer = await loadViewer(
      hub,
      permissions,
      { accountId: demoAccount(name).id, sessionId: null },
      DEFAULT_NOW,
    );
    if (viewer) viewers.push([name, viewer]);
  }
  viewers.push(...viewers.map(([name, viewer]) => [`${name} of many schools`, ofManySchools(viewer)] as const));
  const {
    rows: [all],
  } = await database.pool.query<{ ids: string[] }>('select array(select id from school) as ids');
  const somebody = viewers.find(([name]) => name === 'school-admin')![1];
  viewers.push(['admin of all schools', viewerOf({ ...somebody, schoolIds: all!.ids, staffSchoolIds: all!.ids }, {})]);
  viewers.push(
    ['guest', guest],
    ...viewers.flatMap(([one, first], index) =>
      viewers
        .filter((_, turn) => FULL || isOneOfTwo(index, turn))
        .map(([other, second]) => [`${one} and ${other}`, both(first, second)] as const),
    ),
  );
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await database?.drop();
});

/** Where every change is tested each two are one person in one way alone, now as the one and now as the other first; in the full form in both. */
const isOneOfTwo = (first: number, second: number): boolean => ((first + second) % 2 === 0) === first <= second;

/** As somebody whose lists are walked: their other schools have nothing. */
function ofManySchools(viewer: Viewer): Viewer {
  const more = (ids: readonly string[]): string[] => [
    ...ids,
    ...Array.from(
      { length: ids.length > 0 ? 30 : 0 },
      (_, index) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    ),
  ];
  return viewerOf({ ...viewer, schoolIds: more(viewer.schoolIds), staffSchoolIds: more(viewer.staffSchoolIds) }, {});
}

/** One person who is both: what leads them to a row by two ways must show it once. */
function both(one: Viewer, other: Viewer): Viewer {
  const ids = (Object.keys(one) as (keyof Viewer)[]).filter(
    (key) => Array.isArray(one[key]) && key !== 'permissions' && key !== 'assignments',
  );
  const merged = Object.fromEntries(
    ids.map((key) => [key, [...new Set([...(one[key] as string[]), ...(other[key] as string[])])]]),
  );
  const [guardianId, staffId] = [one.guardianId ?? other.guardianId, one.staffId ?? other.staffId];
  return viewerOf({ ...one, ...merged, guardianId, staffId }, {});
}

async function idsOf(viewer: Viewer, statement: Sql): Promise<string[]> {
  const { text, values } = prepare(statement);
  return (await hub.read(text, values({ viewer, now: DEFAULT_NOW }))).map(([id]) => id as string);
}

async function expectAll(type: ReadType, foundBy: ReadType['readable']['foundBy'], viewer: Viewer): Promise<void> {
  const shape = viewer.shape;
  const root = {
    type: { ...type, readable: { ...type.readable, foundBy } } as ReadType,
    row,
    viewer: shape,
    narrowed: [],
  };
  const ordering = orderingOf(type, undefined);
  for (const backward of [false, true]) {
    const order = sql`order by ${orderSql(ordering, row, backward)}`;
    const where = (condition: Sql): Promise<string[]> =>
      idsOf(viewer, sql`select ${row}.id from ${type.rows(shape)} ${row} where ${condition} ${order}`);
    const visible = type.readable.visible(row, shape);
    const seen = await where(visible);
    // Whoever can see none of them, or looks after a district, counts those that they may count.
    const countable = type.readable.countable?.(row, shape);
    const counted =
      visible === never || (countable && shape.district && !shape.guardian) ? await where(countable ?? never) : seen;
    expect(await idsOf(viewer, sql`select ${row}.id from ${allOfRoot(catalog, root)} ${order}`), 'all of them').toEqual(
      counted,
    );
    const page = pageOfRoot(catalog, root, { ordering, backward, most: sql`${SIZE}::int` });
    for (const asked of [sql`${row}.id`, sql`row_to_json(${row}) ->> 'id'`]) {
      expect(await idsOf(viewer, sql`select ${asked} from ${page}`), 'a page').toEqual(seen.slice(0, SIZE));
    }
  }
}

describe('what a viewer sees is found by the ids that are said to lead to it', () => {
  it.each(narrowed.map((type) => [type.name, type] as const))(
    '%s',
    async (_name, type) => {
      let most = 0;
      for (const [name, viewer] of viewers) {
        await expectAll(type, type.readable.foundBy, viewer).catch((error: unknown) =>
          Promise.reject(new Error(`as ${name}`, { cause: error })),
        );
        most = Math.max(most, type.readable.foundBy!(viewer.shape)?.length ?? 0);
      }
      expect(most, 'several ways at once').toBeGreaterThan(1);
    },
    60_000,
  );

  it('and the test bites where one way is forgotten', async () => {
    const type = narrowed.find((each) => each.name === 'Meeting')!;
    const forgetful = (): ReturnType<NonNullable<ReadType['readable']['foundBy']>> =>
      type.readable.foundBy!({ ...guest.shape, guardian: true });
    await expect(expectAll(type, forgetful, viewers.find(([name]) => name === 'school-admin')![1])).rejects.toThrow(
      'all of them',
    );
  });
});

/** Lists that are merged stop where their equal shares of a page end, whatever the shares are: of schools without meetings, with one, with most. */
describe('the first meetings of several schools', () => {
  const meetings = narrowed.find((each) => each.name === 'Meeting')!;
  const tables = hubTables();
  let organiser: string;
  let schools: SchoolRecord[];
  beforeAll(async () => {
    const {
      rows: [somebody],
    } = await database.pool.query<{ id: string; district: string }>(
      'select id, (select id from district limit 1) as district from staff limit 1',
    );
    organiser = somebody!.id;
    schools = Array.from({ length: 5 }, () => aSchool({ district: somebody!.district }));
    await insertRows(database.pool, tables, School, schools);
  });

  it('are the first ones of all', async () => {
    const administrator = viewers.find(([name]) => name === 'school-admin')![1];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 14 }), { minLength: 3, maxLength: 5 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        async (days, size, backward) => {
          const ids = schools.slice(0, days.length).map((each) => each.id);
          const planned = days.flatMap((ofSchool, index) =>
            ofSchool.map((day) => aMeeting({ school: ids[index]!, organiser, startsAt: daysAfter(DEFAULT_NOW, day) })),
          );
          await insertRows(database.pool, tables, Meeting, planned);
          const viewer = { ...administrator, schoolIds: ids, staffSchoolIds: ids };
          const root = { type: meetings, row, viewer: viewer.shape, narrowed: [] };
          const ordering = orderingOf(meetings, undefined);
          const all = await idsOf(
            viewer,
            sql`select ${row}.id from meeting ${row} where ${row}.school_id = any(${ids}) order by ${orderSql(ordering, row, backward)}`,
          );
          const page = pageOfRoot(catalog, root, {
            ordering,
            backward,
            most: sql`${size}::int`,
          });
          expect(await idsOf(viewer, sql`select ${row}.id from ${page}`)).toEqual(all.slice(0, size));
          await database.pool.query('delete from meeting where school_id = any($1)', [ids]);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
