import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { camel, named, pascal, snake, type DomainNames } from './names.ts';

const TEMPLATE = join(import.meta.dirname, 'template');
/** So that nobody takes it for code of the hub. */
const SUFFIX = '.txt';

/** Lists in which the domain has its line, after all others: of a page, after the last row of its first table. */
const LINES: Readonly<Record<string, (names: DomainNames) => string>> = {
  'src/domains/index.ts': ({ many }) => `export { ${camel(many)} } from './${many}/index.ts';\n`,
  'seeds/factories/index.ts': ({ many, one }) => `export * from './${many}/${one}.ts';\n`,
  'docs/glossary.md': ({ one, zh }) => `| \`${pascal(one)}\` | ${zh} | \`${snake(one)}\` |\n`,
};

function withLine(path: string, text: string, line: string): string {
  const end = path.endsWith('.md') ? /^\|.*\n(?!\|)/m.exec(text) : null;
  const at = end ? end.index + end[0].length : text.length;
  return text.slice(0, at) + line + text.slice(at);
}

/** Paths and texts, before the formatter has been at them. */
export type Planned = ReadonlyMap<string, string>;

export function newFiles(names: DomainNames): Planned {
  const paths = readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [
      named(relative(TEMPLATE, path).replaceAll('\\', '/').slice(0, -SUFFIX.length), names),
      named(readFileSync(path, 'utf8'), names),
    ]),
  );
}

export function changedFiles(names: DomainNames): Planned {
  return new Map(
    Object.entries(LINES).map(([path, line]) => [path, withLine(path, readFileSync(path, 'utf8'), line(names))]),
  );
}
