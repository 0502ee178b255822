/** Compares what was written with what is committed. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Budgets } from '../budgets/budget.ts';
import { budgetChanges, schemaChanges } from './changed.ts';

const SCHEMA = 'schema/hub.graphql';
const BUDGETS = 'test/budgets/budgets.json';

const committed = (path: string): string =>
  execFileSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8', maxBuffer: 2 ** 26 });
const operations = (text: string): Budgets['operations'] => (JSON.parse(text) as Budgets).operations;

function tell(what: string, lines: readonly string[]): void {
  process.stdout.write(
    lines.length === 0 ? `${what}: as committed.\n` : `${what}:\n${lines.map((each) => `  ${each}\n`).join('')}`,
  );
}

tell('Schema', schemaChanges(committed(SCHEMA), readFileSync(SCHEMA, 'utf8')));
tell('Budgets', budgetChanges(operations(committed(BUDGETS)), operations(readFileSync(BUDGETS, 'utf8'))));
