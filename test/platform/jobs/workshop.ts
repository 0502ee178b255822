import { z } from 'zod';
import { openHubDatabase } from '../../../src/app.ts';
import { inTransaction, type Transaction } from '../../../src/platform/commands/index.ts';
import type { Database } from '../../../src/platform/database/index.ts';
import { job, JobRunner, prepareQueues, type BoundJob, type Job } from '../../../src/platform/jobs/index.ts';
import { createLogger, type Logger } from '../../../src/platform/observability/index.ts';
import { openRequest, Services } from '../../../src/platform/request/index.ts';
import { guest } from '../../../src/domains/people/index.ts';
import { testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

export const planted = job({
  name: 'test.do-something',
  description: 'Stands for any job.',
  data: z.object({ id: z.string() }),
  retry: { limit: 2, delaySeconds: 1 },
  timeoutSeconds: 2,
  concurrency: 3,
});

export type Handle = (data: { id: string }, signal: AbortSignal) => Promise<void>;

/** A database with one more queue, and what a test needs to add jobs and to do them. */
export class JobWorkshop {
  readonly database: TestDatabase;
  readonly opened: Database;
  readonly #runners: JobRunner[] = [];

  private constructor(database: TestDatabase, opened: Database) {
    this.database = database;
    this.opened = opened;
  }

  static async open(): Promise<JobWorkshop> {
    const database = await createTestDatabase();
    await prepareQueues(database.ownerUrl, [planted]);
    return new JobWorkshop(database, await openHubDatabase(testConfig(database.url)));
  }

  /** Runs a command of nobody at `now`. */
  command<T>(work: (tx: Transaction) => Promise<T>, now = new Date()): Promise<T> {
    const signal = new AbortController().signal;
    return inTransaction(
      openRequest(this.opened, { viewer: guest, now, locale: 'en', signal, services: new Services() }),
      work,
    );
  }

  enqueue(id: string, options?: Parameters<Transaction['enqueue']>[2]): Promise<string | null> {
    return this.command((tx) => tx.enqueue(planted, { id }, options));
  }

  /** A process that works. */
  async runner(
    handle: Handle,
    { atOnce = 3, logger = createLogger('silent') }: { atOnce?: number; logger?: Logger } = {},
  ): Promise<JobRunner> {
    const bound: BoundJob = { job: planted as unknown as Job, handle: handle as BoundJob['handle'] };
    const runner = new JobRunner({ databaseUrl: this.database.url, jobs: [bound], atOnce, logger, pollSeconds: 0.5 });
    this.#runners.push(runner);
    await runner.start();
    return runner;
  }

  async jobs(): Promise<{ id: string; state: string; retry_count: number; data: { id: string }; output: unknown }[]> {
    const { rows } = await this.database.pool.query(
      'select id, state, retry_count, data, output from pgboss.job where name = $1 order by created_on, id',
      [planted.name],
    );
    return rows as Awaited<ReturnType<JobWorkshop['jobs']>>;
  }

  async empty(): Promise<void> {
    await Promise.all(this.#runners.splice(0).map((runner) => runner.stop(0)));
    await this.database.pool.query('delete from pgboss.job');
  }

  async close(): Promise<void> {
    await this.empty();
    await this.opened.close();
    await this.database.drop();
  }
}
