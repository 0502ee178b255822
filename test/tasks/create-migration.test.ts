import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const TSX = createRequire(import.meta.url).resolve('tsx');
const project = mkdtempSync(join(tmpdir(), 'hub-migration-'));
const folder = join(project, 'src', 'migrations');

interface Snapshot {
  tables: { name: string; columns: Record<string, unknown> }[];
}
const snapshot = (): Snapshot => JSON.parse(readFileSync(join(folder, 'schema-snapshot.json'), 'utf8')) as Snapshot;

beforeEach(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(project, '.prettierrc.json'), readFileSync(join(ROOT, '.prettierrc.json')));
  for (const file of ['index.ts', 'schema-snapshot.json'])
    writeFileSync(join(folder, file), readFileSync(join(ROOT, 'src', 'migrations', file)));
});
afterAll(() => rmSync(project, { recursive: true }));

/** As somebody calls it who has neither a database nor a configuration. */
const create = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', TSX, join(ROOT, 'src', 'tasks', 'create-migration.ts'), ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  });

describe('a migration is written', () => {
  it('from the snapshot, with its line in the index, without a database', { timeout: 60_000 }, () => {
    const before = snapshot();
    const notices = before.tables.find(({ name }) => name === 'notice')!;
    delete notices.columns['names_rest_on'];
    writeFileSync(join(folder, 'schema-snapshot.json'), JSON.stringify(before));
    const { status, stdout, stderr } = create('names-rest-on-rights');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [file] = readdirSync(folder).filter((each) => each.endsWith('_names_rest_on_rights.ts'));
    expect(stdout).toContain(`Wrote src/migrations/${file}`);
    expect(readFileSync(join(folder, file!), 'utf8')).toContain(
      'alter table "notice" add "names_rest_on" text[] null;',
    );
    const name = file!.replace('.ts', '');
    const index = readFileSync(join(folder, 'index.ts'), 'utf8');
    expect(index).toContain(`import { ${name} } from './${file}';\n`);
    expect(index.trimEnd().replace(/\s+/g, ' ')).toMatch(
      new RegExp(`\\{ name: '${name}', class: ${name},? \\},? \\];$`),
    );
    expect(snapshot().tables.find(({ name: each }) => each === 'notice')!.columns).toHaveProperty('names_rest_on');
  });

  it('only where something has changed, and under a name', { timeout: 60_000 }, () => {
    expect(create('nothing-new')).toMatchObject({ status: 0, stdout: 'Nothing has changed.\n' });
    expect(create()).toMatchObject({ status: 2, stderr: 'Usage: npm run migration:create -- name-in-lower-case\n' });
    expect(create('Bad Name').status).toBe(2);
  });
});
