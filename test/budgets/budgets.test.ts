import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedQueries } from '../platform/planning/stored-queries.ts';
import { budgetOf, changes, readBudgets, rowsOf, writeBudgets, type Budget, type Budgets } from './budget.ts';
import { GROWS, MOST_GROWTH } from './growth.ts';
import { chooseQuestions, documentOf, type Question } from './questions.ts';
import { openWorld, ROADS, type World } from './world.ts';

/** `npm run budgets` asks everything anew and writes the file. */
const WRITE = process.env['BUDGETS'] === 'write';
/** Districts beside the demonstration: what is asked for lies in the demonstration, so the rest is there to be passed by. */
const [FEW, MANY] = [1, 3];

const committed = readBudgets();
const operations = storedQueries.map((each) => each.operation);
let small: World;
let large: World;
let major: number;
beforeAll(async () => {
  [small, large] = await Promise.all([openWorld(FEW), openWorld(MANY)]);
  const { rows } = await large.database.pool.query<{ version: number }>(`select current_setting('server_version_num')::int / 10000 as version`);
  major = rows[0]!.version;
}, 120_000);
afterAll(async () => {
  await small?.stop();
  await large?.stop();
});

async function measured(question: Question): Promise<Budget> {
  const [planned, complete] = [await large.ask(question, 'planned'), await large.ask(question, 'complete')];
  return budgetOf(question, complete.answer.extensions!.cost.actual, { planned: await large.examined(planned.sent), complete: await large.examined(complete.sent) });
}

function questionOf(operation: string): Question {
  const budget = committed.operations[operation];
  if (!budget) throw new Error(`${operation} has no budget: npm run budgets`);
  return { operation, document: documentOf(operation)!, as: budget.as, variables: budget.variables };
}

it.runIf(WRITE)('writes the budgets', async () => {
  const found: Record<string, Budget> = {};
  const demonstration = await openWorld(0);
  try {
    for (const question of await chooseQuestions(demonstration)) found[question.operation] = await measured(question);
  } finally {
    await demonstration.stop();
  }
  writeBudgets({ postgresql: major, operations: found } satisfies Budgets);
}, 300_000);

describe.skipIf(WRITE)('what a stored query costs', () => {
  it.each(operations)('%s: as many statements and rows as its budget says', async (operation) => {
    const question = questionOf(operation);
    const budget = committed.operations[operation]!;
    for (const road of ROADS) {
      const { answer, sent } = await large.ask(question, road);
      expect(answer.errors, `${operation} as ${question.as}`).toBeUndefined();
      expect(answer.extensions!.cost.actual, `${operation}: objects of the answer`).toBe(budget.objects);
      const found = changes(budget, road, await large.examined(sent), major === committed.postgresql);
      if (found.length > 0) expect.fail(`${operation} as ${question.as}: ${found.join('\n')}\nIf that is meant to be: npm run budgets`);
    }
  });

  it('every budget is of an operation that is there', () => {
    expect(Object.keys(committed.operations).sort()).toEqual([...operations].sort());
  });
});

describe.skipIf(WRITE)('what is there besides costs nothing', () => {
  it.each(operations)('%s examines as many rows an object where more districts are', async (operation) => {
    const question = questionOf(operation);
    for (const road of ROADS) {
      const [few, many] = await Promise.all([small, large].map(async (world) => {
        const { answer, sent } = await world.ask(question, road);
        return { statements: sent.length, rows: rowsOf(await world.examined(sent, 'by index')) / Math.max(1, answer.extensions!.cost.actual) };
      }));
      expect(many!.statements, `${road} road: statements`).toBe(few!.statements);
      const growth = many!.rows / few!.rows;
      const told = `${operation}, ${road} road: ${few!.rows.toFixed(1)} → ${many!.rows.toFixed(1)} rows an object`;
      if (GROWS[operation] === undefined) expect(growth, told).toBeLessThanOrEqual(MOST_GROWTH);
    }
  });

  it('what is known to grow is a stored query', () => {
    expect(Object.keys(GROWS).filter((each) => !operations.includes(each))).toEqual([]);
  });
});
