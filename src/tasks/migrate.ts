import { migrate } from '../app.ts';
import { configOrExit } from '../platform/config/index.ts';
import { runTask } from './run-task.ts';

await runTask(async () => {
  const done = await migrate(configOrExit(), (sentence) => process.stderr.write(`${sentence}\n`));
  process.stdout.write(done.length === 0 ? 'The tables are up to date.\n' : `Ran ${done.join(', ')}.\n`);
});
