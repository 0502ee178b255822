/**
 * `npm run migration:create -- NAME`: writes the difference between the entities and the last snapshot as a migration.
 * DATABASE_URL must name a scratch database that has all earlier migrations.
 */
import { openHubDatabase } from '../app.ts';
import { configOrExit } from '../platform/config/index.ts';
import { runTask } from './run-task.ts';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('Usage: npm run migration:create -- name-in-lower-case\n');
  process.exit(2);
}
const config = configOrExit();
await runTask(async () => {
  const database = await openHubDatabase(config);
  try {
    const { fileName, diff } = await database.orm.migrator.create(undefined, false, false, name);
    process.stdout.write(
      diff.up.length === 0 ? 'Nothing has changed.\n' : `Wrote ${fileName}: add it to src/migrations/index.ts.\n`,
    );
  } finally {
    await database.close();
  }
});
