import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { jobs } from '../../../src/app.ts';
import { daysAfter } from '../../../seeds/factories/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { runDueJobs } from '../../support/jobs.ts';

const NOW = new Date('2026-11-22T00:00:00.000Z');
const FORGET = 'platform.forget-calls';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ clock: () => NOW });
});
afterAll(() => hub.stop());

async function remember(key: string, at: Date): Promise<void> {
  await hub.database.pool.query(
    `insert into idempotent_call (id, account, mutation, key, input_hash, created_at) values ($1, $2, 'signUpForShift', $3, '', $4)`,
    [v7(), v7(), key, at],
  );
}

async function remembered(): Promise<string[]> {
  const { rows } = await hub.database.pool.query<{ key: string }>('select key from idempotent_call order by key');
  return rows.map((row) => row.key);
}

describe('jobs of the hub', () => {
  it('have names and sentences of their own', () => {
    expect(new Set(jobs.map((each) => each.job.name)).size).toBe(jobs.length);
    for (const { job } of jobs) expect(job.description, job.name).toMatch(/^[A-Z].*\.$/);
  });

  it('forget calls whose keys are forgotten, by the clock of the hub, as often as they like', async () => {
    await remember('eight days', daysAfter(NOW, -8));
    await remember('six days', daysAfter(NOW, -6));
    await hub.hub.runJob(FORGET);
    await hub.hub.runJob(FORGET);
    expect(await remembered()).toEqual(['six days']);
  });

  it('are done in a test when it says so', async () => {
    await remember('nine days', daysAfter(NOW, -9));
    await hub.database.pool.query(`insert into pgboss.job (name, start_after) values ($1, $2)`, [FORGET, NOW]);
    expect(await runDueJobs(hub, daysAfter(NOW, -1))).toEqual([]);
    expect(await runDueJobs(hub, NOW)).toEqual([FORGET]);
    expect(await remembered()).not.toContain('nine days');
    expect(await runDueJobs(hub, NOW)).toEqual([]);
  });

  it('are done by a hub that works, as they come', async () => {
    const working = await startTestHub({ clock: () => NOW, database: hub.database, variables: { JOBS: 'on' } });
    try {
      await remember('ten days', daysAfter(NOW, -10));
      await hub.database.pool.query('insert into pgboss.job (name) values ($1)', [FORGET]);
      await vi.waitFor(async () => expect(await remembered()).not.toContain('ten days'), {
        timeout: 15_000,
        interval: 100,
      });
      expect((await fetch(`${working.address}/readyz`)).status).toBe(200);
    } finally {
      await working.stop();
    }
  }, 30_000);
});
