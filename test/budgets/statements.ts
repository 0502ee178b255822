/** The statements by which each stored query is read, committed to be read by people: `schema/sql/<Operation>.sql`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Explanation } from '../../src/platform/graphql/index.ts';
import { formatSql } from '../../src/tasks/format-sql.ts';
import type { Question } from './world.ts';

const FOLDER = new URL('../../schema/sql/', import.meta.url);
const fileOf = (operation: string): URL => new URL(`${operation}.sql`, FOLDER);

/** In an order of their own: which of two batches is read first differs from run to run. */
function inOrder({ statements }: Explanation): Explanation['statements'] {
  const key = ({ reads, text }: Explanation['statements'][number]): string => `${reads}\n${text}`;
  return statements.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Anew, all of them. */
export function writeStatements(all: readonly { readonly question: Question; readonly explain: Explanation }[]): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const { question, explain } of all) {
    const fallbacks = explain.fallbacks.map(
      ({ executor, reason, at }) => `, not by ${executor} (${reason}${at === undefined ? '' : `: ${at}`})`,
    );
    const head = `-- ${question.operation}, asked as ${question.as}: answered by ${explain.executor}${fallbacks.join('')}`;
    const statements = inOrder(explain).map(({ reads, text }) => `-- ${reads}\n${formatSql(text)};`);
    writeFileSync(fileOf(question.operation), `${[head, ...statements].join('\n\n')}\n`);
  }
}

/** Spaces and lines are for whoever reads. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/** What the file of the operation does not say as it is, in a sentence; nothing where it does. */
export function statementsChange(operation: string, explain: Explanation): string[] {
  const file = fileOf(operation);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const statements = inOrder(explain);
  const said = statements.map(({ reads, text }) => `-- ${reads}\n${text};`).join('');
  const body = written.slice(written.indexOf('\n'));
  if (bare(body) === bare(said) && written.includes(`: answered by ${explain.executor}`)) return [];
  const changed = statements.filter(({ text }) => !bare(body).includes(bare(text))).map(({ reads }) => reads);
  return [
    `schema/sql/${operation}.sql: other SQL of ${changed.join(', ') || 'nothing, but one statement more or less'}`,
  ];
}

/** Operations whose statements are written. */
export function writtenOperations(): string[] {
  return readdirSync(FOLDER)
    .map((file) => file.replace(/\.sql$/, ''))
    .sort();
}
