import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { hubSchema } from '../../../src/app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { FULL } from '../../forms/form.ts';
import { askersOf } from './askers.ts';
import { poolOf } from './pool.ts';
import { QueryWriter, type Pool } from './random-query.ts';
import { storedQueries, variablesOf } from './stored-queries.ts';
import { startTwoExecutors, type TwoExecutors } from './two-executors.ts';
import { withoutOrder } from './without-order.ts';

/**
 * How many random queries are asked; thousands by `PLANNING_RUNS=5000`, others by `PLANNING_SEED=…`. Short where every change is tested, and
 * there each stored query is asked by some (`askersOf`).
 */
const RUNS = Number(process.env['PLANNING_RUNS'] ?? (FULL ? 200 : 80));
const SEED = Number(process.env['PLANNING_SEED'] ?? 20261122);

const NOW = new Date('2026-11-16T01:00:00.000Z');
const { schema, reader } = hubSchema();
const accounts: readonly (string | undefined)[] = [undefined, ...demoAccounts.map((each) => each.id)];
let database: TestDatabase;
let executors: TwoExecutors;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  executors = await startTwoExecutors(database, () => NOW);
  pool = await poolOf(database, reader.catalog, NOW);
});
afterAll(async () => {
  await executors?.stop();
  await database?.drop();
});

/** What resolvers alone can answer: a look-up by number, rules that hold without a row. */
const BY_RESOLVERS = /\b(?:volunteeringPolicy|verifyCertificate)\b/;

/** The same question in another form: what was skipped is included, and pages are of another size. */
function altered(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
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

describe('both executors give the same answer', () => {
  it.each(storedQueries.map((each, index) => [each.operation, each, index] as const))(
    'to %s, planned into one statement, for whoever asks',
    async (_name, operation, index) => {
      for (const [turn, as] of askersOf(accounts, operation, index, (each) => each)) {
        const variables = variablesOf(operation, pool, turn);
        const { complete, planned, wasPlanned, wasRefused, statements, cuts } = await executors.ask(
          operation.document,
          {
            as,
            variables,
          },
        );
        const told = `${JSON.stringify(variables)} as ${as}`;
        const written = wasPlanned ? JSON.stringify : withoutOrder;
        expect(written(planned), told).toBe(written(complete));
        // A list that is not told to them keeps a query from being one statement even where nothing is asked for it.
        expect(wasPlanned || wasRefused || BY_RESOLVERS.test(operation.document), told).toBe(true);
        if (wasPlanned && cuts === 0) expect(statements).toBe(1);
      }
      expect(executors.warnings).toEqual([]);
    },
  );

  it(
    `to ${RUNS} random queries (seed ${SEED})`,
    async () => {
      const found = { planned: 0, refused: 0, resolved: 0, objects: 0 };
      await fc.assert(
        fc.asyncProperty(
          fc.nat(),
          fc.constantFrom(...accounts),
          fc.constantFrom(...accounts),
          async (seed, as, another) => {
            const dice = new Dice(String(seed));
            const wild = dice.chance(0.1);
            const { text, variables } = new QueryWriter(schema, pool, dice, wild).write();
            // The second time the plans of the first are there, and must not serve where another is wanted.
            for (const [asking, given] of [
              [as, variables],
              [another, altered(variables)],
            ] as const) {
              const { complete, planned, wasPlanned } = await executors.ask(text, { as: asking, variables: given });
              const told = `${text}\n${JSON.stringify(given)} as ${asking}`;
              const written = wasPlanned ? JSON.stringify : withoutOrder;
              expect(written(planned), told).toBe(written(complete));
              if (wasPlanned) found.planned += 1;
              else if (complete.errors) found.refused += 1;
              // What would be refused hangs on rows that are not there.
              else found.resolved += 1;
              found.objects += complete.extensions?.cost.actual ?? 0;
            }
          },
        ),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      );
      expect(executors.warnings).toEqual([]);
      // Of whatever a random query asks, something is refused to most people, or kept on record: which share is planned moves with every type
      // that is added. That what can be planned is, the stored queries show; here it is no comparison of nothing.
      expect(found.planned, 'many are planned').toBeGreaterThan(RUNS / 10);
      expect(found.objects / RUNS / 2, 'answers hold something').toBeGreaterThan(1);
    },
    60_000 + RUNS * 400,
  );
});
