/** `npm run bench:peak`: signing up opens, and everybody comes. What it measures is told in README.md one folder up. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createTokens } from '../../../src/platform/auth/index.ts';
import { logOf, startContender } from '../contenders.ts';
import { divideCores } from '../cores.ts';
import { configOf, DATA, openBenchDatabase } from '../database.ts';
import { UsageError } from '../options.ts';
import { firstBottleneck } from './bottleneck.ts';
import { copyDatabase } from './copy.ts';
import { findMistakes } from './correctness.ts';
import { planEvening } from './evening.ts';
import type { LoadPlan, LoadResult } from './load.ts';
import { readPeakOptions, USAGE, type PeakOptions } from './options.ts';
import { told, type PeakResult } from './report.ts';
import { operationsLogged } from './statements.ts';
import { watch } from './watch.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** As many as the hub is given. */
const POOL_SIZE = 10;
const ANALYSTS = 2;
const LEAD_MS = 8_000;
/** Writing and planning for many takes longer. */
const LEAD_MS_EACH = 0.2;
/** Where even the generator does not come to its end. */
const GRACE_MS = 120_000;

async function main(argv: readonly string[], options: PeakOptions): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  const before = loadavg()[0]!;
  const database = await openBenchDatabase(options.factor, options.database, say);
  const copy = await copyDatabase(database.url, 'peak');
  const pool = new pg.Pool({ connectionString: copy.url, max: 2, options: '-c timezone=UTC -c jit=off' });
  const cores = divideCores();
  const hub = await startContender('hub-compiled', { databaseUrl: copy.url, cores, viewers: new Map() });
  const generator = fork(join(import.meta.dirname, 'generator.ts'), {
    serialization: 'advanced',
    execArgv: ['--import', 'tsx'],
  });
  try {
    const tokens = createTokens(configOf(copy.url).token);
    const evening = await planEvening(pool, hub.url, {
      ...options,
      analysts: ANALYSTS,
      leadMs: LEAD_MS + options.arrivals * LEAD_MS_EACH,
      sign: (account) => tokens.sign(account, 86_400),
    });
    await evening.warmUp();
    const { opensAt } = evening.load;
    if (Date.now() > opensAt) throw new Error('The machine is too busy: it was not ready when signing up opened.');
    const result = loadOf(generator, evening.load);
    await new Promise((resolve) => setTimeout(resolve, opensAt - Date.now()));
    const seen = await watch(
      { url: hub.url, databaseUrl: copy.url, hub: hub.pid, generator: generator.pid!, poolSize: POOL_SIZE },
      result,
    );
    const { endings, ...load } = await result;
    // What it still does is done before the database is looked at.
    await hub.stop();
    const version = (await pool.query<{ server_version: string }>('show server_version')).rows[0]!.server_version.split(
      ' ',
    )[0]!;
    const peak: PeakResult = {
      at: new Date(opensAt).toISOString(),
      command: ['npm run bench:peak', ...(argv.length ? ['--', ...argv] : [])].join(' '),
      machine:
        `${cpus()[0]?.model ?? 'unknown processor'}, ${cores.description}; Node ${process.versions.node}, PostgreSQL ${version}, ${options.database ? 'a database that was given' : `${options.factor} of a district`}, ` +
        `${options.roles} roles, ${options.sockets} connections of guardians, pool of ${POOL_SIZE}`,
      loadAverage: [before, loadavg()[0]!],
      arrivals: options.arrivals,
      arrivalSeconds: options.seconds,
      load,
      operations: await operationsLogged(logOf('hub-compiled'), new Date(opensAt)),
      seen,
      bottleneck: firstBottleneck(load, seen, availableParallelism()),
      mistakes: await findMistakes(pool, evening.roles, evening.load.visits, endings),
    };
    say(`\n${told(peak)}\n`);
    writeFileSync(join(DATA, 'peak.json'), `${JSON.stringify(peak, null, 2)}\n`);
    say(`Written: ${join(DATA, 'peak.json')}`);
    if (peak.mistakes.length > 0) process.exitCode = 1;
  } finally {
    generator.kill('SIGKILL');
    await hub.stop();
    await pool.end();
    await copy.drop();
    await database.stop();
  }
}

/** @throws where the generator ends without a result, or not in time */
async function loadOf(generator: ChildProcess, plan: LoadPlan): Promise<LoadResult> {
  const over = AbortSignal.timeout(plan.opensAt - Date.now() + plan.limitSeconds * 1000 + GRACE_MS);
  generator.send(plan);
  const ended = once(generator, 'exit', { signal: over }).then(() =>
    Promise.reject(new Error('The generator of the load ended too early.')),
  );
  const [result] = (await Promise.race([once(generator, 'message', { signal: over }), ended])) as [LoadResult];
  return result;
}

// The database and the hub end with the process, not with a signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  const argv = process.argv.slice(2);
  await main(argv, readPeakOptions(argv, process.env));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
