import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { hubSchema } from '../../../src/app.ts';
import { Meeting } from '../../../src/domains/meetings/index.ts';
import { School } from '../../../src/domains/people/index.ts';
import { sql, type Condition, type Grouping, type ReadType, type ToMany } from '../../../src/platform/reading/index.ts';
import { nobody } from '../../access/parts.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { poolOf } from './pool.ts';
import type { Pool } from './random-query.ts';
import { startTwoExecutors, type TwoExecutors } from './two-executors.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const { catalog } = hubSchema().reader;
const accounts: readonly (string | undefined)[] = [undefined, ...demoAccounts.map(({ id }) => id)];

/** Where no number is told, which is judged before anything is read. */
const REFUSED: ReadonlySet<string> = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

let database: TestDatabase;
let executors: TwoExecutors;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  executors = await startTwoExecutors(database, () => NOW);
  pool = await poolOf(database, catalog, NOW);
});
afterAll(async () => {
  await executors?.stop();
  await database?.drop();
});

interface GroupsOfList {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly hasMore: boolean;
}
type Told = Readonly<Record<string, { readonly totalCount?: number; readonly groups?: GroupsOfList } | null>>;

/** What one statement and what resolvers or batches say, which is the same. */
async function ask(document: string, as: string | undefined, variables: Record<string, unknown> = {}): Promise<Told> {
  const { planned, complete } = await executors.ask(document, { as, variables });
  expect(planned.errors, document).toEqual(complete.errors);
  expect(planned.data, document).toEqual(complete.data);
  expect((planned.errors ?? []).map(({ extensions }) => extensions.code).filter((code) => !REFUSED.has(code))).toEqual(
    [],
  );
  return planned.data as Told;
}

const groupingOf = (type: ReadType): Grouping => catalog.groupings.get(type)!;
const keysOf = (type: ReadType): string[] => [...groupingOf(type).dimensions.keys()];
const groupedBy = (type: ReadType, keys: readonly string[]): string =>
  `groups: groupedAggregates(groupBy: [${keys.join(', ')}]) { hasMore nodes { count ${keys.map((key) => groupingOf(type).dimensions.get(key)!.field).join(' ')} } }`;
const sumOf = ({ nodes }: GroupsOfList): number => nodes.reduce((sum, { count }) => sum + (count as number), 0);

const roots = Object.entries(catalog.roots).flatMap(([name, root]) =>
  root.kind === 'connection' && catalog.groupings.has(catalog.typeOf(root.of))
    ? [[name, catalog.typeOf(root.of)] as const]
    : [],
);

