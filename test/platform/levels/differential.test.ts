import fc from 'fast-check';
import { execute, getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { hubSchema, noticeKinds, openHubDatabase, permissions } from '../../../src/app.ts';
import { loadViewer } from '../../../src/domains/identity/index.ts';
import { NOTICE_CATALOGUE, NoticeCatalogue } from '../../../src/domains/notice-kinds/index.ts';
import { guest } from '../../../src/domains/people/index.ts';
import type { Viewer } from '../../../src/platform/auth/index.ts';
import type { Database } from '../../../src/platform/database/index.ts';
import { Cursors, CURSORS, LevelQuery, Unplannable } from '../../../src/platform/reading/index.ts';
import { openRequest, Services, type RequestContext } from '../../../src/platform/request/index.ts';
import { TEST_SIGNING_KEY, testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { FULL } from '../../forms/form.ts';
import { askersOf } from '../planning/askers.ts';
import { poolOf } from '../planning/pool.ts';
import { QueryWriter, type Pool } from '../planning/random-query.ts';
import { storedQueries, variablesOf } from '../planning/stored-queries.ts';
import { withoutOrder } from '../planning/without-order.ts';

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

/** @returns what each of the two has told; levels are undefined where resolvers must answer */
async function askBoth(
  text: string,
  variables: Variables,
  viewer: Viewer,
): Promise<{ resolved: Told; levels: Told | undefined; refused: unknown }> {
  const document = parse(text);
  const operation = getOperationAST(document)!;
  const context = requestOf(viewer);
  const { data, errors } = await execute({ schema, document, contextValue: context, variableValues: variables });
  const resolved = told(context, data, objectsIn(data) - 1, errors);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return { resolved, levels: undefined, refused: 'variables' };
  const again = requestOf(viewer);
  try {
    const answer = await new LevelQuery(reader, schema, document, operation).answer(coerced, again, (field) =>
      guards.get(field)!(viewer),
    );
    return { resolved, levels: told(again, answer.data, answer.objects), refused: undefined };
  } catch (refused) {
    if (refused instanceof Unplannable) return { resolved, levels: undefined, refused };
    // What was read for nothing is not read a second time, and resolvers say what they would have said.
    const { data: laterData, errors: laterErrors } = await execute({
      schema,
      document,
      contextValue: again,
      variableValues: variables,
    });
    expect(withoutOrder({ data: laterData, errors: laterErrors })).toEqual(withoutOrder({ data, errors }));
    return { resolved, levels: undefined, refused };
  }
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

describe('level by level, the answer is that of graphql-js, and so is what it takes', () => {
  it.each(storedQueries.map((each, index) => [each.operation, each, index] as const))(
    'to %s, for whoever asks',
    async (_name, operation, index) => {
      for (const [turn, viewer] of askersOf(viewers, operation, index, ({ accountId }) => accountId)) {
        const variables = variablesOf(operation, pool, turn);
        const { resolved, levels } = await askBoth(operation.document, variables, viewer);
        const about = `${JSON.stringify(variables)} as ${viewer.accountId}`;
        expect(levels ?? resolved, about).toEqual(resolved);
        expect(
          levels !== undefined || resolved.errors !== undefined || BY_RESOLVERS.test(operation.document),
          about,
        ).toBe(true);
      }
    },
  );

  it(
    `to ${RUNS} random queries (seed ${SEED})`,
    async () => {
      const found = { levels: 0, refused: 0, resolved: 0, objects: 0 };
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
            const { resolved, levels, refused } = await askBoth(text, given, viewer);
            const about = `${text}\n${JSON.stringify(given)} as ${viewer.accountId}\n${String(refused)}`;
            if (levels) {
              // What is left out by a directive, resolvers may have read in vain.
              expect({ ...levels, statements: 0, rows: 0 }, about).toEqual({ ...resolved, statements: 0, rows: 0 });
              expect(levels.statements, about).toBeLessThanOrEqual(resolved.statements);
              found.levels += 1;
              found.objects += levels.objects!;
            } else if (resolved.errors) found.refused += 1;
            else if (BY_RESOLVERS.test(text)) found.resolved += 1;
            else expect.fail(`resolvers answer, and levels do not: ${about}`);
          }
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      );
      // Of each that levels leave it is known why. Which share that is moves with every type that is added: here it is no comparison of nothing.
      expect(found.levels, 'many are answered').toBeGreaterThan(RUNS / 10);
      expect(found.objects / found.levels, 'answers hold something').toBeGreaterThan(1);
    },
    60_000 + RUNS * 400,
  );
});
