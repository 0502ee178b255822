/**
 * `npm run new:domain -- NAME [--one NAME] [--zh 名称]`: writes a small domain that works, whole or not at all. What is written is read and
 * changed by its author before the tables are made.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from './format.ts';
import { camel, namesOf, pascal, snake, UnfitName, type DomainNames } from './new-domain/names.ts';
import { changedFiles, newFiles, type Planned } from './new-domain/planned-files.ts';
import { runTask } from './run-task.ts';

/** Things of that name that the hub has already. They are read when the name is fit, for that takes a while. */
async function takenBy({ many, one }: DomainNames): Promise<string[]> {
  const { describeEntities, domains, hubSchema } = await import('../app.ts');
  const { schema, reader } = hubSchema();
  const metadata = [...describeEntities().getMetadata().getAll().values()];
  return [
    ...(domains.some(({ name }) => name === many) ? [`a domain ${many}`] : []),
    ...(metadata.some(({ tableName }) => tableName === snake(one)) ? [`a table ${snake(one)}`] : []),
    ...(schema.getType(pascal(one)) ? [`a type ${pascal(one)}`] : []),
    ...(reader.catalog.byPrefix.has(one) ? [`ids that begin with ${one}`] : []),
    ...[one, many]
      .map(camel)
      .filter((name) => schema.getQueryType()!.getFields()[name])
      .map((name) => `a query ${name}`),
  ];
}

/** Whoever has begun something else could not tell it from what is written here. */
function requireCleanPlace(): void {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { encoding: 'utf8' });
  if (status === 0 && stdout !== '')
    throw new UnfitName(
      `There are changes that are not committed: commit them, or put them aside.\n${stdout.trimEnd()}`,
    );
}

/** All of it, or nothing. */
function write(made: Planned, changed: Planned): void {
  const before = new Map([...changed.keys()].map((path) => [path, readFileSync(path, 'utf8')]));
  try {
    for (const [path, text] of [...made, ...changed]) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    format(...[...made.keys(), ...changed.keys()].filter((path) => path.endsWith('.ts')));
  } catch (error) {
    for (const path of made.keys()) rmSync(path, { force: true });
    for (const [path, text] of before) writeFileSync(path, text);
    throw error;
  }
}

async function newDomain(names: DomainNames): Promise<void> {
  requireCleanPlace();
  const taken = await takenBy(names);
  if (taken.length > 0) throw new UnfitName(`There is ${taken.join(', ')} already: choose another name.`);
  const [made, changed] = [newFiles(names), changedFiles(names)];
  const there = [...made.keys()].filter((path) => existsSync(path));
  if (there.length > 0) throw new UnfitName(`There is already: ${there.join(', ')}. Choose another name.`);
  write(made, changed);
  process.stdout.write(`Wrote
${[...made.keys()].map((path) => `  ${path}\n`).join('')}and a line in ${[...changed.keys()].join(' and ')}.

It works as it is. Read it, and make it yours: who sees it (${names.many}.access.ts), what may be asked (${names.many}.relations.ts), what must
never be (${names.many}.checks.ts), the rules of its mutation, the Chinese words. Then

  npm run migration:create -- ${names.many}
  npm run accept

and CONTRIBUTING.md tells how more of it is added.
`);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { one: { type: 'string' }, zh: { type: 'string' } },
});
const [name] = positionals;
if (name === undefined || positionals.length > 1) {
  process.stderr.write('Usage: npm run new:domain -- NAME [--one NAME] [--zh 名称]\n');
  process.exitCode = 2;
} else await runTask(async () => newDomain(namesOf(name, values)), UnfitName);
