/** `npm run bench:memory`: whether a hub that is asked 200,000 different things holds more in the end than in the beginning. */
import { mkdtemp } from 'node:fs/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { loadDemo } from '../../../seeds/demo/index.ts';
import { startEmbeddedPostgres } from '../../../seeds/embedded/index.ts';
import { migrate } from '../../../src/app.ts';
import { createTokens } from '../../../src/platform/auth/index.ts';
import { built } from '../built.ts';
import { configOf, DATA } from '../database.ts';
import { UsageError } from '../options.ts';
import { growthSince, load, type Sample } from './load.ts';
import { startHubProcess } from './hub-process.ts';
import { Traffic } from './traffic.ts';

const USAGE = `npm run bench:memory -- [options]
  --requests N   how much is asked (200000)
  --warm-up N    after how much growth is counted (20000)
  --every N      how often the memory is looked at (10000)
  --sockets N    connections, which are kept (16)
  --seed TEXT    other questions of the same kinds (memory)`;

/** More than this is a leak. */
const MOST_MB = 50;
const MB = 1_048_576;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const inMb = (bytes: number): string => (bytes / MB).toFixed(1);

function readOptions(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { requests: text, 'warm-up': text, every: text, sockets: text, seed: text, help: { type: 'boolean' } },
  });
  if (values.help) throw new UsageError('Whether the memory of a hub grows with what it is asked.');
  const whole = (name: 'requests' | 'warm-up' | 'every' | 'sockets', otherwise: number): number => {
    const number = Number(values[name] ?? otherwise);
    if (!Number.isInteger(number) || number < 1) throw new UsageError(`--${name}: expected a whole number.`);
    return number;
  };
  const requests = whole('requests', 200_000);
  const every = whole('every', Math.max(1, Math.round(requests / 20)));
  const warmUp = whole('warm-up', Math.round(requests / 10));
  if (warmUp + every > requests) throw new UsageError('--warm-up: nothing is left after it.');
  return { requests, warmUp, every, sockets: whole('sockets', 16), seed: values.seed ?? 'memory' };
}

async function main(argv: readonly string[]): Promise<void> {
  const { requests, warmUp, every, sockets, seed } = readOptions(argv);
  mkdirSync(DATA, { recursive: true });
  const server = await startEmbeddedPostgres({
    directory: await mkdtemp(join(tmpdir(), 'hub-memory-')),
    persistent: false,
  });
  try {
    const url = await server.createDatabase('memory');
    const config = configOf(url);
    await migrate(config);
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    const now = new Date();
    await loadDemo(pool, { now });
    const traffic = await Traffic.of(pool, createTokens(config.token), now, seed);
    await pool.end();
    const hub = await startHubProcess(url, [built('src/main.ts')]);
    try {
      say('| requests | process MB | heap MB | beside the heap MB |\n| ---: | ---: | ---: | ---: |');
      const onSample = (each: Sample): void =>
        say(`| ${each.requests} | ${inMb(each.rss)} | ${inMb(each.heap)} | ${inMb(each.external)} |`);
      onSample({ requests: 0, ...(await hub.memory()) });
      const { samples, endings } = await load(hub, traffic, { requests, every, sockets, onSample });
      const growth = growthSince(samples, warmUp);
      say(
        `\nSince ${warmUp} requests: process ${inMb(growth.rss)} MB, heap ${inMb(growth.heap)} MB, beside it ${inMb(growth.external)} MB; ${MOST_MB} are allowed.`,
      );
      for (const [kind, counts] of Object.entries(endings))
        say(
          `${kind}: ${Object.entries(counts)
            .map(([ending, count]) => `${ending} × ${count}`)
            .join(', ')}`,
        );
      writeFileSync(
        join(DATA, 'memory.json'),
        `${JSON.stringify({ at: now.toISOString(), requests, warmUp, samples, growth, endings }, null, 2)}\n`,
      );
      const faults = Object.values(endings).some((counts) => 'INTERNAL' in counts);
      if (faults) say('A request ended in a fault of the hub.');
      if (faults || Math.max(growth.rss, growth.heap + growth.external) > MOST_MB * MB) process.exitCode = 1;
    } finally {
      await hub.stop();
    }
  } finally {
    await server.stop();
  }
}

// The database and the hub end with the process, not with a signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
