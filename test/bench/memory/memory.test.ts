import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../../seeds/demo/index.ts';
import { createTokens } from '../../../src/platform/auth/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { FULL } from '../../forms/form.ts';
import { configOf } from '../database.ts';
import { startHubProcess } from './hub-process.ts';
import { growthSince, load, type Endings } from './load.ts';
import { Traffic } from './traffic.ts';

const MB = 1_048_576;
/** What a hub remembers is bounded, and not yet all there after so few requests. */
const MOST_MB = 40;
/** Keeps a megabyte of each request. */
const LEAK = `import { Server } from 'node:http';
  const kept = [];
  const { emit } = Server.prototype;
  Server.prototype.emit = function (name, ...rest) {
    if (name === 'request') kept.push(new Array(125_000).fill(0.5));
    return emit.call(this, name, ...rest);
  };`;

let database: TestDatabase;
const now = new Date();
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now });
});
afterAll(() => database?.drop());

/** As it stands here: what the compiler makes of it is for the bench. */
const HUB = ['--import', 'tsx', 'src/main.ts'];

async function heapGrowth(requests: number, before: readonly string[] = []): Promise<{ mb: number; endings: Endings }> {
  const traffic = await Traffic.of(database.pool, createTokens(configOf(database.url).token), now, 'a short life');
  const hub = await startHubProcess(database.url, [...before, ...HUB]);
  try {
    const { samples, endings } = await load(hub, traffic, { requests, every: requests / 2, sockets: 8 });
    const { heap, external } = growthSince(samples, requests / 2);
    return { mb: (heap + external) / MB, endings };
  } finally {
    await hub.stop();
  }
}

/** The whole life is `npm run bench:memory`; where every change is tested it is shorter still than in the full form. */
const REQUESTS = FULL ? 900 : 540;

describe('a hub in production that is asked whatever there is', () => {
  it('holds little of it, and no request ends in a fault', async () => {
    const { mb, endings } = await heapGrowth(REQUESTS);
    expect(mb).toBeLessThan(MOST_MB);
    for (const [kind, counts] of Object.entries(endings)) expect(Object.keys(counts), kind).not.toContain('INTERNAL');
    expect(endings.stored['200']).toBeGreaterThan(REQUESTS / 4.5);
    expect(endings['as written by somebody']['200']).toBeGreaterThan(REQUESTS / 15);
    expect(
      Object.values(endings.wrong).reduce((sum, count) => sum + count, 0) - (endings.wrong['200'] ?? 0),
    ).toBeGreaterThan(REQUESTS / 18);
  }, 120_000);

  it.runIf(FULL)(
    'and it is seen where it keeps what it is asked',
    async () => {
      const { mb } = await heapGrowth(120, ['--import', `data:text/javascript,${encodeURIComponent(LEAK)}`]);
      expect(mb).toBeGreaterThan(MOST_MB);
    },
    120_000,
  );
});
