/** What each stored query may cost, to the row: committed, so that whoever changes it sees it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Examined } from './row-counter.ts';
import { FETCHERS, type Question, type Fetcher } from './world.ts';

export interface Budget extends Pick<Question, 'as' | 'variables'> {
  /** That the answer holds, as its cost counts them. */
  readonly objects: number;
  /** A statement a line: the tables that it examines, and how many rows of each. */
  readonly statements: Readonly<Record<Fetcher, readonly string[]>>;
}

export interface Budgets {
  /** Major version of the server that was measured: another one may choose other plans. */
  readonly postgresql: number;
  readonly operations: Readonly<Record<string, Budget>>;
}

const FILE = new URL('budgets.json', import.meta.url);

export const readBudgets = (): Budgets => JSON.parse(readFileSync(FILE, 'utf8')) as Budgets;
export const writeBudgets = (budgets: Budgets): void => writeFileSync(FILE, `${JSON.stringify(budgets, null, 2)}\n`);

const inLine = (line: string): number =>
  [...line.matchAll(/ (\d+)(?:,|$)/g)].reduce((sum, [, rows]) => sum + Number(rows), 0);
const inLines = (lines: readonly string[]): number => lines.reduce((sum, each) => sum + inLine(each), 0);

/** `course 20, lesson 7`; of what only writes or finds nothing, its first words. */
export function lineOf({ text, rows }: Examined): string {
  const tables = Object.entries(rows).sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1));
  return (
    tables.map(([table, count]) => `${table} ${count}`).join(', ') ||
    `nothing: ${text.trim().slice(0, 40).replace(/\s+/g, ' ')}`
  );
}

/** In an order of their own: what a list asks for next may be sent before or after what its neighbour does. */
export const linesOf = (statements: readonly Examined[]): string[] => statements.map(lineOf).sort();

/** One sentence for each statement that differs, old → new; none where all is as it was. */
export function changes(budget: Budget, fetcher: Fetcher, statements: readonly Examined[], exactly = true): string[] {
  const [old, present] = [budget.statements[fetcher], linesOf(statements)];
  const counted = old.length === present.length ? [] : [`${fetcher}: ${old.length} → ${present.length} statements`];
  if (!exactly) return counted;
  const [gone, come] = [without(old, present), without(present, old)];
  if (gone.length + come.length === 0) return counted;
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const text = statements
      .find((each) => lineOf(each) === come[index])
      ?.text.replace(/\s+/g, ' ')
      .slice(0, 300);
    return `  ${gone[index] ?? 'no such statement'} → ${come[index] ?? 'no such statement'}${text ? `\n    ${text}` : ''}`;
  });
  return [...counted, `${fetcher}: ${inLines(old)} → ${inLines(present)} rows examined`, ...pairs];
}

/** What one list has more often than the other. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return lines.filter((line) => {
    const index = rest.indexOf(line);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

export function budgetOf(
  { as, variables }: Question,
  objects: number,
  statements: Readonly<Record<Fetcher, readonly Examined[]>>,
): Budget {
  return {
    as,
    variables,
    objects,
    statements: Object.fromEntries(
      FETCHERS.map((fetcher) => [fetcher, linesOf(statements[fetcher])]),
    ) as unknown as Budget['statements'],
  };
}
