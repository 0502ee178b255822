/** `npm run token -- --as NAME [--hours 12]`: a bearer token of the account of that name; never in production. */
import { parseArgs } from 'node:util';
import { createTokens } from '../src/platform/auth/index.ts';
import { configOrExit } from '../src/platform/config/index.ts';
import { runTask } from '../src/tasks/run-task.ts';
import { storedAccount } from '../src/tasks/stored-account.ts';
import { demoAccounts } from './demo/index.ts';

const config = configOrExit('postgresql://demonstration');
if (config.production) fail('Tokens are never printed in production.');
const { as, hours } = argumentsOrExit();
await runTask(async () => {
  const id = config.demo ? demoAccounts.find((account) => account.name === as)?.id : await storedAccount(config, as);
  if (id === undefined) {
    fail(
      `No account has the name ${as}.${config.demo ? ` There are: ${demoAccounts.map((account) => account.name).join(', ')}.` : ''}`,
    );
  }
  process.stdout.write(`${await createTokens(config.token).sign(id, Math.round(hours * 3600))}\n`);
});

function argumentsOrExit(): { as: string; hours: number } {
  try {
    const { values } = parseArgs({ options: { as: { type: 'string' }, hours: { type: 'string', default: '12' } } });
    const hours = Number(values.hours);
    if (values.as && hours > 0 && hours <= 24 * 31) return { as: values.as, hours };
  } catch {
    // An unknown flag is answered like a missing one.
  }
  return fail('Usage: npm run token -- --as NAME [--hours 12]');
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
