import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount, loadDemo } from '../../../seeds/demo/index.ts';
import { EXECUTOR_FAULTS } from '../../../src/platform/graphql/execution/fitness.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const LIST = '{ districts { nodes { code } } topics(first: 2) { nodes { name } } }';
const manifest = JSON.parse(
  readFileSync(new URL('../../../schema/trusted-documents.json', import.meta.url), 'utf8'),
) as Record<string, { operation: string; document: string }>;
const { document: catalogue } = Object.values(manifest).find((each) => each.operation === 'CourseCatalogue')!;

let database: TestDatabase;
const hubs = new Map<string, TestHub>();
async function hubWith(variables: Record<string, string>): Promise<TestHub> {
  const key = JSON.stringify(variables);
  const hub = hubs.get(key) ?? (await startTestHub({ database, clock: () => NOW, variables }));
  hubs.set(key, hub);
  return hub;
}
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
});
afterAll(async () => {
  for (const hub of hubs.values()) await hub.stop();
  await database.drop();
});

/** How many statements each of several requests takes. */
async function statements(
  hub: TestHub,
  times: number,
  document: string,
  options: Parameters<TestHub['ask']>[1] = {},
): Promise<number[]> {
  const counts: number[] = [];
  for (let time = 0; time < times; time += 1)
    counts.push((await hub.statementsOf(() => hub.ask(document, options))).statements.length);
  return counts;
}

describe('which queries are planned', () => {
  it('none, where it is switched off', async () => {
    expect(await statements(await hubWith({ COMPILED_QUERIES: 'off' }), 3, catalogue)).toEqual([5, 5, 5]);
  });

  it("the clients' own at once, and no others", async () => {
    const hub = await hubWith({ COMPILED_QUERIES: 'trusted' });
    expect(await statements(hub, 3, catalogue)).toEqual([1, 1, 1]);
    expect(await statements(hub, 3, LIST)).toEqual([2, 2, 2]);
  });

  it('those that have come often', async () => {
    expect(await statements(await hubWith({ COMPILED_QUERIES_AFTER: '3' }), 5, LIST)).toEqual([2, 2, 2, 1, 1]);
  });

  it('none that is too much for one statement: sixty counts are sixty queries in it, and one by batches', async () => {
    const hub = await hubWith({ COMPILED_QUERIES_AFTER: '1' });
    const counts = (many: number): string =>
      `{ ${Array.from({ length: 5 }, (_, index) => `s${index}: shifts(first: 1) { nodes { ...S } }`).join(' ')} }
      fragment S on Shift { ${Array.from({ length: many }, (_, each) => `c${each}: signupCount`).join(' ')} }`;
    const as = demoAccount('district-admin').id;
    expect((await statements(hub, 3, counts(2), { as })).at(-1)).toBe(1);
    for (let time = 0; time < 3; time += 1) {
      const { result, statements: sent } = await hub.statementsOf(() => hub.ask(counts(40), { as }));
      expect(result.errors).toBeUndefined();
      for (const text of sent) expect(text.length).toBeLessThan(20_000);
    }
  });

  it('nothing that is not a query, nothing that tells of the schema', async () => {
    const hub = await hubWith({ COMPILED_QUERIES_AFTER: '1' });
    const introspection = '{ __schema { queryType { name } } districts { nodes { code } } }';
    expect(await statements(hub, 3, introspection)).toEqual([1, 1, 1]);
    const [first, second] = [await hub.ask(introspection), await hub.ask(introspection)];
    expect(first.data).toEqual(second.data);
    expect(second.data!['__schema']).toEqual({ queryType: { name: 'Query' } });
  });
});

describe('a list that is asked for again with other values', () => {
  it('is that of the values of this request, of null and of none at all', async () => {
    const hub = await hubWith({ COMPILED_QUERIES_AFTER: '1' });
    const bySlow = await hubWith({ COMPILED_QUERIES: 'off' });
    const document =
      'query Q($code: String, $size: Int, $codes: [String!]) { topics(first: $size, where: { code: { eq: $code, in: $codes } }) { totalCount nodes { code } } }';
    const { nodes } = (await bySlow.ask('{ topics(first: 3) { nodes { code } } }')).data!['topics'] as {
      nodes: { code: string }[];
    };
    const [one, other] = nodes.map(({ code }) => code);
    const asked = [
      {},
      { code: one },
      { code: other },
      { codes: [one] },
      { codes: [one, other], size: 1 },
      { codes: [] },
      { code: null },
      { codes: null },
      { size: null },
      { size: 0 },
    ];
    const answers = async (which: TestHub) => {
      const all = [];
      for (const variables of [...asked, ...asked.toReversed(), ...asked]) {
        const { data, errors } = await which.ask(document, { variables });
        all.push({ data, codes: errors?.map(({ extensions }) => extensions?.['code']) });
      }
      return all;
    };
    const expected = await answers(bySlow);
    expect(await answers(hub)).toEqual(expected);
    expect(new Set(expected.map((each) => JSON.stringify(each))).size).toBeGreaterThan(5);
  });
});

