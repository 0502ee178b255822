/**
 * `npm run indexes`: which indexes no test uses, where reading whole tables is discouraged. It takes as long as the tests that it runs.
 * What begins with a reference is kept all the same: without it PostgreSQL would read the whole table for each row that is
 * deleted at its other end; and so is what an order of a short list stands on (`policy_lecture_title_index`).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { describeEntities } from '../../src/app.ts';

/** Those that ask and write as clients do; what a budget counts with another plan is none of this. */
const TESTS = ['people', 'identity', 'notices', 'volunteering', 'isolation', 'contract', 'checks', 'platform/reading', 'platform/planning', 'platform/commands'];

const folder = mkdtempSync(join(tmpdir(), 'index-use-'));
const file = join(folder, 'used');
writeFileSync(file, '');
process.env['INDEX_USE'] = file;
try {
  const vitest = await startVitest('test', TESTS.map((name) => `test/${name}/`), { run: true, reporters: ['dot'] });
  await vitest.close();
  const used = new Set(readFileSync(file, 'utf8').split('\n'));
  const declared = [...describeEntities().getMetadata().getAll().values()].flatMap((meta) => meta.indexes.map((index) => ({ table: meta.tableName, name: index.name })));
  const unused = declared.filter(({ name }) => name !== undefined && !used.has(name)).map(({ table, name }) => `${table}: ${name}`);
  process.stdout.write(`\n${unused.length} of ${declared.length} indexes that enforce nothing were not used:\n${unused.sort().join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
