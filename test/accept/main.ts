/**
 * `npm run accept`: writes anew whatever is written by a command and kept in the repository, tells what changed of it in words and figures, and names
 * what somebody must decide. What it has written is looked at before it is committed: a budget that has grown was a test that failed.
 */
import { spawnSync } from 'node:child_process';
import { describeEntities } from '../../src/app.ts';

/** Kept in the repository, and written by a command. */
const WRITTEN = ['schema', 'test/budgets/budgets.json'];

function run(command: string, ...args: readonly string[]): void {
  process.stdout.write(`\n== ${[command, ...args].join(' ')}\n`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (await describeEntities().migrator.checkSchema()) {
  process.stderr.write(
    'The entities are not as the last migration left the tables: npm run migration:create -- words-of-the-change, and then this.\n',
  );
  process.exit(1);
}
run('npm', 'run', '--silent', 'schema');
if (!process.argv.includes('--no-budgets')) run('npm', 'run', '--silent', 'budgets');
run('npm', 'run', '--silent', 'record');
// Processes of their own, which read what was just written.
run(process.execPath, '--import', 'tsx', 'test/accept/tell-changes.ts');
run(process.execPath, '--import', 'tsx', 'test/accept/tell-decisions.ts');
run('git', '--no-pager', 'diff', '--stat', '--', ...WRITTEN);
run('git', '--no-pager', 'ls-files', '--others', '--exclude-standard', '--', ...WRITTEN);
