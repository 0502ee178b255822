import fc from 'fast-check';
import { execute, getOperationAST, GraphQLError, getVariableValues, parse, validate } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { demoAccount, demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { hubSchema, noticeKinds, openHubDatabase, permissions } from '../../../src/app.ts';
import { loadViewer } from '../../../src/domains/identity/index.ts';
import { NOTICE_CATALOGUE, NoticeCatalogue } from '../../../src/domains/notice-kinds/index.ts';
import { guest } from '../../../src/domains/people/index.ts';
import type { Viewer } from '../../../src/platform/auth/index.ts';
import type { Database } from '../../../src/platform/database/index.ts';
import {
  Cursors,
  CURSORS,
  fetchByBatches,
  PlannedQuery,
  Plans,
  StatementFetcher,
  Unplannable,
  type BoundPlan,
} from '../../../src/platform/reading/index.ts';
import { HubError } from '../../../src/platform/errors/index.ts';
import { openRequest, Services, type RequestContext } from '../../../src/platform/request/index.ts';
import { TEST_SIGNING_KEY, testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { FULL } from '../../forms/form.ts';
import { forgottenTables } from '../reading/recorded-tables.ts';
import { askersOf } from './askers.ts';
import { poolOf } from './pool.ts';
import { QueryWriter, type Pool } from './random-query.ts';
import { storedQueries, variablesOf } from './stored-queries.ts';
import { withoutOrder } from './without-order.ts';

/**
 * How many random queries are asked; thousands by `PLANNING_RUNS=5000`, others by `PLANNING_SEED=…`. Short where every change is tested, and
 * there each stored query is asked by some (`askersOf`).
 */
const RUNS = Number(process.env['PLANNING_RUNS'] ?? (FULL ? 200 : 80));
const SEED = Number(process.env['PLANNING_SEED'] ?? 20261123);
const NOW = new Date('2026-11-16T01:00:00.000Z');
const { schema, reader, guards } = hubSchema();

/** What resolvers alone can answer: a look-up by number, rules that hold without a row. */
const BY_RESOLVERS = /\b(?:volunteeringPolicy|verifyCertificate)\b/;

let stored: TestDatabase;
let database: Database;
let pool: Pool;
const viewers: Viewer[] = [guest];

/** In which tables a statement looks, and it is not known of it. */
const forgotten = new Set<string>();
const known = new Set([...reader.catalog.tables.values()].map(({ table }) => table.name));
const prepare = reader.catalog.prepare.bind(reader.catalog);
vi.spyOn(reader.catalog, 'prepare').mockImplementation((query) => {
  const prepared = prepare(query);
  for (const table of forgottenTables(prepared, known)) forgotten.add(table);
  return prepared;
});
afterEach(() => expect([...forgotten]).toEqual([]));

beforeAll(async () => {
  stored = await createTestDatabase();
  await loadDemo(stored.pool, { now: NOW });
  database = await openHubDatabase(testConfig(stored.url));
  for (const { id } of demoAccounts)
    viewers.push((await loadViewer(database, permissions, { accountId: id, sessionId: null }, NOW))!);
  pool = await poolOf(stored, reader.catalog, NOW);
});
afterAll(async () => {
  await database?.close();
  await stored?.drop();
});

type Variables = Readonly<Record<string, unknown>>;

interface Told {
  readonly data: string | undefined;
  readonly objects: number | undefined;
  readonly statements: number;
  readonly rows: number;
  readonly recorded: unknown;
  readonly errors: unknown;
}

function requestOf(viewer: Viewer): RequestContext {
  return openRequest(database, {
    viewer,
    now: NOW,
    locale: 'zh-CN',
    signal: new AbortController().signal,
    services: new Services()
      .offer(CURSORS, new Cursors(TEST_SIGNING_KEY))
      .offer(NOTICE_CATALOGUE, new NoticeCatalogue(noticeKinds)),
  });
}

function told({ meter }: RequestContext, data: unknown, objects: number | undefined, errors?: unknown): Told {
  const recorded = [...meter.recorded].map(([kind, ids]) => [kind, [...ids].sort()]).sort();
  return { data: JSON.stringify(data), objects, statements: meter.statements, rows: meter.rows, recorded, errors };
}

function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Date) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + objectsIn(each), Array.isArray(value) ? 0 : 1);
}

