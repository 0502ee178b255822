import { readFileSync } from 'node:fs';
import { describeEntities } from '../../src/app.ts';
import { nodeTypes } from '../support/crawl.ts';

const PAGE = 'docs/glossary.md';

/** The rows of types that the page has. */
export const glossaryRows = (page: string = readFileSync(PAGE, 'utf8')): string[] =>
  [...page.matchAll(/^\| `\w+` \| \S+ \| `\S+` \|$/gm)].map(([row]) => row);

/** The row of each type that has an id: with the Chinese term of its description, and its table. */
export function rowsOfTypes(): string[] {
  const tables = new Map(
    [...describeEntities().getMetadata().getAll().values()].map(({ className, tableName }) => [className, tableName]),
  );
  return nodeTypes.map(({ name, description }) => {
    const term = /\(([^()]*\p{Script=Han}[^()]*)\)/u.exec(description ?? '')?.[1];
    return `| \`${name}\` | ${term} | \`${tables.get(name)}\` |`;
  });
}

/** One sentence for each that is not on the page, or is there by another term. */
export function unexplained(rows: readonly string[] = rowsOfTypes(), page?: string): string[] {
  const there = new Set(glossaryRows(page));
  return rows.filter((row) => !there.has(row)).map((row) => `${PAGE} has no such row: ${row}`);
}
