import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount, loadDemo } from '../../../seeds/demo/index.ts';
import { createTestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

interface Line {
  readonly msg: string;
  readonly executor: string;
  readonly fallbacks?: readonly { executor: string; reason: string; at?: string }[];
  readonly cuts?: readonly { reason: string; at: string }[];
}

const NOW = new Date('2026-11-30T09:00:00+08:00');
let hub: TestHub;
let lines: Line[] = [];
beforeAll(async () => {
  const database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  const logger = pino(
    { level: 'info' },
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(JSON.parse(chunk.toString()) as Line);
        done();
      },
    }),
  );
  hub = await startTestHub({
    database,
    logger,
    clock: () => NOW,
    variables: { LOG_LEVEL: 'info', COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '2' },
  });
});
afterAll(async () => {
  await hub.stop();
  await hub.database.drop();
});

/** How the last of so many was answered. */
async function lastOf(
  times: number,
  query: string,
  options: { as?: string; variables?: Record<string, unknown> } = {},
): Promise<string> {
  lines = [];
  for (let time = 0; time < times; time += 1) await hub.ask(query, options);
  const { executor, fallbacks = [], cuts = [] } = lines.findLast(({ msg }) => msg === 'operation')!;
  const left = fallbacks.map(({ executor: by, reason, at }) => `${by}: ${reason}${at ? ` ${at}` : ''}`);
  return [...left, [executor, ...cuts.map(({ reason, at }) => `${at} by batches: ${reason}`)].join(', ')].join(' → ');
}

const parent = demoAccount('parent').id;
const teacher = demoAccount('teacher').id;

describe('the log says who has answered an operation, and why nobody faster', () => {
  it.each<[what: string, query: string, as: string | undefined, variables: Record<string, unknown>, told: string]>([
    ['what comes often', '{ topics { totalCount } }', undefined, {}, 'statement'],
    ['the schema, kept once it was answered', '{ __schema { queryType { name } } }', undefined, {}, 'kept'],
    [
      'the schema beside data',
      '{ __schema { queryType { name } } topics { totalCount } }',
      undefined,
      {},
      'statement: introspection Query.__schema → batches: introspection Query.__schema → resolvers',
    ],
    [
      'a field with a resolver of its own',
      '{ verifyCertificate(number: "2026-000001") { valid } }',
      undefined,
      {},
      'statement: resolver Query.verifyCertificate → batches: resolver Query.verifyCertificate → resolvers',
    ],
    ['whose reading is kept on record', '{ students(first: 2) { nodes { name } } }', teacher, {}, 'statement'],
    [
      'a look-up',
      '{ students(where: { studentNumber: { eq: "G0001" } }) { nodes { name } } }',
      demoAccount('district-admin').id,
      {},
      'statement: look-up Student → batches',
    ],
    [
      'things of any type',
      '{ viewer { inbox(first: 2) { nodes { about { id } } } } }',
      parent,
      {},
      'statement, Notice.about by batches: abstract type',
    ],
    [
      'an argument that its field refuses',
      'query ($first: Int) { topics(first: $first) { totalCount } }',
      undefined,
      { first: 1_000 },
      'statement: refused → batches: refused → resolvers',
    ],
    ['a mutation', 'mutation { markAllNoticesRead(input: {}) { markedCount } }', parent, {}, 'resolvers'],
    ['what is not valid', '{ nothing }', parent, {}, 'none'],
  ])('%s', async (_what, query, as, variables, told) => {
    expect(await lastOf(4, query, { ...(as && { as }), variables })).toBe(told);
  });

  it('what comes for the first time', async () => {
    expect(await lastOf(1, '{ districts { totalCount } }')).toBe('statement: not frequent → batches');
  });

  it('for whoever is remembered as for whoever is read anew', async () => {
    const query = 'query { schools { totalCount } }';
    expect(await lastOf(1, query, { as: parent })).toBe('statement: not frequent → batches');
    expect(await lastOf(3, query, { as: parent })).toBe('statement');
  });

  it('and counts it', () => {
    const figures = hub.hub.counters.figures();
    expect(figures['executor_fallbacks_total{statement: look-up}']).toBeGreaterThanOrEqual(1);
    expect(figures['operations_total{statement}']).toBeGreaterThanOrEqual(1);
    expect(figures['operations_total{none}']).toBe(4);
    const labels = Object.keys(figures).filter((name) => name.startsWith('executor_fallbacks_total'));
    expect(labels.length).toBeLessThan(50);
  });
});