it('groups that are asked for again by other dimensions are those of this request', async () => {
  const hub = await hubWith({ COMPILED_QUERIES_AFTER: '1' });
  const document =
    'query G($by: [MeetingDimension!]!) { meetings { groupedAggregates(groupBy: $by) { nodes { kind status count } } } }';
  const as = demoAccount('district-admin').id;
  const fields = async (by: string[]): Promise<string[]> => {
    const { data } = await hub.ask(document, { as, variables: { by } });
    const [first] = data!['meetings'].groupedAggregates.nodes as Record<string, unknown>[];
    return Object.keys(first!).filter((name) => first![name] !== null);
  };
  for (let time = 0; time < 3; time += 1) {
    expect(await fields(['KIND'])).toEqual(['kind', 'count']);
    expect(await fields(['STATUS'])).toEqual(['status', 'count']);
    expect(await fields(['STATUS', 'KIND'])).toEqual(['kind', 'status', 'count']);
  }
});

describe('what the planned executor leaves to resolvers', () => {
  const ask = async (document: string, options: Parameters<TestHub['ask']>[1] = {}) => {
    const hub = await hubWith({ COMPILED_QUERIES_AFTER: '1' });
    await hub.ask(document, options);
    return hub.statementsOf(() => hub.ask(document, options));
  };

  it('a root field that the caller may not ask: nothing is read', async () => {
    const { result, statements: sent } = await ask('{ students { nodes { id } } }');
    expect(result.errors).toMatchObject([{ path: ['students'], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(sent).toEqual([]);
  });

  it('a variable that is missing or of the wrong type', async () => {
    const document = 'query ($id: ID!) { course(id: $id) { title } }';
    const as = demoAccount('parent').id;
    await ask(document, { as, variables: { id: 'course_00000000-0000-7000-8000-000000000000' } });
    for (const variables of [{}, { id: null }, { id: ['a', 'b'] }]) {
      const { result } = await ask(document, { as, variables });
      expect(result).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
  });

  it('a cost above the limit', async () => {
    const hub = await hubWith({ COMPILED_QUERIES_AFTER: '1', MAX_COST_GUEST: '100' });
    const document = 'query ($first: Int) { schools(first: $first) { nodes { id } } }';
    await hub.ask(document, { variables: { first: 2 } });
    expect(await statements(hub, 1, document, { variables: { first: 3 } })).toEqual([1]);
    const { result, statements: sent } = await hub.statementsOf(() => hub.ask(document, { variables: { first: 100 } }));
    expect(result.errors).toMatchObject([{ extensions: { code: 'TOO_COSTLY' } }]);
    expect(sent).toEqual([]);
  });

  it('a statement whose time is up: it is not tried a second time', async () => {
    const hub = await hubWith({ COMPILED_QUERIES_AFTER: '1', STATEMENT_TIMEOUT_MS: '300' });
    await hub.ask(LIST);
    expect(await statements(hub, 1, LIST)).toEqual([1]);
    const locker = await database.pool.connect();
    try {
      await locker.query('begin; lock table topic in access exclusive mode');
      const { result, statements: sent } = await hub.statementsOf(() => hub.ask(LIST));
      expect(sent).toHaveLength(1);
      expect(result.errors?.[0]).toMatchObject({ extensions: { code: 'TIMEOUT' } });
      expect(result.errors?.[0]?.path).toBeDefined();
    } finally {
      await locker.query('rollback');
      locker.release();
    }
    // That says nothing of the plan.
    expect(await statements(hub, 1, LIST)).toEqual([1]);
    expect(hub.hub.counters.count(EXECUTOR_FAULTS, 'statement')).toBe(0);
  });

  it('a statement whose connection was ended: it is planned again the next time', async () => {
    const hub = await hubWith({ COMPILED_QUERIES_AFTER: '1' });
    await hub.ask(LIST);
    for (let time = 0; time < 3; time += 1) {
      const locker = await database.pool.connect();
      try {
        await locker.query('begin; lock table topic in access exclusive mode');
        let isAnswered = true;
        let asked: Promise<unknown> = Promise.resolve();
        await locker.query(`set local statement_timeout = '10s'`);
        for (let ended = 0; ended === 0;) {
          // A server that has no connection left for a moment may have refused it before it waited for the table.
          if (isAnswered) {
            isAnswered = false;
            asked = hub.ask(LIST).then(() => (isAnswered = true));
          }
          ended = (
            await locker.query(
              `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%topic%'`,
            )
          ).rowCount!;
        }
        await locker.query('rollback');
        await asked;
      } finally {
        locker.release();
      }
    }
    expect(await statements(hub, 2, LIST)).toEqual([1, 1]);
    expect(hub.hub.counters.figures()).toMatchObject({
      'executor_faults_total{statement}': 0,
      'executors_closed_total{statement}': 0,
    });
  });

  it.each(['image/png', 'multipart/mixed'])('a client that wants %s', async (accept) => {
    const { result, statements: sent } = await ask(LIST, { headers: { accept } });
    expect(result.status).toBe(406);
    expect(sent.length).not.toBe(1);
  });
});

it.each([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
])('a client that accepts %s is told %s by both executors', async (accept, type) => {
  for (const variables of [{ COMPILED_QUERIES: 'off' }, { COMPILED_QUERIES_AFTER: '1' }]) {
    const { address } = await hubWith(variables);
    const body = JSON.stringify({ query: LIST });
    const ask = (): Promise<Response> =>
      fetch(`${address}/graphql`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...(accept && { accept }) },
      });
    await ask();
    const response = await ask();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
  }
});
