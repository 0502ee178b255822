/**
 * `npm run migration:create -- NAME`: writes the difference between the entities and the last snapshot as a migration.
 * DATABASE_URL, or MIGRATION_DATABASE_URL where a role of its own owns the tables, must name a scratch database that has all earlier migrations.
 */
import { asOwner } from '../app.ts';
import { configOrExit } from '../platform/config/index.ts';
import { runTask } from './run-task.ts';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('Usage: npm run migration:create -- name-in-lower-case\n');
  process.exit(2);
}
const config = configOrExit();
await runTask(() =>
  asOwner(config, async ({ orm }) => {
    const { fileName, diff } = await orm.migrator.create(undefined, false, false, name);
    process.stdout.write(
      diff.up.length === 0 ? 'Nothing has changed.\n' : `Wrote ${fileName}: add it to src/migrations/index.ts.\n`,
    );
  }),
);
