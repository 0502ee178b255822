/**
 * `npm run indexes`: which indexes no test uses, where reading whole tables is discouraged. It takes as long as the tests that it runs,
 * and writes the others to used-indexes.json, by which a test knows an index that nobody has looked at (test/platform/reading/indexes.test.ts).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { declaredIndexes, KEPT, USED_FILE, withoutReason } from './index-reasons.ts';

/** Those that ask and write as clients do; what a budget counts with another plan is none of this. */
const TESTS = [
  'people',
  'identity',
  'notices',
  'volunteering',
  'isolation',
  'contract',
  'checks',
  'platform/reading',
  'platform/planning',
  'platform/commands',
];

const folder = mkdtempSync(join(tmpdir(), 'index-use-'));
const file = join(folder, 'used');
writeFileSync(file, '');
process.env['INDEX_USE'] = file;
try {
  const vitest = await startVitest(
    'test',
    TESTS.map((name) => `test/${name}/`),
    { run: true, reporters: ['dot'] },
  );
  await vitest.close();
  const declared = declaredIndexes();
  const seen = new Set(readFileSync(file, 'utf8').split('\n'));
  const used = declared.filter((name) => seen.has(name));
  writeFileSync(USED_FILE, `${JSON.stringify(used, null, 2)}\n`);
  for (const [name, reason] of Object.entries(KEPT)) process.stdout.write(`\n${name} is kept: ${reason}\n`);
  const unexplained = withoutReason(declared, used, KEPT);
  process.stdout.write(
    `\n${unexplained.length} of ${declared.length} indexes that enforce nothing were not used, and nobody says why they are there.\n${unexplained.join('\n')}\n`,
  );
  if (unexplained.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