/** What each of the three has told; the fast ones are undefined where they leave it to the next. */
interface ThreeWays {
  readonly resolved: Told;
  readonly batches: Told | undefined;
  readonly statement: Told | undefined;
  /** What the statement left to batches. */
  readonly cuts: number;
  readonly refused: unknown;
}

const ANOTHER = parse('{ topics { totalCount } }');
const statements = new StatementFetcher(reader, 1_000);

async function askAll(
  text: string,
  variables: Variables,
  viewer: Viewer,
  cutsOut: (at: string) => boolean = () => false,
): Promise<ThreeWays> {
  const document = parse(text);
  const operation = getOperationAST(document)!;
  const context = requestOf(viewer);
  const { data, errors } = await execute({ schema, document, contextValue: context, variableValues: variables });
  const resolved = told(context, data, objectsIn(data) - 1, errors);
  const none = { resolved, batches: undefined, statement: undefined, cuts: 0 };
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return { ...none, refused: 'variables' };
  const plans = new Plans(1);
  const of = { catalog: reader.catalog, schema, plans };
  const query = new PlannedQuery(of, document, operation, { cutsOut });
  let bound: BoundPlan;
  try {
    bound = query.bind(coerced);
    for (const field of bound.plan.rootFields) guards.get(field)!(viewer);
  } catch (refused) {
    return { ...none, refused };
  }
  const statement = await toldBy(viewer, (again) => statements.prepare(bound, again, null).run());
  const batches = await toldBy(viewer, (again) => fetchByBatches(reader, bound, again));
  if (statement.told) {
    // A plan that was forgotten is made anew: what was compiled for the one before is not run with it.
    new PlannedQuery(of, ANOTHER, getOperationAST(ANOTHER)!).bind({});
    const anew = await toldBy(viewer, (later) => statements.prepare(query.bind(coerced), later, null).run());
    expect(anew.told).toEqual(statement.told);
  } else {
    // What a statement does not answer it has refused: nothing else went wrong.
    expect(
      [Unplannable, HubError, GraphQLError].some((each) => statement.refused instanceof each),
      String(statement.refused),
    ).toBe(true);
  }
  const { context: again } = batches;
  if (batches.refused !== undefined) {
    // What was read for nothing is not read a second time, and resolvers say what they would have said.
    const later = await execute({ schema, document, contextValue: again, variableValues: variables });
    expect(withoutOrder({ data: later.data, errors: later.errors })).toEqual(withoutOrder({ data, errors }));
  }
  return {
    resolved,
    batches: batches.told,
    statement: statement.told,
    cuts: bound.plan.cuts.length,
    refused: batches.refused ?? statement.refused,
  };
}

async function toldBy(
  viewer: Viewer,
  read: (context: RequestContext) => Promise<{ readonly data: unknown; readonly objects: number }>,
): Promise<{ readonly context: RequestContext; readonly told?: Told; readonly refused?: unknown }> {
  const context = requestOf(viewer);
  try {
    const { data, objects } = await read(context);
    return { context, told: told(context, data, objects) };
  } catch (refused) {
    return { context, refused };
  }
}

/** The statement of a whole query brings other rows, and fewer: what it says, and of whom, is the same. */
function saidIn({ data, objects, recorded, errors }: Told): Partial<Told> {
  return { data, objects, recorded, errors };
}

/** The same question in another form: what was skipped is included, and pages are of another size. */
function altered(variables: Variables): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      typeof value === 'boolean'
        ? !value
        : typeof value === 'number' && value > 0 && value < 6
          ? (value % 5) + 1
          : value,
    ]),
  );
}

