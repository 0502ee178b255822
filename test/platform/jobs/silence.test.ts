import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { JobRunner, type BoundJob, type Job } from '../../../src/platform/jobs/index.ts';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { DatabaseProxy } from '../../support/database-proxy.ts';
import { JobWorkshop, planted } from './workshop.ts';

let workshop: JobWorkshop;
let proxy: DatabaseProxy;
beforeAll(async () => {
  workshop = await JobWorkshop.open();
  proxy = await DatabaseProxy.before(workshop.database.url);
});
afterAll(async () => {
  await proxy.close();
  await workshop.close();
});

it('background work whose connections were lost without a word is taken up again, and tells how long it stood still', async () => {
  const done: string[] = [];
  const bound: BoundJob = {
    job: planted as unknown as Job,
    handle: (data) => Promise.resolve(void done.push((data as { id: string }).id)),
  };
  const runner = new JobRunner({
    databaseUrl: proxy.url,
    jobs: [bound],
    atOnce: 2,
    logger: createLogger('silent'),
    pollSeconds: 0.5,
    statementTimeoutMs: 1_000,
  });
  expect(runner.standsStillForMs).toBe(0);
  await runner.start();
  try {
    await workshop.enqueue('before');
    await vi.waitFor(() => expect(done).toContain('before'), { timeout: 20_000 });
    proxy.fallSilent();
    await vi.waitFor(() => expect(runner.standsStillForMs).toBeGreaterThan(3_000), { timeout: 20_000 });
    proxy.comeBack();
    await workshop.enqueue('after');
    await vi.waitFor(() => expect(done).toContain('after'), { timeout: 20_000 });
    expect(runner.standsStillForMs).toBeLessThan(3_000);
    proxy.fallSilent();
  } finally {
    // Resolves although nobody answers.
    await runner.stop(1_000);
  }
}, 60_000);
