/** `npm run seed`: fills an empty database with fictional people. */
import pg from 'pg';
import { migrate } from '../src/app.ts';
import { configFromProcess, DATABASE_URL_FORM, isDatabaseUrl } from '../src/platform/config/index.ts';
import { inTermsOf } from '../src/platform/database/index.ts';
import { runTask } from '../src/tasks/run-task.ts';
import { readOptions, type SeedOptions, USAGE, UsageError } from './cli-options.ts';
import { loadDemo } from './demo/index.ts';
import { loadDistricts } from './district/index.ts';
import { openLocalDatabase } from './local-database.ts';
import { Progress } from './progress.ts';
import { emptyTables, isEmpty, missingTables } from './writing/index.ts';

/** Batches that are written at the same time; one more core than most have is for the making of them. */
const LANES = 3;

/** For one large load instead of many small writes. */
const SETTINGS_FOR_LOADING = { shared_buffers: '256MB', max_wal_size: '4GB', maintenance_work_mem: '256MB' };

/** A failure that the caller can mend: the message says how. */
class Refusal extends Error {}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (process.env['NODE_ENV'] === 'production')
    throw new Refusal('Fictional people are never written in production (NODE_ENV=production).');
  const name = process.env['MIGRATION_DATABASE_URL'] ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL';
  const external = process.env[name];
  if (external && !isDatabaseUrl(external)) throw new Refusal(`${name}: expected ${DATABASE_URL_FORM}`);
  if (external) return inTermsOf(name, fill(external, options));
  const local = await openLocalDatabase(SETTINGS_FOR_LOADING).catch((error: Error) => {
    throw new Refusal(error.message, { cause: error });
  });
  try {
    await migrate({ ...configFromProcess(local.url), migrationDatabaseUrl: local.ownerUrl });
    await fill(local.ownerUrl, options);
  } finally {
    await local.stop();
  }
}

async function fill(url: string, options: SeedOptions): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: LANES + 1, options: '-c synchronous_commit=off' });
  // The statement that uses a broken connection fails by itself; an idle one that breaks must not end the process.
  pool.on('error', () => undefined);
  try {
    await makeRoom(pool, options);
    const progress = new Progress(process.stdout);
    const onProgress = (rows: number, expected: number): void => progress.show(rows, expected);
    const { now, districts } = options;
    progress.finish(
      await (options.size === 'demo'
        ? loadDemo(pool, { now, onProgress })
        : loadDistricts(pool, { now, districts, lanes: LANES, onProgress })),
    );
  } finally {
    await pool.end();
  }
}

async function makeRoom(pool: pg.Pool, { force }: SeedOptions): Promise<void> {
  const missing = await missingTables(pool);
  if (missing.length > 0)
    throw new Refusal(
      `The database lacks ${missing.length} tables of the hub, ${missing[0]} for one: run npm run migrate first.`,
    );
  if (await isEmpty(pool)) return;
  if (!force)
    throw new Refusal('The database is not empty. With --force everything in it is deleted first, but its audit log.');
  process.stdout.write('Deleting everything in the database but its audit log …\n');
  await emptyTables(pool);
}

try {
  await runTask(main, Refusal);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
