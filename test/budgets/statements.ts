/** The statements by which each stored query is read, committed to be read by people: `schema/sql/<Operation>.sql`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ExplainedStatement, Explanation } from '../../src/platform/graphql/index.ts';
import { formatSql, linesOfPlaces } from '../../src/tasks/format-sql.ts';
import { nameOfShape, statementsOfShapes } from './shapes.ts';
import type { Question, World } from './world.ts';

const FOLDER = new URL('../../schema/sql/', import.meta.url);
const fileOf = (operation: string): URL => new URL(`${operation}.sql`, FOLDER);

/** What `explain` calls the one statement. */
const WHOLE = 'the whole query';

export interface WrittenStatements {
  /** How it is answered. */
  readonly head: readonly string[];
  /** First those that are sent for the person of the budget, then the whole query for each shape whose statement is another. */
  readonly statements: readonly Pick<ExplainedStatement, 'reads' | 'places' | 'text'>[];
}

/** In an order of their own: which of two batches is read first differs from run to run. */
function inOrder({ statements }: Explanation): Explanation['statements'] {
  const key = ({ reads, text }: Explanation['statements'][number]): string => `${reads}\n${text}`;
  return statements.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

export async function statementsToWrite(
  question: Question,
  explain: Explanation,
  people: World['people'],
): Promise<WrittenStatements> {
  const { operation, as } = question;
  const fallbacks = explain.fallbacks.map(
    ({ executor, reason, at }) => `, not by ${executor} (${reason}${at === undefined ? '' : `: ${at}`})`,
  );
  const head = `${operation}, asked as ${as}: answered by ${explain.executor}${fallbacks.join('')}`;
  const sent = inOrder(explain);
  if (explain.executor !== 'statement') return { head: [head], statements: sent };
  const { statements, none } = await statementsOfShapes(question, people);
  const ownShape = nameOfShape(people.get(as)!.shape);
  const own = statements.find(({ shapes }) => shapes.includes(ownShape));
  if (!own || !sent.some(({ reads, text }) => reads === WHOLE && text === own.text))
    throw new Error(`${operation}: what is sent for ${as} is not what is made for ${ownShape}.`);
  const readsFor = (shapes: readonly string[]): string => `${WHOLE}, for ${shapes.map(withSomebody).join('; ')}`;
  const withSomebody = (shape: string): string => {
    const somebody = [...people].find(([, each]) => nameOfShape(each.shape) === shape)?.[0];
    return somebody === undefined ? shape : `${shape} (as ${somebody})`;
  };
  const reasons = [...new Set(none.map(({ reason }) => reason))].map(
    (reason) =>
      `${none.flatMap((each) => (each.reason === reason ? [withSomebody(each.shape)] : [])).join('; ')} (${reason})`,
  );
  return {
    head: [head, ...reasons.map((each) => `Not by statement for ${each}`)],
    statements: [
      ...sent.map((each) => (each.reads === WHOLE ? { ...each, reads: readsFor(own.shapes) } : each)),
      ...statements.filter((each) => each !== own).map(({ shapes, ...made }) => ({ ...made, reads: readsFor(shapes) })),
    ],
  };
}

/** Above the text of a statement. */
const titleOf = ({ reads, places }: Pick<ExplainedStatement, 'reads' | 'places'>): string =>
  [`-- ${reads}`, ...linesOfPlaces({ places })].join('\n');

const headOf = ({ head }: WrittenStatements): string => head.map((line) => `-- ${line}`).join('\n');

/** Anew, all of them. */
export function writeStatements(all: ReadonlyMap<string, WrittenStatements>): void {
  const files = [...all].map(([operation, written]) => {
    const statements = written.statements.map((each) => `${titleOf(each)}\n${formatSql(each.text)};`);
    return [operation, `${[headOf(written), ...statements].join('\n\n')}\n`] as const;
  });
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const [operation, text] of files) writeFileSync(fileOf(operation), text);
}

/** Spaces and lines are for whoever reads. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/** What the file of the operation does not say as it is, in a sentence; nothing where it does. */
export function statementsChange(operation: string, present: WrittenStatements): string[] {
  const file = fileOf(operation);
  const written = existsSync(file) ? bare(readFileSync(file, 'utf8')) : '';
  const parts = present.statements.map((each) => ({ ...each, said: bare(`${titleOf(each)}\n${each.text};`) }));
  const head = bare(headOf(present));
  if (written === head + parts.map(({ said }) => said).join('')) return [];
  const changed = parts.filter(({ said }) => !written.includes(said)).map(({ reads }) => reads);
  if (!written.startsWith(head)) changed.unshift('how it is answered');
  return [
    `schema/sql/${operation}.sql says something else of ${changed.join(', and of ') || 'nothing, but one statement more'}`,
  ];
}

/** Operations whose statements are written. */
export function writtenOperations(): string[] {
  return readdirSync(FOLDER)
    .map((file) => file.replace(/\.sql$/, ''))
    .sort();
}
