/** `npm run explain`: of the hub that DATABASE_URL names, or of the demonstration while `npm start` runs. */
import { configOrExit } from '../src/platform/config/index.ts';
import { explainOnTerminal, tellsUsage } from '../src/tasks/explain-on-terminal.ts';
import { examples } from './demo/examples.ts';
import { DATA_DIRECTORY, ownerUrlOfRunning } from './local-database.ts';

const args = process.argv.slice(2);
if (!tellsUsage(args)) {
  const config = configOrExit('postgresql://demonstration');
  const running = config.demo ? ownerUrlOfRunning() : undefined;
  if (config.demo && running === undefined) {
    process.stderr.write(
      `No demonstration runs in ${DATA_DIRECTORY}: npm start, or set DATA_DIRECTORY as it was started with, or DATABASE_URL.\n`,
    );
    process.exitCode = 1;
  } else if (running === undefined) await explainOnTerminal(config, args);
  else await explainOnTerminal(configOrExit(running), args, ofExample);
}

/** As the tabs of the explorer ask. */
function ofExample(operation: string): Readonly<Record<string, unknown>> {
  const asked = examples(new Date()).find(({ query }) => query.includes(`query ${operation}(`));
  return asked?.variables ?? {};
}
