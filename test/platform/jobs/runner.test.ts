import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBoss } from '../../../src/platform/jobs/boss.ts';
import type { Logger } from '../../../src/platform/observability/index.ts';
import { JobWorkshop, planted } from './workshop.ts';

let workshop: JobWorkshop;
beforeAll(async () => {
  workshop = await JobWorkshop.open();
});
afterEach(() => workshop.empty());
afterAll(() => workshop.close());

const soon = { timeout: 15_000, interval: 50 };
const states = async (): Promise<string[]> => (await workshop.jobs()).map((each) => each.state);

/** A logger whose lines can be looked at. */
function listening(): { logger: Logger; lines: () => string } {
  let written = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  return { logger: pino({ level: 'debug' }, stream), lines: () => written };
}

describe('background work', () => {
  it('is taken from its queue and done', async () => {
    const seen: string[] = [];
    await workshop.runner((data) => {
      seen.push(data.id);
      return Promise.resolve();
    });
    await Promise.all(['one', 'two', 'three'].map((id) => workshop.enqueue(id)));
    await vi.waitFor(async () => expect(await states()).toEqual(['completed', 'completed', 'completed']), soon);
    expect(seen.sort()).toEqual(['one', 'three', 'two']);
  }, 20_000);

  it('is tried again after a failure, and given up in the end, told of without what people wrote', async () => {
    const { logger, lines } = listening();
    await workshop.runner(
      () => Promise.reject(Object.assign(new Error('Wang Xiaoming 13800000001'), { code: '23505' })),
      { logger },
    );
    await workshop.enqueue('one');
    await vi.waitFor(async () => expect(await states()).toEqual(['failed']), soon);
    const [failed] = await workshop.jobs();
    expect(failed!.retry_count).toBe(planted.retry.limit);
    expect(JSON.stringify(failed!.output)).toContain('Error 23505');
    expect(lines().match(/"msg":"a job failed and will be tried again"/g)).toHaveLength(2);
    expect(lines()).toContain(
      `"job":"test.do-something","id":"${failed!.id}","attempt":3,"error":"Error","code":"23505"`,
    );
    expect(lines()).toContain('"msg":"a job failed for good"');
    expect(lines() + JSON.stringify(failed)).not.toMatch(/Wang|138000/);
  }, 20_000);

  it('is aborted and fails when its time is up', async () => {
    let reason: unknown;
    const runner = await workshop.runner(async (_data, signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      reason = (signal.reason as Error).name;
    });
    const begun = performance.now();
    await expect(runner.run(planted.name, { id: 'one' })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(reason).toBe('TimeoutError');
    expect(performance.now() - begun).toBeLessThan(planted.timeoutSeconds * 1000 + 2_000);
  }, 20_000);

  it('is no more at once than the process may do', async () => {
    let [running, most] = [0, 0];
    await workshop.runner(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await sleep(200);
        running -= 1;
      },
      { atOnce: 2 },
    );
    await Promise.all(Array.from({ length: 6 }, (_, index) => workshop.enqueue(String(index))));
    await vi.waitFor(async () => expect(new Set(await states())).toEqual(new Set(['completed'])), soon);
    expect(most).toBe(2);
  }, 20_000);

  it('that is in hand is ended before a stop, and nothing new is begun', async () => {
    let ended = false;
    const runner = await workshop.runner(async () => {
      await sleep(1_000);
      ended = true;
    });
    await workshop.enqueue('one');
    await vi.waitFor(async () => expect(await states()).toEqual(['active']), soon);
    const stopped = runner.stop(10_000);
    await workshop.enqueue('two');
    await stopped;
    expect(ended).toBe(true);
    expect(await states()).toEqual(['completed', 'created']);
  }, 20_000);

  it('that does not end in time is handed back at a stop', async () => {
    let aborted = false;
    const runner = await workshop.runner(async (_data, signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      aborted = true;
    });
    await workshop.enqueue('one');
    await vi.waitFor(async () => expect(await states()).toEqual(['active']), soon);
    await runner.stop(1_000);
    expect(aborted).toBe(true);
    expect(await states()).toEqual(['retry']);
  }, 20_000);

  it('that a killed process had in hand is done again', async () => {
    const seen: string[] = [];
    await workshop.enqueue('one');
    // As a process leaves it that took the job and is no more: in hand, and its heart beats no longer.
    await workshop.database.pool.query(
      `update pgboss.job set state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute' where name = $1`,
      [planted.name],
    );
    await workshop.runner((data) => {
      seen.push(data.id);
      return Promise.resolve();
    });
    const upkeep = await openBoss(workshop.database.url, { connections: 1, upkeep: false });
    await workshop.database.pool.query('update pgboss.queue set monitor_on = null, monitor_claim_on = null');
    await upkeep.supervise(planted.name);
    await upkeep.stop({ graceful: false });
    await vi.waitFor(async () => expect(await states()).toEqual(['completed']), soon);
    expect(seen).toEqual(['one']);
  }, 20_000);
});
