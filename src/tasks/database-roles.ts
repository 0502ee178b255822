/**
 * `npm run database:roles`: the role of DATABASE_URL owns nothing and may do with rows what the hub does; all belongs to that of
 * MIGRATION_DATABASE_URL. For a database in which one role has owned all, too; migrating does the same.
 */
import { settleDatabaseRoles } from '../app.ts';
import { configOrExit } from '../platform/config/index.ts';
import { runTask } from './run-task.ts';

if (process.argv.length > 2) {
  process.stderr.write('Usage: npm run database:roles, with DATABASE_URL and MIGRATION_DATABASE_URL\n');
  process.exit(2);
}
const config = configOrExit();
if (config.migrationDatabaseUrl === null) {
  process.stderr.write(
    'MIGRATION_DATABASE_URL is missing: the role that is to own the tables, beside that of DATABASE_URL, as which the hub works.\n',
  );
  process.exit(2);
}
await runTask(async () => {
  const done = await settleDatabaseRoles(config, (sentence) => process.stderr.write(`${sentence}\n`));
  process.stdout.write(
    done.length === 0 ? 'The roles are as they should be.\n' : done.map((each) => `${each};\n`).join(''),
  );
});
