import { Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import type { DatabaseState } from '../../../src/platform/database/index.ts';
import type { HealthOptions } from '../../../src/platform/http/health.ts';
import { HealthThread } from '../../../src/platform/http/health-thread.ts';
import { createLogger } from '../../../src/platform/observability/index.ts';

const WELL: DatabaseState = {
  awayForMs: undefined,
  onlyReads: false,
  noConnectionForMs: 0,
  isCrowded: false,
  clockIsWrong: false,
};
const GENEROUS_MS = 20_000;

let state = { drains: false, database: WELL };
let thread: HealthThread;

async function start(silence = { unreadyAfterMs: 60_000, unliveAfterMs: 60_000 }): Promise<void> {
  state = { drains: false, database: WELL };
  const options: HealthOptions = {
    isDraining: () => state.drains,
    databaseState: () => state.database,
    workStandsStillForMs: () => 0,
  };
  thread = await HealthThread.start(
    { host: '127.0.0.1', port: 0, silence },
    { ...options, logger: createLogger('silent') },
  );
}
afterEach(() => thread.stop());

const ask = async (path: string): Promise<[number, string]> => {
  const response = await fetch(`http://127.0.0.1:${thread.port}${path}`);
  return [response.status, ((await response.json()) as { status: string }).status];
};

/** Asks in a thread of its own until all answers are there, while this one does nothing else. */
function askedWhileNothingTurns(path: string, until: readonly number[]): number[] {
  const told = new Int32Array(new SharedArrayBuffer(4 * (1 + until.length)));
  const asker = new Worker(
    `
    const { workerData: { told, url, until } } = require('node:worker_threads');
    (async () => {
      for (const [index, status] of until.entries()) {
        let got;
        do got = (await fetch(url)).status; while (got !== status);
        told[index + 1] = got;
      }
      Atomics.store(told, 0, 1);
      Atomics.notify(told, 0);
    })();`,
    { eval: true, workerData: { told, url: `http://127.0.0.1:${thread.port}${path}`, until } },
  );
  const waited = Atomics.wait(told, 0, 0, GENEROUS_MS);
  void asker.terminate();
  expect(waited).not.toBe('timed-out');
  return [...told.slice(1)];
}

it("is told at a port of its own as at the hub's: what the process is, and at once what it becomes", async () => {
  await start();
  expect([await ask('/livez'), await ask('/readyz')]).toEqual([
    [200, 'live'],
    [200, 'ready'],
  ]);
  state.drains = true;
  thread.tell();
  expect([await ask('/livez'), await ask('/readyz')]).toEqual([
    [200, 'live'],
    [503, 'draining'],
  ]);
  state = { drains: false, database: { ...WELL, noConnectionForMs: 60_000 } };
  thread.tell();
  expect([await ask('/livez'), await ask('/readyz')]).toEqual([
    [503, 'no connection comes back'],
    [503, 'there is no connection to be had'],
  ]);
  expect((await ask('/graphql'))[0]).toBe(404);
  expect((await fetch(`http://127.0.0.1:${thread.port}/livez`, { method: 'POST' })).status).toBe(404);
});

it('is told while the process is at work and does nothing else', async () => {
  await start();
  expect(askedWhileNothingTurns('/livez', [200, 200, 200])).toEqual([200, 200, 200]);
});

it('a process that turns no more is spared requests, then needs to be replaced', async () => {
  await start({ unreadyAfterMs: 200, unliveAfterMs: 400 });
  expect(askedWhileNothingTurns('/readyz', [503])).toEqual([503]);
  expect(askedWhileNothingTurns('/livez', [503])).toEqual([503]);
  thread.tell();
  expect(await ask('/livez')).toEqual([200, 'live']);
});

it('a port that is taken is said where it starts', async () => {
  await start();
  const again = HealthThread.start(
    { host: '127.0.0.1', port: thread.port },
    {
      isDraining: () => false,
      databaseState: () => WELL,
      workStandsStillForMs: () => 0,
      logger: createLogger('silent'),
    },
  );
  await expect(again).rejects.toThrow(/EADDRINUSE/);
});
