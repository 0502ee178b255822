import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { loadDistricts } from '../../seeds/district/index.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../seeds/embedded/index.ts';
import { migrate } from '../../src/app.ts';
import { migrations } from '../../src/migrations/index.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { LOADING, withoutIndexes } from './quick-load.ts';

export const SIGNING_KEY = 'a-signing-key-that-only-the-bench-knows';
export const DATA = join(import.meta.dirname, '..', '..', '.data', 'bench');

/** The same for all contenders. */
const SETTINGS = {
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  maintenance_work_mem: '256MB',
  synchronous_commit: 'off',
  random_page_cost: '1.1',
};
const LANES = 2;
/** A home screen shows what is to come: after some days the data would have too little of it. */
const KEPT_DAYS = 3;

export interface BenchDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** So many districts, each a share of a whole one. */
export interface Size {
  readonly districts: number;
  readonly factor: number;
}

/** Rates are reckoned as for everybody, and never used up: one account asks more than a district. */
export const RATES = Object.fromEntries(
  ['GUEST', 'GUARDIAN', 'STAFF', 'ANALYST', 'ADDRESS'].map((who) => [
    `RATE_POINTS_PER_MINUTE_${who}`,
    '100000000000000',
  ]),
);

export const configOf = (databaseUrl: string): ReturnType<typeof readConfig> =>
  readConfig({ NODE_ENV: 'production', DATABASE_URL: databaseUrl, TOKEN_SIGNING_KEY: SIGNING_KEY, ...RATES });

/** The district of a size, kept between runs; or the loaded database that is named. */
export async function openBenchDatabase(
  factor: number,
  url: string | undefined,
  say: (line: string) => void,
): Promise<BenchDatabase> {
  const {
    urls: [own],
    stop,
  } = await openBenchDatabases(url ? [] : [{ districts: 1, factor }], say);
  return { url: url ?? own!, stop };
}

/** One for each size, on one server; a server only where there is a size. */
export async function openBenchDatabases(
  sizes: readonly Size[],
  say: (line: string) => void,
): Promise<{ readonly urls: readonly string[]; stop(): Promise<void> }> {
  if (sizes.length === 0) return { urls: [], stop: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({
    directory: join(DATA, 'postgres'),
    persistent: true,
    settings: SETTINGS,
  });
  try {
    const urls: string[] = [];
    for (const size of sizes) urls.push(await loaded(server, size, say));
    return { urls, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function loaded(server: EmbeddedPostgres, size: Size, say: (line: string) => void): Promise<string> {
  const key = createHash('sha256')
    .update(migrations.map((each) => each.name).join())
    .digest('hex')
    .slice(0, 8);
  const named = size.districts === 1 ? String(size.factor) : `${size.districts}x${size.factor}`;
  const name = `district_${key}_${named.replace('.', '_')}`;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ age: number }>(
      `select extract(epoch from now() - shobj_description(oid, 'pg_database')::timestamptz) / 86400 as age from pg_database where datname = $1`,
      [name],
    );
    if (!(Number(rows[0]?.age ?? Infinity) < KEPT_DAYS)) {
      await client.query(`drop database if exists ${name} with (force)`);
      say(`Loading ${named} of a district …`);
      const begun = performance.now();
      await load(await server.createDatabase(name), size);
      // Written last: a load that was interrupted is made again.
      await client.query(`comment on database ${name} is '${new Date().toISOString()}'`);
      const {
        rows: [volume],
      } = await client.query<{ mb: number }>(`select pg_database_size($1) / 1048576 as mb`, [name]);
      say(`Loaded in ${Math.round((performance.now() - begun) / 1000)} s: ${volume!.mb} MB.`);
    }
    return await server.createDatabase(name);
  } finally {
    await client.end();
  }
}

async function load(url: string, { districts, factor }: Size): Promise<void> {
  await migrate(configOf(url));
  const pool = new pg.Pool({ connectionString: url, max: LANES + 1, options: LOADING });
  try {
    await withoutIndexes(
      pool,
      LANES,
      async () => void (await loadDistricts(pool, { now: new Date(), districts, factor, lanes: LANES })),
    );
  } finally {
    await pool.end();
  }
}