describe('groups tell what the number of a filtered list tells', () => {
  it.each(roots)('of %s, to whoever asks', async (list, type) => {
    let groupsSeen = 0;
    for (const as of accounts) {
      const each = keysOf(type).map((key) => [key]);
      const all = keysOf(type).slice(0, 3);
      const asked = [...each, all].map((keys, index) => `a${index}: ${list} { ${groupedBy(type, keys)} }`);
      const told = await ask(`{ total: ${list} { totalCount } ${asked.join(' ')} }`, as);
      for (const index of asked.keys()) {
        const groups = told[`a${index}`]?.groups;
        // Where no number is told no group is, and the other way round.
        expect(groups ? sumOf(groups) : null, `${list} as ${as}`).toBe(told['total']?.totalCount ?? null);
      }
      // Of each group, the list that is filtered by its value.
      const filters: string[] = [];
      const expected: unknown[] = [];
      for (const [index, [key]] of each.entries()) {
        const { field, column } = groupingOf(type).dimensions.get(key!)!;
        for (const group of told[`a${index}`]?.groups?.nodes ?? []) {
          groupsSeen += 1;
          if (group[field] === null) continue;
          const value = column.isEnum ? (group[field] as string) : JSON.stringify(group[field]);
          filters.push(`f${filters.length}: ${list}(where: { ${column.property}: { eq: ${value} } }) { totalCount }`);
          expected.push(group['count']);
        }
      }
      if (filters.length === 0) continue;
      const counted = await ask(`{ ${filters.join(' ')} }`, as);
      expect(Object.values(counted).map((page) => page?.totalCount)).toEqual(expected);
    }
    expect(groupsSeen, 'there are some').toBeGreaterThan(0);
    expect(executors.warnings).toEqual([]);
  });

  const hung = [...catalog.types.values()].flatMap((from) =>
    [...from.fields].flatMap(([name, field]) =>
      field.kind === 'many' && catalog.groupings.has(catalog.typeOf(field.to))
        ? [[`${from.name}.${name}`, from, name, catalog.typeOf(field.to)] as const]
        : [],
    ),
  );

  it.each(hung)('of %s, for several at once', async (_coordinate, from, name, type) => {
    const ids = pool.ids.get(from.name)!.slice(0, 8);
    for (const as of accounts) {
      const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${from.name} { total: ${name} { totalCount } grouped: ${name} { ${groupedBy(type, keysOf(type).slice(0, 3))} } } } }`;
      const { nodes } = (await ask(document, as, { ids })) as unknown as { nodes: readonly (Told | null)[] };
      for (const told of nodes) {
        const groups = told?.['grouped']?.groups;
        expect(groups ? sumOf(groups) : null, `${name} as ${as}`).toBe(told?.['total']?.totalCount ?? null);
      }
    }
  });
});

const district = demoAccounts.find(({ name }) => name === 'district-admin')!.id;

describe('where no number is told', () => {
  afterEach(() => vi.restoreAllMocks());

  const askedOf = (list: string): string => `${list} { ${groupedBy(catalog.typeOf(Meeting), ['KIND'])} }`;

  it('of some parents, their groups are not', async () => {
    const field = catalog.typeOf(School).fields.get('meetings') as ToMany & { countedWhere?: Condition<School> };
    const { rows } = await database.pool.query<{ id: string }>(
      'select school_id as id from meeting group by school_id order by count(*) desc limit 2',
    );
    const [told, untold] = rows.map(({ id }) => `school_${id}`);
    // No thing is told so by now: of what is, its groups must not say more.
    field.countedWhere = (school) => sql`${school}.id = ${rows[0]!.id}::uuid`;
    try {
      const { told: some, untold: none } = (await ask(
        `query ($told: ID!, $untold: ID!) { told: school(id: $told) { ${askedOf('meetings(where: {})')} } untold: school(id: $untold) { ${askedOf('meetings(where: {})')} } }`,
        district,
        { told, untold },
      )) as unknown as Record<string, Told | null>;
      expect(sumOf(some!['meetings']!.groups!)).toBeGreaterThan(0);
      expect(none?.['meetings'] ?? null).toBeNull();
    } finally {
      delete field.countedWhere;
    }
  });

  it('because they are a part of all, no groups are', async () => {
    vi.spyOn(catalog.disclosure, 'looksAfterAll').mockReturnValue(true);
    vi.spyOn(catalog.disclosure, 'forAll').mockReturnValue(nobody);
    const { planned, complete } = await executors.ask(`{ ${askedOf('meetings(where: {})')} }`, { as: district });
    expect(planned).toEqual(complete);
    expect(planned.errors).toMatchObject([
      {
        message: '总数不予提供:请不要查询 totalCount 或 groupedAggregates;此处最多只列出您可以查看的内容。',
        path: ['meetings', 'groups'],
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
    expect((await ask('{ meetings(where: {}) { nodes { id } } }', district))['meetings']).not.toBeNull();
  });
});

describe('groups of a list', () => {
  it('come with the largest first, and say whether there are more', async () => {
    const some = (first: number): string =>
      `{ meetings { groups: groupedAggregates(groupBy: [SCHOOL, KIND, STATUS], first: ${first}) { hasMore nodes { schoolId kind status count } } } }`;
    const all = (await ask(some(100), district))['meetings']!.groups!;
    expect(all.hasMore).toBe(false);
    expect(all.nodes.length).toBeGreaterThan(2);
    const counts = all.nodes.map(({ count }) => count as number);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    const two = (await ask(some(2), district))['meetings']!.groups!;
    expect(two).toEqual({ hasMore: true, nodes: all.nodes.slice(0, 2) });
    expect((await ask(some(all.nodes.length), district))['meetings']!.groups).toEqual(all);
  });

  it('are of all of its rows, whatever the page, and of those that its filter leaves', async () => {
    const { meetings, few } = await ask(
      `{ meetings(first: 1) { nodes { id } totalCount groups: groupedAggregates(groupBy: [KIND]) { nodes { kind count scope } } }
         few: meetings(where: { kind: { eq: PARENT_MEETING } }) { totalCount groups: groupedAggregates(groupBy: [KIND]) { nodes { kind count scope } } } }`,
      district,
    );
    expect(sumOf(meetings!.groups!)).toBe(meetings!.totalCount);
    expect(few!.groups!.nodes).toEqual([{ kind: 'PARENT_MEETING', count: few!.totalCount, scope: null }]);
    expect(meetings!.groups!.nodes).toContainEqual(few!.groups!.nodes[0]);
  });

  it.each<[string, string, string, string]>([
    ['no dimension', 'groupBy: []', 'groupBy 至少要有一个维度。', 'groupBy must name a dimension.'],
    [
      'four dimensions',
      'groupBy: [SCHOOL, KIND, SCOPE, STATUS]',
      'groupBy 最多 3 个维度。',
      'groupBy may name 3 dimensions at most.',
    ],
    [
      'one dimension twice',
      'groupBy: [KIND, KIND]',
      'groupBy 中同一维度出现了两次。',
      'groupBy names one dimension twice.',
    ],
    ['no group', 'groupBy: [KIND], first: 0', 'first 应在 1 到 100 之间。', 'first must be from 1 to 100.'],
    ['too many groups', 'groupBy: [KIND], first: 101', 'first 应在 1 到 100 之间。', 'first must be from 1 to 100.'],
  ])('are not made of %s', async (_what, args, zh, en) => {
    for (const [language, sentence] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      const { planned, complete } = await executors.ask(
        `{ all: meetings { totalCount by: groupedAggregates(${args}) { hasMore } } }`,
        {
          as: district,
          headers: { 'accept-language': language },
        },
      );
      expect(planned).toEqual(complete);
      expect(planned.data).toEqual({ all: null });
      expect(planned.errors).toEqual([
        {
          message: sentence,
          path: ['all', 'by'],
          locations: expect.any(Array),
          extensions: { code: 'BAD_USER_INPUT', inputPath: [args.includes('first') ? 'first' : 'groupBy'] },
        },
      ]);
    }
  });

  it('cost as many points as there may be', async () => {
    const pointsOf = async (args: string): Promise<number> =>
      (
        await executors.planned.ask(`{ meetings { groupedAggregates(groupBy: [KIND]${args}) { nodes { count } } } }`, {
          as: district,
        })
      ).extensions!.cost.requested;
    expect(await pointsOf('')).toBe(102);
    expect(await pointsOf(', first: 7')).toBe(9);
  });
});
