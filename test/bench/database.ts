import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { loadDistricts } from '../../seeds/district/index.ts';
import { startEmbeddedPostgres } from '../../seeds/embedded/index.ts';
import { migrate } from '../../src/app.ts';
import { migrations } from '../../src/migrations/index.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { LOADING, withoutIndexes } from './quick-load.ts';

export const SIGNING_KEY = 'a-signing-key-that-only-the-bench-knows';
export const DATA = join(import.meta.dirname, '..', '..', '.data', 'bench');

/** The same for all contenders. */
const SETTINGS = { shared_buffers: '512MB', max_wal_size: '4GB', maintenance_work_mem: '256MB', synchronous_commit: 'off' };
const LANES = 2;
/** A home screen shows what is to come: after some days the data would have too little of it. */
const KEPT_DAYS = 3;

export interface BenchDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

export const configOf = (databaseUrl: string): ReturnType<typeof readConfig> =>
  readConfig({ NODE_ENV: 'production', DATABASE_URL: databaseUrl, TOKEN_SIGNING_KEY: SIGNING_KEY });

/** The district of a size, kept between runs; or the loaded database that is named. */
export async function openBenchDatabase(factor: number, url: string | undefined, say: (line: string) => void): Promise<BenchDatabase> {
  if (url) return { url, stop: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({ directory: join(DATA, 'postgres'), persistent: true, settings: SETTINGS });
  try {
    const key = createHash('sha256').update(migrations.map((each) => each.name).join()).digest('hex').slice(0, 8);
    const name = `district_${key}_${String(factor).replace('.', '_')}`;
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query<{ age: number }>(
      `select extract(epoch from now() - shobj_description(oid, 'pg_database')::timestamptz) / 86400 as age from pg_database where datname = $1`, [name]);
    if (!(Number(rows[0]?.age ?? Infinity) < KEPT_DAYS)) {
      await client.query(`drop database if exists ${name} with (force)`);
      say(`Loading ${factor} of a district …`);
      const begun = performance.now();
      await load(await server.createDatabase(name), factor);
      // Written last: a load that was interrupted is made again.
      await client.query(`comment on database ${name} is '${new Date().toISOString()}'`);
      say(`Loaded in ${Math.round((performance.now() - begun) / 1000)} s.`);
    }
    await client.end();
    return { url: await server.createDatabase(name), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function load(url: string, factor: number): Promise<void> {
  await migrate(configOf(url));
  const pool = new pg.Pool({ connectionString: url, max: LANES + 1, options: LOADING });
  // More than one are whole ones.
  const [districts, share] = factor > 1 ? [factor, 1] : [1, factor];
  try {
    await withoutIndexes(pool, LANES, async () => void await loadDistricts(pool, { now: new Date(), districts, factor: share, lanes: LANES }));
  } finally {
    await pool.end();
  }
}
