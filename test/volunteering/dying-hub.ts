/**
 * A hub that is killed at a chosen moment of its first sign-up, as a machine that loses power: `before-commit`, with all
 * that was written not yet kept, or `after-commit`, with the answer not yet sent. Started as a process of its own.
 */
import { createHub } from '../../src/app.ts';
import { createLogger } from '../../src/platform/observability/index.ts';
import { testConfig } from '../support/config.ts';

const [url, moment] = process.argv.slice(2) as [string, 'before-commit' | 'after-commit'];

let written = false;
let committed = false;

/** Called with each statement before it is sent. */
function watch(text: string): void {
  if (committed || (moment === 'before-commit' && written && text === 'commit')) process.kill(process.pid, 'SIGKILL');
  if (text.includes('insert into signup')) written = true;
  if (written && text === 'commit') committed = true;
}

const hub = await createHub(testConfig(url), { logger: createLogger('silent'), onStatement: watch });
process.stdout.write(`${await hub.listen()}\n`);
