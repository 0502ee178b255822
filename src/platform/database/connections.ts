import type { Pool, PoolClient } from 'pg';
import { ConnectionLost } from './faults.ts';
import { discard, Lease } from './lease.ts';

/** How it stands with the connections: from memory, at any time. */
export interface ConnectionCounts {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

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

  constructor(pool: Pool) {
    this.#pool = pool;
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

  /** Opens so many, so that nobody waits for one to be opened: a burst would wait for many at once. What cannot be opened now is opened when it is wanted. */
  async open(many: number): Promise<void> {
    const leases = await Promise.allSettled(Array.from({ length: many }, () => this.lease()));
    for (const each of leases) if (each.status === 'fulfilled') each.value.giveBack();
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
      throw new ConnectionLost(error);
    }
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
