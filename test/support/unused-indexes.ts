/**
 * `npm run indexes`: which indexes no test uses, where reading whole tables is discouraged. It takes as long as the tests that it runs. It
 * is advice: nothing fails by it. That each filter, order and relation has its index is a test (test/platform/reading/indexes.test.ts).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { domains } from '../../src/app.ts';
import { declaredIndexes, KEPT, withoutReason } from './index-reasons.ts';

/** Those that ask and write as clients do; what a budget counts with another plan is none of this. */
const TESTS = [
  ...domains.map(({ name }) => name),
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
  for (const [name, reason] of Object.entries(KEPT)) {
    const told = !declared.includes(name)
      ? 'is no longer there: take it out of test/support/index-reasons.ts'
      : used.includes(name)
        ? 'is used by now: take it out of test/support/index-reasons.ts'
        : `is kept: ${reason}`;
    process.stdout.write(`\n${name} ${told}\n`);
  }
  const unexplained = withoutReason(declared, used, KEPT);
  process.stdout.write(
    `\n${unexplained.length} of ${declared.length} indexes that enforce nothing were not used, and test/support/index-reasons.ts does not say why they are there.\n${unexplained.join('\n')}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
