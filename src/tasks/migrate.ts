import { migrate } from '../app.ts';
import { configOrExit } from '../platform/config/index.ts';
import { UnfitDatabase } from '../platform/database/index.ts';

try {
  const done = await migrate(configOrExit(), (sentence) => process.stderr.write(`${sentence}\n`));
  process.stdout.write(done.length === 0 ? 'The tables are up to date.\n' : `Ran ${done.join(', ')}.\n`);
} catch (error) {
  if (!(error instanceof UnfitDatabase)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
