import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/platform/graphql/index.ts';
import { storedQueries } from '../platform/executors/stored-queries.ts';
import { FULL } from '../forms/form.ts';
import { budgetOf, changes, readBudgets, writeBudgets, type Budget, type Budgets } from './budget.ts';
import { FILLED_BY_ASKING, GROWS, MOST_GROWTH, rowsOfLarge } from './growth.ts';
import { chooseQuestions, documentOf } from './questions.ts';
import {
  statementsChange,
  statementsToWrite,
  writeStatements,
  writtenOperations,
  type WrittenStatements,
} from './statements.ts';
import { openWorld, FETCHERS, type Asked, type Question, type Fetcher, type World } from './world.ts';

/** `npm run budgets` asks everything anew and writes the file. */
const WRITE = process.env['BUDGETS'] === 'write';
/** Districts beside the demonstration: what is asked for lies in the demonstration, so the rest is there to be passed by. */
const [FEW, MANY] = [1, 3];

const committed = readBudgets();
const operations = storedQueries.map((each) => each.operation);
/** Whoever writes them waits as long as it takes. */
const WRITTEN_WITHIN = 30 * 60_000;
let small: World;
let large: World;
let major: number;
beforeAll(
  async () => {
    const [few, many] = await Promise.all([WRITE ? null : openWorld(FEW), openWorld(MANY)]);
    if (few) small = few;
    large = many;
    const { rows } = await large.database.pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    major = rows[0]!.version;
  },
  WRITE ? WRITTEN_WITHIN : 120_000,
);
afterAll(async () => {
  await small?.stop();
  await large?.stop();
});

const known = new Map<string, Promise<Asked>>();
/** Each is asked once, whoever looks at it. */
function askLarge(question: Question, fetcher: Fetcher): Promise<Asked> {
  const key = `${question.operation} ${fetcher}`;
  const asked = known.get(key) ?? large.ask(question, fetcher);
  known.set(key, asked);
  return asked;
}

async function measured(question: Question): Promise<{ readonly budget: Budget; readonly explain: Explanation }> {
  const [statement, batches] = [await large.ask(question, 'statement'), await large.ask(question, 'batches')];
  const budget = budgetOf(question, batches.answer.extensions!.cost.actual, {
    statement: await large.examined(statement.sent),
    batches: await large.examined(batches.sent),
  });
  return { budget, explain: statement.explain };
}

function questionOf(operation: string): Question {
  const budget = committed.operations[operation];
  if (!budget) throw new Error(`${operation} has no budget: npm run budgets`);
  return { operation, document: documentOf(operation)!, as: budget.as, variables: budget.variables };
}

it.runIf(WRITE)(
  'writes the budgets',
  async () => {
    const found: Record<string, Budget> = {};
    const statements = new Map<string, WrittenStatements>();
    const demonstration = await openWorld(0);
    try {
      for (const question of await chooseQuestions(demonstration)) {
        const { budget, explain } = await measured(question);
        found[question.operation] = budget;
        statements.set(question.operation, await statementsToWrite(question, explain, large.people));
      }
    } finally {
      await demonstration.stop();
    }
    writeBudgets({ postgresql: major, operations: found } satisfies Budgets);
    writeStatements(statements);
  },
  WRITTEN_WITHIN,
);

describe.skipIf(WRITE)('what a stored query costs', () => {
  it.each(operations)('%s: as many statements and rows as its budget says', async (operation) => {
    const question = questionOf(operation);
    const budget = committed.operations[operation]!;
    for (const fetcher of FETCHERS) {
      const { answer, sent, explain } = await askLarge(question, fetcher);
      expect(answer.errors, `${operation} as ${question.as}`).toBeUndefined();
      expect(answer.extensions!.cost.actual, `${operation}: objects of the answer`).toBe(budget.objects);
      const found = changes(budget, fetcher, await large.examined(sent), major === committed.postgresql);
      if (fetcher === 'statement')
        found.push(...statementsChange(operation, await statementsToWrite(question, explain, large.people)));
      if (found.length > 0)
        expect.fail(`${operation} as ${question.as}: ${found.join('\n')}\nIf that is meant to be: npm run budgets`);
    }
  });

  it('every budget is of an operation that is there', () => {
    expect(Object.keys(committed.operations).sort()).toEqual([...operations].sort());
    expect(writtenOperations()).toEqual([...operations].sort());
  });
});

describe.skipIf(WRITE)('what is there besides costs nothing', () => {
  const growth = new Map<string, number>();

  const rowsAnObject = async (world: World, { answer, sent }: Asked): Promise<number> =>
    rowsOfLarge(await world.examined(sent, 'by index')) / Math.max(1, answer.extensions!.cost.actual);

  /** In the full form by both fetchers; where every change is tested on one, now this and now that, unless it is said to grow. */
  const fetchersOf = (operation: string): readonly Fetcher[] =>
    FULL || operation in GROWS ? FETCHERS : [FETCHERS[operations.indexOf(operation) % FETCHERS.length]!];

  it.each(operations)('%s examines as many rows an object where more districts are', async (operation) => {
    const question = questionOf(operation);
    for (const fetcher of fetchersOf(operation)) {
      const [few, many] = [await small.ask(question, fetcher), await askLarge(question, fetcher)];
      expect(many.sent.length, `${fetcher}: statements`).toBe(few.sent.length);
      const [fewer, more] = [await rowsAnObject(small, few), await rowsAnObject(large, many)];
      const told = `${operation}, ${fetcher}: ${fewer.toFixed(1)} → ${more.toFixed(1)} rows an object`;
      if (GROWS[operation] === undefined && !(operation in FILLED_BY_ASKING))
        expect(more / fewer, told).toBeLessThanOrEqual(MOST_GROWTH);
      growth.set(operation, Math.max(growth.get(operation) ?? 0, more / fewer));
    }
  });

  it('what is said to grow does', () => {
    expect(Object.keys(GROWS).filter((each) => !(growth.get(each)! > MOST_GROWTH))).toEqual([]);
  });
});
