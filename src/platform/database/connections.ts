import type { Pool, PoolClient } from 'pg';
import { ConnectionLost, isCrowded } from './faults.ts';
import { discard, Lease } from './lease.ts';

/** How it stands with the connections: from memory, at any time. */
export interface ConnectionCounts {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/** So long no more connections are opened than are wanted. */
const CROWDED_MS = 60_000;

const abandoned = (): Error => new Error('The hub stops.');

/** The pool of pg, of which every connection comes back, whatever becomes of it. */
export class Connections {
  readonly #pool: Pool;
  readonly #leases = new Set<Lease>();
  /** When something was heard on a connection. */
  readonly #heardAt = new WeakMap<PoolClient, number>();
  readonly #isNew = new WeakSet<PoolClient>();
  /** A connection on which nothing was heard since is not trusted. */
  #trustedSince = -Infinity;
  #wantedSince: number | undefined;
  #isAbandoned = false;
  #kept = 0;
  #isFilling = false;
  /** Runs while no more connections are opened than are wanted. */
  #crowded: NodeJS.Timeout | undefined;
  readonly #most: number;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#most = pool.options.max;
    // Without a listener the loss of a connection would end the process. Whoever has it in hand is told by their statement.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => {
      client.on('error', () => undefined);
      this.#heardAt.set(client, performance.now());
      this.#isNew.add(client);
    });
  }

  get counts(): ConnectionCounts {
    const { totalCount: open, idleCount: idle, waitingCount: waiting } = this.#pool;
    return { open, idle, waiting };
  }

  /** Since when somebody has wanted a connection and nobody was given one, in milliseconds of `performance.now`. */
  get wantedSince(): number | undefined {
    return this.#wantedSince;
  }

  /** Those who have waited for an answer since before `moment`. */
  unanswered(moment: number): Lease[] {
    return [...this.#leases].filter(
      ({ unansweredSince, processId }) =>
        unansweredSince !== undefined && unansweredSince < moment && processId !== null,
    );
  }

  /** @throws ConnectionLost where none can be had in time */
  async lease(): Promise<Lease> {
    this.#wantedSince ??= performance.now();
    for (;;) {
      const client = await this.#connect();
      if (this.#isAbandoned) {
        discard(client);
        throw new ConnectionLost(abandoned());
      }
      if ((this.#heardAt.get(client) ?? -Infinity) < this.#trustedSince) {
        discard(client);
        continue;
      }
      this.#wantedSince = undefined;
      const lease = new Lease(client, {
        isNew: this.#isNew.delete(client),
        onReturn: (returned) => {
          this.#leases.delete(returned);
          if (!returned.isLost && returned.sent > 0) this.#heardAt.set(client, performance.now());
        },
      });
      this.#leases.add(lease);
      return lease;
    }
  }

  /** From now on so many are kept open, so that nobody waits for one to be opened: a burst would wait for many at once. */
  keep(many: number): void {
    this.#kept = many;
  }

  /** Opens what is missing of those that are kept. What cannot be opened now is opened when it is wanted, and kept some other time. */
  async fill(): Promise<void> {
    if (this.#isFilling || this.#pool.totalCount >= this.#kept || this.#crowded) return;
    this.#isFilling = true;
    const leases = await Promise.allSettled(Array.from({ length: this.#kept }, () => this.lease()));
    for (const each of leases) if (each.status === 'fulfilled') each.value.giveBack();
    if (leases.some(({ status }) => status === 'rejected')) this.#openNoMoreThan(this.#pool.options.max);
    this.#isFilling = false;
  }

  /** The server has no connection left for a part of the hub that needs one of its own: one that rests is closed, and not opened anew at once. Requests keep one at least. */
  makeRoom(): void {
    this.#openNoMoreThan(this.#pool.totalCount - 1);
    if (this.#pool.idleCount > 0 && this.#pool.totalCount > 1) this.#pool.connect().then(discard, () => undefined);
  }

  /** For a while whoever wants a connection waits for one of so many. */
  #openNoMoreThan(many: number): void {
    this.#pool.options.max = Math.max(1, Math.min(many, this.#most));
    clearTimeout(this.#crowded);
    this.#crowded = setTimeout(() => {
      this.#pool.options.max = this.#most;
      this.#crowded = undefined;
    }, CROWDED_MS).unref();
  }

  /** Asks for a connection as anybody would, where somebody has given up waiting and nobody has come since. */
  async probe(): Promise<void> {
    if (this.#wantedSince === undefined || this.#pool.waitingCount > 0) return;
    await this.lease().then(
      (lease) => lease.giveBack(),
      () => undefined,
    );
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      if (!isCrowded(error) || this.#pool.totalCount === 0) throw new ConnectionLost(error);
    }
    // The server has no more for us: those that there are will do.
    this.#openNoMoreThan(this.#pool.totalCount);
    return this.#connect();
  }

  /** The way to the database is another by now: a connection on which nothing was heard since is not used again. */
  distrust(since: number): void {
    this.#trustedSince = since;
  }

  /** Gives up whatever is in hand, and lends nothing any more. */
  abandon(): void {
    this.#isAbandoned = true;
    for (const lease of this.#leases) lease.lose(abandoned());
  }
}
