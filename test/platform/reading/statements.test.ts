import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubSchema } from '../../../src/app.ts';
import { hopsOf, nodeTypes, selectHop } from '../../support/crawl.ts';
import { loadSmallDistrict, type SmallDistrict } from '../../support/district.ts';
import { FULL } from '../../forms/form.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

const FEW = 2;
const MANY = 30;
/** There are not thirty of these, or nobody may see thirty. */
const RARE = new Set(['Account', 'District', 'SchoolYear', 'Term', 'Grade', 'Topic', 'Engagement', 'Task']);

const { schema, reader } = hubSchema();
let hub: TestHub;
let district: SmallDistrict;
beforeAll(async () => {
  hub = await startTestHub({
    variables: {
      // One statement for a whole query would hide how often each relation is read.
      COMPILED_QUERIES: 'off',
      ACCESSES_REMEMBERED: '0',
      MAX_COST_GUARDIAN: '10000000',
      MAX_COST_STAFF: '10000000',
      MAX_COST_ANALYST: '10000000',
    },
  });
  district = await loadSmallDistrict(hub);
});
afterAll(() => hub.stop());

type Row = Record<string, unknown> | null;

interface Counted {
  readonly statements: readonly string[];
  readonly rows: readonly Row[];
}

async function count(query: string, variables: Record<string, unknown>, as: string): Promise<Counted> {
  const { result, statements } = await hub.statementsOf(() => hub.ask(query, { as, variables }));
  // Whoever may neither see nor count is told so at that field: the rest is answered all the same.
  expect((result.errors ?? []).filter(({ extensions }) => extensions.code !== 'FORBIDDEN')).toEqual([]);
  const [root] = Object.values(result.data!) as (Row[] | { nodes: Row[] } | null)[];
  return { statements, rows: Array.isArray(root) ? root : (root?.nodes ?? []) };
}

/** References that none of the rows has: nothing is asked of an empty list of keys, so with more rows they may be read for the first time. */
function unreadReferences({ rows }: Counted, type: GraphQLObjectType): number {
  const { fields } = reader.catalog.byName.get(type.name)!;
  const asked = new Set(rows.flatMap((row) => Object.keys(row ?? {})));
  return [...asked].filter((name) => {
    const field = fields.get(name);
    return field?.kind === 'one' && 'by' in field.link && rows.every((row) => !row?.[name]);
  }).length;
}

/** @throws where more rows take more statements, or one statement is sent again and again */
async function expectSame(
  type: GraphQLObjectType,
  query: string,
  few: Record<string, unknown>,
  many: Record<string, unknown>,
  as: string,
): Promise<void> {
  const [small, large] = [await count(query, few, as), await count(query, many, as)];
  const more = large.statements.length - small.statements.length;
  expect(more, query).toBeGreaterThanOrEqual(0);
  expect(more, query).toBeLessThanOrEqual(unreadReferences(small, type));
  expect(new Set(large.statements).size, `${query}: a statement is repeated`).toBe(large.statements.length);
}

/** Up to thirty things of the type that one role sees, the role that sees the most of them. */
async function visible(type: GraphQLObjectType): Promise<{ ids: string[]; as: string }> {
  const { readable, entity } = reader.catalog.byName.get(type.name)!;
  const stored = reader.catalog.tables.get(entity);
  const rows = stored
    ? (
        await hub.database.pool.query<{ id: string }>(
          `select id from ${stored.table.name} order by md5(id::text) limit 1000`,
        )
      ).rows
    : [];
  let best: { ids: string[]; as: string } = { ids: [], as: '' };
  for (const as of district.accounts) {
    const seen: string[] = stored ? [] : await ownOf(as);
    for (let start = 0; start < rows.length && seen.length < MANY; start += 100) {
      const ids = rows.slice(start, start + 100).map((row) => `${readable.prefix}_${row.id}`);
      const { data } = await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { as, variables: { ids } });
      seen.push(...(data!['nodes'] as ({ id: string } | null)[]).flatMap((node) => (node ? [node.id] : [])));
    }
    if (seen.length > best.ids.length) best = { ids: seen.slice(0, MANY), as };
    if (best.ids.length === MANY) break;
  }
  return best;
}

