import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job as TakenJob, PgBoss } from 'pg-boss';
import { isCrowded } from '../database/index.ts';
import type { Logger } from '../observability/index.ts';
import { openBoss } from './boss.ts';
import { parseData } from './data.ts';
import { reasonOf } from './failure.ts';
import type { Job } from './job.ts';
import { settleQueues } from './queues.ts';
import { Turns } from './turns.ts';

/** A job and what it does, which may be done twice: after a kill, or a failure at the very end, it runs again. */
export interface BoundJob {
  readonly job: Job;
  readonly handle: (data: object, signal: AbortSignal) => Promise<void>;
}

export interface RunnerOptions {
  readonly databaseUrl: string;
  readonly jobs: readonly BoundJob[];
  readonly atOnce: number;
  /** The server has no connection left for it. @returns whether there will be one in a moment */
  readonly onCrowded?: () => boolean;
  readonly logger: Logger;
  /** How often each queue is looked at. */
  readonly pollSeconds?: number;
  /** A statement about work that takes longer is ended. */
  readonly statementTimeoutMs?: number;
}

const POLL_SECONDS = 2;
const ANOTHER_TRY_MS = 10_000;
/** What was made room for is taken before others take it. */
const ROOM_PAUSE_MS = 500;
/** Beyond the time that a stop has, work is let go of: a database that keeps silent would hold it for ever. */
const LET_GO_MS = 2_000;

/** Does background work in this process: at least once, so many at once, each within its time. */
export class JobRunner {
  readonly #options: RunnerOptions;
  readonly #byName: ReadonlyMap<string, BoundJob>;
  readonly #turns: Turns;
  readonly #stopped = new AbortController();
  #started: Promise<void> | undefined;
  #boss: PgBoss | undefined;
  /** When the database has last answered a question about work; undefined where this process does none. */
  #heardAt: number | undefined;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#byName = new Map(options.jobs.map((each) => [each.job.name, each]));
    if (this.#byName.size < options.jobs.length) throw new Error('Two jobs have one name.');
    this.#turns = new Turns(options.atOnce);
  }

  /** Takes up work, and resolves when it has; where the database will not have it now, it is asked again. */
  start(): Promise<void> {
    this.#heardAt = performance.now();
    this.#started = this.#startInTheEnd();
    return this.#started;
  }

  /** For how long nothing was heard about work, in milliseconds: each queue is looked at every few seconds. */
  get standsStillForMs(): number {
    return this.#heardAt === undefined ? 0 : performance.now() - this.#heardAt;
  }

  async #startInTheEnd(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      try {
        return await this.#takeUp();
      } catch (error) {
        const willHaveRoom = isCrowded(error) && (this.#options.onCrowded?.() ?? false);
        this.#options.logger.error(reasonOf(error), 'background work could not be taken up');
        await this.#boss?.stop({ graceful: false });
        await sleep(willHaveRoom ? ROOM_PAUSE_MS : ANOTHER_TRY_MS, undefined, { signal: this.#stopped.signal }).catch(
          () => undefined,
        );
      }
    }
  }

  async #takeUp(): Promise<void> {
    const {
      databaseUrl,
      jobs,
      atOnce,
      onCrowded,
      logger,
      pollSeconds = POLL_SECONDS,
      statementTimeoutMs,
    } = this.#options;
    const boss = await openBoss(databaseUrl, {
      connections: atOnce,
      logger,
      ...(onCrowded && { onCrowded }),
      upkeep: true,
      statementTimeoutMs,
      onAnswer: () => (this.#heardAt = performance.now()),
    });
    this.#boss = boss;
    await settleQueues(
      boss,
      jobs.map((each) => each.job),
    );
    for (const { job } of jobs) {
      await boss.work<object | null>(
        job.name,
        { pollingIntervalSeconds: pollSeconds, localConcurrency: job.concurrency },
        async ([taken]) => {
          if (taken) await this.#turns.take(() => this.#attempt(job, taken));
        },
      );
    }
  }

  /** Takes nothing new and waits for what is being done; what is not done in time is aborted and handed back. */
  async stop(withinMs: number): Promise<void> {
    this.#stopped.abort();
    const over = new AbortController();
    const stopped = this.#started
      ?.then(() => this.#boss?.stop({ graceful: withinMs > 0, timeout: withinMs }))
      .finally(() => over.abort());
    await Promise.race([
      stopped,
      sleep(withinMs + LET_GO_MS, undefined, { signal: over.signal }).catch(() => undefined),
    ]);
  }

  /** Does a job here and now, past its queue. */
  async run(name: string, data: object = {}, signal: AbortSignal = new AbortController().signal): Promise<void> {
    const bound = this.#byName.get(name);
    if (!bound) throw new Error(`There is no job ${name}.`);
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(bound.job.timeoutSeconds * 1000)]);
    await Promise.race([bound.handle(parseData(bound.job, data), inTime), abortOf(inTime)]);
    // What was told to stop may have stopped halfway.
    inTime.throwIfAborted();
  }

  async #attempt(job: Job, taken: TakenJob<object | null>): Promise<void> {
    const { logger } = this.#options;
    const about = { job: job.name, id: taken.id, attempt: taken.retryCount + 1 };
    const begun = performance.now();
    try {
      taken.signal.throwIfAborted();
      await this.run(job.name, taken.data ?? {}, taken.signal);
      logger.debug({ ...about, ms: Math.round(performance.now() - begun) }, 'a job is done');
    } catch (error) {
      const reason = reasonOf(error);
      if (taken.retryCount < job.retry.limit)
        logger.warn({ ...about, ...reason }, 'a job failed and will be tried again');
      else logger.error({ ...about, ...reason }, 'a job failed for good');
      // pg-boss stores what it is thrown.
      throw new Error([reason.error, reason.code].join(' ').trim());
    }
  }
}

async function abortOf(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}