describe('by one statement, by batches and by resolvers the answer is the same, and so is who is put on record', () => {
  it.each(storedQueries.map((each, index) => [each.operation, each, index] as const))(
    'to %s, for whoever asks',
    async (_name, operation, index) => {
      for (const [turn, viewer] of askersOf(viewers, operation, index, ({ accountId }) => accountId)) {
        const variables = variablesOf(operation, pool, turn);
        const { resolved, batches, statement, cuts, refused } = await askAll(operation.document, variables, viewer);
        const about = `${JSON.stringify(variables)} as ${viewer.accountId}: ${String(refused)}`;
        expect(batches ?? resolved, about).toEqual(resolved);
        if (statement) {
          expect(saidIn(statement), about).toEqual(saidIn(resolved));
          if (cuts === 0) expect(statement.statements, about).toBeLessThanOrEqual(1);
        }
        expect(
          batches !== undefined || resolved.errors !== undefined || BY_RESOLVERS.test(operation.document),
          about,
        ).toBe(true);
      }
    },
  );

  it.each([
    ['nodes', '{ students(first: 2) { nodes @skip(if: $out) { id } totalCount } }'],
    ['edges', '{ students(first: 2) { edges @skip(if: $out) { node { id } } totalCount } }'],
    ['a fragment', '{ students(first: 2) { ... @skip(if: $out) { nodes { id } } totalCount } }'],
    ['the page', '{ students(first: 2) { pageInfo @skip(if: $out) { endCursor } totalCount } }'],
    [
      'a list below',
      '{ schools(first: 1) { nodes { classes { nodes { students(first: 2) { nodes @skip(if: $out) { id } totalCount } } } } } }',
    ],
  ])('where %s is left out, nobody is read of and put on record', async (_what, selection) => {
    const teacher = viewers.find(({ accountId }) => accountId === demoAccount('school-admin').id)!;
    for (const out of [false, true]) {
      const { resolved, batches, statement } = await askAll(`query ($out: Boolean!) ${selection}`, { out }, teacher);
      expect(resolved.errors).toBeUndefined();
      expect(resolved.recorded).toHaveLength(out ? 0 : 1);
      expect(batches).toEqual(resolved);
      expect(saidIn(statement!)).toEqual(saidIn(resolved));
    }
  });

  it(
    `to ${RUNS} random queries (seed ${SEED})`,
    async () => {
      const found = { batches: 0, saved: 0, statement: 0, cuts: 0, groups: 0, refused: 0, resolved: 0, objects: 0 };
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), async (seed, one, other) => {
          const dice = new Dice(String(seed));
          const { text, variables } = new QueryWriter(schema, pool, dice, dice.chance(0.1)).write();
          // What is no valid document is nobody's to run.
          fc.pre(validate(schema, parse(text)).length === 0);
          for (const [which, given] of [
            [one, variables],
            [other, altered(variables)],
          ] as const) {
            const viewer = viewers[which % viewers.length]!;
            // What a statement could read is left to batches here and there: the answer is the same.
            const cutsOut = dice.chance(0.5) ? (at: string) => new Dice(`${seed} ${at}`).chance(0.2) : undefined;
            const { resolved, batches, statement, cuts, refused } = await askAll(text, given, viewer, cutsOut);
            const about = `${text}\n${JSON.stringify(given)} as ${viewer.accountId}\n${String(refused)}`;
            if (statement) {
              expect(saidIn(statement), about).toEqual(saidIn(resolved));
              found.statement += 1;
              if (cuts > 0) found.cuts += 1;
              if (text.includes('groupedAggregates')) found.groups += 1;
            }
            if (batches) {
              expect(saidIn(batches), about).toEqual(saidIn(resolved));
              found.batches += 1;
              found.saved += resolved.statements - batches.statements;
              found.objects += batches.objects!;
            } else if (resolved.errors) found.refused += 1;
            else if (BY_RESOLVERS.test(text)) found.resolved += 1;
            else expect.fail(`resolvers answer, and batches do not: ${about}`);
          }
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      );
      // Of each that batches leave it is known why. Which share that is moves with every type that is added: here it is no comparison of nothing.
      expect(found.batches, 'many are answered').toBeGreaterThan(RUNS / 10);
      // Here and there resolvers happen to ask for the same at the same moment in two places.
      expect(found.saved, 'batches send fewer statements than resolvers').toBeGreaterThanOrEqual(0);
      expect(found.statement, 'many by one statement').toBeGreaterThan(RUNS / 10);
      expect(found.cuts, 'some of which left something to batches').toBeGreaterThan(RUNS / 30);
      expect(found.groups, 'some ask for groups').toBeGreaterThan(RUNS / 30);
      expect(found.objects / found.batches, 'answers hold something').toBeGreaterThan(1);
    },
    60_000 + RUNS * 400,
  );
});
