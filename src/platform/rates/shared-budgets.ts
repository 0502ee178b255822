import { createHmac } from 'node:crypto';
import { inTransaction } from '../commands/index.ts';
import type { Logger } from '../observability/index.ts';
import { now, sql } from '../reading/index.ts';
import type { RequestContext } from '../request/index.ts';
import { WINDOW_MS, type Budgets, type Spent } from './budgets.ts';

export interface SharedBudgetsOptions {
  readonly budgets: Budgets;
  /** A request of nobody; null where the process counts by itself. */
  readonly open: (() => RequestContext) | null;
  /** The secret that keys are hidden with in the database. */
  readonly secret: string;
  readonly clock: () => Date;
  readonly logger: Logger;
}

const EVERY_MS = 1_000;
const TOLD_AT_ONCE = 5_000;
const LOGGED_EVERY_MS = 60_000;
/** The most that several processes let pass beyond a budget; a moment further away was written by a clock that was ahead. */
const LONGEST_AHEAD_MS = 2 * WINDOW_MS;

/**
 * Keeps the budgets of several processes together, beside the requests and never in their way: once a second, what was
 * spent of a budget, if it is a tenth or more, is added up in the database, and what others have spent comes back.
 *
 * How far n processes are off: each lets pass at most what it has not told (a tenth of a budget) and what comes within
 * one second. All of that is added up in the end and has to be waited for, so that over minutes nobody gets more than
 * their rate. Where the database does not answer, each process goes on by its own count.
 */
export class SharedBudgets {
  readonly #options: SharedBudgetsOptions;
  #timer: NodeJS.Timeout | undefined;
  #exchange: Promise<void> = Promise.resolve();
  #busy = false;
  #loggedUntil = 0;

  constructor(options: SharedBudgetsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), EVERY_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#exchange;
    await this.exchange();
  }

  #tick(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#exchange = this.exchange().finally(() => {
      this.#busy = false;
    });
  }

  /** Never fails. */
  async exchange(): Promise<void> {
    const { budgets, open, clock, logger } = this.#options;
    if (budgets.size === 0) return;
    const moment = clock().getTime();
    budgets.sweep(moment);
    const spent = open ? budgets.untold(moment) : [];
    try {
      for (let from = 0; from < spent.length; from += TOLD_AT_ONCE)
        await this.#tell(open!(), spent.slice(from, from + TOLD_AT_ONCE));
    } catch (error) {
      if (performance.now() < this.#loggedUntil) return;
      this.#loggedUntil = performance.now() + LOGGED_EVERY_MS;
      logger.warn(
        { code: (error as { code?: unknown }).code },
        'rates cannot be shared: each process counts by itself',
      );
    }
  }

  async #tell(context: RequestContext, some: readonly Spent[]): Promise<void> {
    const { budgets, secret } = this.#options;
    const byName = new Map(
      some.map((each) => [createHmac('sha256', secret).update(each.key).digest('base64url'), each]),
    );
    const names = [...byName.keys()];
    // In one order, so that two processes never wait for each other.
    const rows = await inTransaction(context, (tx) =>
      tx.query<{ id: string; whole: number }>(sql`
      insert into rate_budget as had (id, whole_at)
      select id, ${now} + ms * interval '1 millisecond'
      from unnest(${names}::text[], ${names.map((name) => byName.get(name)!.ms)}::float8[]) as spent (id, ms) order by id
      on conflict (id) do update set whole_at = least(greatest(had.whole_at, ${now}), ${now} + ${LONGEST_AHEAD_MS}::float8 * interval '1 millisecond') + (excluded.whole_at - ${now})
      returning id, extract(epoch from whole_at)::float8 * 1000 as whole`),
    );
    for (const { id, whole } of rows) budgets.told(byName.get(id)!, whole, context.now.getTime());
  }
}