/** What no table holds hangs on the caller alone. */
async function ownOf(as: string): Promise<string[]> {
  const { data } = await hub.ask('{ viewer { tasks(first: 30) { nodes { id } } } }', { as });
  return (data!['viewer'] as { tasks: { nodes: { id: string }[] } }).tasks.nodes.map(({ id }) => id);
}

/** The accounts to which a root field is open; what it then shows them is another question. */
async function whoMayAsk(name: string): Promise<string[]> {
  const answers = await Promise.all(
    district.accounts.map((as) => hub.ask(`{ ${name}(first: 1) { nodes { __typename } } }`, { as })),
  );
  return district.accounts.filter((_, index) => answers[index]!.errors?.[0]?.extensions.code !== 'FORBIDDEN');
}

/** In the full form all of them; where every change is tested the first, the last, and one between them, another at each field. */
function someOf(asking: readonly string[], turn: number): readonly string[] {
  if (FULL || asking.length <= 3) return asking;
  return [asking[0]!, asking[1 + (turn % (asking.length - 2))]!, asking.at(-1)!];
}

function selectLeaves(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .flatMap((field) => {
      const to = getNamedType(field.type);
      if (isLeafType(to)) return [field.name];
      // A value of several parts, such as a rate.
      return isObjectType(to) && !to.name.endsWith('Connection') && !nodeTypes.includes(to)
        ? [`${field.name} { __typename }`]
        : [];
    })
    .join(' ');
}

describe('the number of statements does not depend on the number of rows', () => {
  it.each(nodeTypes.map((type) => [type.name, type] as const))(
    '%s: each relation, each count, each computed value',
    async (name, type) => {
      const { ids, as } = await visible(type);
      expect(ids.length, `so many ${name} must be there to be seen`).toBeGreaterThanOrEqual(RARE.has(name) ? 1 : MANY);
      const query = (selection: string): string =>
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${name} { ${selection} } } }`;
      const [few, many] = [{ ids: ids.slice(0, FEW) }, { ids }];
      await expectSame(type, query(selectLeaves(type)), few, many, as);
      for (const [field, hop] of hopsOf(type)) {
        await expectSame(type, query(selectHop(field, hop, MANY)), few, many, as);
        if (hop === 'connection')
          await expectSame(
            type,
            query(`${field}(first: ${FEW}) { edges { cursor } totalCount pageInfo { endCursor } }`),
            few,
            many,
            as,
          );
      }
    },
    60_000,
  );

  it.each(
    hopsOf(schema.getQueryType()!)
      .filter(([, hop]) => hop === 'connection')
      .map(([name], turn) => [name, turn] as const),
  )(
    'Query.%s, with every relation of its rows',
    async (name, turn) => {
      const field = schema.getQueryType()!.getFields()[name]!;
      const type = schema.getType(getNamedType(field.type).name.replace(/Connection$/, '')) as GraphQLObjectType;
      const hops = hopsOf(type)
        .map(([each, hop]) => selectHop(each, hop, FEW))
        .join(' ');
      const asking = await whoMayAsk(name);
      expect(asking.length, `nobody may ask for ${name}`).toBeGreaterThan(0);
      for (const as of someOf(asking, turn)) {
        await expectSame(
          type,
          `query ($first: Int) { ${name}(first: $first) { totalCount pageInfo { endCursor } nodes { ${selectLeaves(type)} ${hops} } } }`,
          { first: FEW },
          { first: MANY },
          as,
        );
      }
    },
    60_000,
  );

  it('bites: a statement for each row is found', async () => {
    const [as] = district.accounts;
    // Each alias is a list of its own, which nothing batches: an N+1 as a careless resolver would make it.
    const aliases = Array.from(
      { length: MANY },
      (_, n) => `a${n}: schools(first: 1) @include(if: $more) { nodes { id } }`,
    ).join(' ');
    const query = `query ($more: Boolean!) { districts { nodes { id } } ${aliases} }`;
    await expect(expectSame(nodeTypes[0]!, query, { more: false }, { more: true }, as!)).rejects.toThrow();
  });
});
