/**
 * `npm run migration:create -- NAME`: writes the difference between the entities and the snapshot of the tables as a migration, with its
 * line in the index, and the snapshot anew. It needs no database and no configuration.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeEntities } from '../app.ts';
import { format } from './format.ts';

const FOLDER = join('src', 'migrations');
const INDEX = join(FOLDER, 'index.ts');

/** The text of the index with a migration more, which runs after all others. */
function withMigration(index: string, name: string): string {
  const lastImport = index.lastIndexOf('\nimport ');
  const afterImports = index.indexOf('\n', lastImport + 1) + 1;
  const end = index.lastIndexOf('];');
  return [
    index.slice(0, afterImports),
    `import { ${name} } from './${name}.ts';\n`,
    index.slice(afterImports, end),
    `  { name: '${name}', class: ${name} },\n`,
    index.slice(end),
  ].join('');
}

async function createMigration(name: string): Promise<void> {
  const orm = describeEntities();
  const { fileName, diff } = await orm.migrator.create(undefined, false, false, name.replaceAll('-', '_'));
  if (diff.up.length === 0) return void process.stdout.write('Nothing has changed.\n');
  writeFileSync(INDEX, withMigration(readFileSync(INDEX, 'utf8'), fileName.replace(/\.ts$/, '')));
  format(join(FOLDER, fileName), INDEX);
  process.stdout.write(
    `Wrote ${join(FOLDER, fileName)}, its line in ${INDEX} and the snapshot. Read it: rows that are there already must fit, and tables that are in use are changed by MigrationWhileInUse.\n`,
  );
}

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('Usage: npm run migration:create -- name-in-lower-case\n');
  process.exitCode = 2;
} else await createMigration(name);
