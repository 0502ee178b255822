import type { Client } from 'pg';
import { ConnectionLost, isCrowded } from '../faults.ts';
import { destroy, hasTooManyNamed, Lease } from '../lease.ts';
import { Line } from './line.ts';
import { OpeningPace } from './opening-pace.ts';

/** How it stands with the connections: from memory, at any time. */
export interface ConnectionCounts {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

export interface ConnectionsOptions {
  /** A connection that is yet to be opened. */
  readonly make: () => Client;
  readonly most: number;
  /** Milliseconds until whoever waits gives up; 0 where they never do. */
  readonly waitMs: number;
  /** Called where the server has no connection left, and there is none here. */
  readonly onNoneLeft?: () => unknown;
}

/** So many connections are tried in a second at most, for each that there may be. */
const TRIED_IN_A_SECOND = 2;
/** What nobody waits for is tried again so much later. */
const KEEP_AGAIN_MS = 5_000;
/** A place that was given up is left free for so long: whoever has asked for it tries again sooner. */
const LEFT_FREE_MS = 3_000;
/** One place is given up for all who ask for room at the same time: those who find none ask again. */
const ROOM_EVERY_MS = 500;
/** Whoever finds none at all where the server has none left is told so after this time: one that ends leaves its place a moment later. */
const NONE_LEFT_MS = 1_000;
/** A server that is there answers within this time. */
const STUCK_MS = 1_000;

const abandoned = (): Error => new Error('The hub stops.');

/**
 * Connections of which every one comes back, whatever becomes of it. Whoever wants one stands in line for the first that
 * comes back or is opened: to open one is nobody's own affair, and nobody waits for an attempt in particular.
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #pace: OpeningPace;
  readonly #open = new Set<Client>();
  readonly #opening = new Map<Client, { readonly begunAt: number; readonly attempt: Promise<void> }>();
  /** Those that rest; the last one is used first. */
  readonly #idle: Client[] = [];
  readonly #line = new Line();
  readonly #leases = new Set<Lease>();
  /** When something was heard on a connection. */
  readonly #heardAt = new WeakMap<Client, number>();
  /** A connection on which nothing was heard since is not trusted. */
  #trustedSince = -Infinity;
  #wantedSince: number | undefined;
  #kept = 0;
  #isFilling = false;
  #openAgain: NodeJS.Timeout | undefined;
  /** When a place was given up, how many are left since then, and whether one has yet to come back for that. */
  #gaveUpAt = -Infinity;
  #left = Infinity;
  #owesOne = false;
  #hasEnded = false;
  #allClosed: (() => void) | undefined;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.#pace = new OpeningPace(TRIED_IN_A_SECOND * options.most);
  }

  get counts(): ConnectionCounts {
    return { open: this.#open.size, idle: this.#idle.length, waiting: this.#line.length };
  }

  /** Since when somebody has wanted a connection and nobody was given one, in milliseconds of `performance.now`. */
  get wantedSince(): number | undefined {
    return this.#wantedSince;
  }

  /** Those who have waited for an answer since before `moment`. */
  unanswered(moment: number): Lease[] {
    const isUnanswered = ({ unansweredSince = Infinity, processId }: Lease): boolean =>
      unansweredSince < moment && processId !== null;
    return [...this.#leases].filter(isUnanswered);
  }

  /** @param signal of the request that asks for it @throws ConnectionLost where none can be had in time, and where nobody waits any more */
  async lease(signal?: AbortSignal): Promise<Lease> {
    if (this.#hasEnded) throw new ConnectionLost(abandoned());
    const resting = this.#line.length === 0 && !signal?.aborted ? this.#resting() : undefined;
    if (resting) return this.#lend(resting, false);
    const given = this.#line.wait(this.#options.waitMs, signal);
    if (this.#line.length > 0) this.#wantedSince ??= performance.now();
    this.#serve();
    return given;
  }

  /** From now on so many are kept open, so that nobody waits for one to be opened: a burst would wait for many at once. */
  keep(many: number): void {
    this.#kept = many;
  }

  /** Opens what is missing of those that are kept. What cannot be opened now is opened when it is wanted, or some other time. */
  async fill(): Promise<void> {
    this.#isFilling = this.#pace.failsFor === undefined || this.#pace.failsFor > KEEP_AGAIN_MS;
    this.#openMissing();
    while (this.#isFilling && this.#opening.size > 0)
      await Promise.all([...this.#opening.values()].map(({ attempt }) => attempt));
  }

  /**
   * The server has no connection left for a part of the hub that needs one of its own: one that rests, or the next that comes back, is
   * closed, and its place left free for a while. Requests keep one at least.
   * @returns whether there will be a place in a moment
   */
  makeRoom(): boolean {
    if (this.#open.size <= 1) return false;
    const now = performance.now();
    if (now - this.#gaveUpAt < ROOM_EVERY_MS) return true;
    this.#gaveUpAt = now;
    this.#left = this.#open.size - 1;
    this.#owesOne = this.#idle.length === 0;
    if (!this.#owesOne) this.#close(this.#idle[0]!);
    return true;
  }

  /** Asks for a connection as anybody would, where somebody has given up waiting and nobody has come since. */
  async probe(): Promise<void> {
    if (this.#wantedSince === undefined || this.#line.length > 0) return;
    await this.lease()
      .then((lease) => lease.giveBack())
      .catch(() => undefined);
  }

  /** The way to the database is another by now: a connection on which nothing was heard since is not used again. */
  distrust(since: number): void {
    this.#trustedSince = since;
  }

  /** Gives up whatever is in hand, and lends nothing any more. */
  abandon(): void {
    this.#lendNoMore();
    for (const lease of this.#leases) lease.lose(abandoned());
  }

  /** Lends nothing any more, and resolves when what is in hand has come back. */
  async end(): Promise<void> {
    this.#lendNoMore();
    for (const client of [...this.#idle]) this.#close(client);
    if (this.#open.size > 0) await new Promise<void>((resolve) => (this.#allClosed = resolve));
  }

  #lendNoMore(): void {
    this.#hasEnded = true;
    clearTimeout(this.#openAgain);
    this.#line.refuse(abandoned());
    for (const client of this.#opening.keys()) destroy(client);
  }

  /** Those that rest go to those who wait. */
  #serve(): void {
    for (let client; this.#line.length > 0 && (client = this.#resting());) this.#line.give(this.#lend(client, false));
    this.#openMissing();
  }

  /** One that rests, and may be trusted; it rests no longer. */
  #resting(): Client | undefined {
    const client = this.#idle.pop();
    if (!client || (this.#heardAt.get(client) ?? -Infinity) >= this.#trustedSince) return client;
    this.#drop(client);
    return this.#resting();
  }

  #lend(client: Client, isNew: boolean): Lease {
    // The one who is given it still stands in line, where they stood there at all.
    this.#wantedSince = this.#line.length > 1 ? performance.now() : undefined;
    const lease = new Lease(client, {
      isNew,
      onReturn: (returned) => {
        this.#leases.delete(returned);
        // The others may have kept the same.
        if (returned.isOutdated) this.distrust(performance.now());
        if (returned.isLost || !this.#open.has(client)) return this.#lose(client);
        if (returned.sent > 0) this.#heardAt.set(client, performance.now());
        this.#rest(client);
      },
    });
    this.#leases.add(lease);
    return lease;
  }

  #rest(client: Client): void {
    if (hasTooManyNamed(client)) {
      this.#close(client);
      return this.#openMissing();
    }
    if (this.#hasEnded || (this.#owesOne && this.#leftFreeFor() > 0 && this.#open.size > 1)) {
      this.#owesOne = false;
      return this.#close(client);
    }
    this.#idle.push(client);
    this.#serve();
  }

  /** Milliseconds for which the place that was given up is still left free. */
  #leftFreeFor(): number {
    return Math.max(0, this.#gaveUpAt + LEFT_FREE_MS - performance.now());
  }

  /** Opens as many as are wanted and may be opened now. What must wait is looked at again then. */
  #openMissing(): void {
    clearTimeout(this.#openAgain);
    if (this.#hasEnded) return;
    for (;;) {
      const there = this.#open.size + this.#opening.size;
      if (there >= this.#options.most) return;
      const leftFreeFor = there < this.#left ? 0 : this.#leftFreeFor();
      const underWay = this.#answering();
      const isWaitedFor = this.#line.length > underWay.length;
      const isWanted = isWaitedFor || (this.#isFilling && there < this.#kept && leftFreeFor === 0);
      const pause = isWanted ? this.#pace.waitMs(underWay.length) : undefined;
      // Those under way are waited for, but for no longer than a server takes that is there.
      const untilStuck = underWay.length > 0 ? Math.max(1, underWay[0]! + STUCK_MS - performance.now()) : 0;
      const wait = Math.max(pause ?? untilStuck, leftFreeFor);
      if (wait > 0 && this.#line.length > 0) this.#openAgain = setTimeout(() => this.#openMissing(), wait);
      if (!isWanted || wait > 0) return;
      this.#openOne();
    }
  }

  #openOne(): void {
    const client = this.#options.make();
    const begunAt = this.#pace.begin();
    // Without a listener the loss of a connection would end the process. Whoever has it in hand is told by their statement.
    for (const event of ['error', 'end'] as const) client.on(event, () => this.#lose(client));
    const attempt = client.connect().then(
      () => this.#opened(client, begunAt),
      (error: unknown) => this.#failed(client, begunAt, error),
    );
    this.#opening.set(client, { begunAt, attempt });
  }

  /** When those were begun that may still answer, the first one first. One that has not for a while is not waited for: the way to the server may be another by now. */
  #answering(): number[] {
    const since = performance.now() - STUCK_MS;
    return [...this.#opening.values()].map(({ begunAt }) => begunAt).filter((begunAt) => begunAt > since);
  }

  #opened(client: Client, begunAt: number): void {
    this.#opening.delete(client);
    this.#open.add(client);
    this.#heardAt.set(client, performance.now());
    this.#pace.opened(begunAt);
    for (const [other, { begunAt: before }] of this.#opening) if (before < begunAt - STUCK_MS) destroy(other);
    if (this.#line.length > 0) this.#line.give(this.#lend(client, true));
    else this.#rest(client);
    this.#openMissing();
  }

  #failed(client: Client, begunAt: number, error: unknown): void {
    this.#opening.delete(client);
    destroy(client);
    this.#isFilling = false;
    this.#pace.failed(begunAt);
    // Whoever can still be given one of those that there are waits for these.
    if (this.#open.size + this.#opening.size === 0) {
      if (isCrowded(error)) this.#options.onNoneLeft?.();
      this.#line.refuse(error, isCrowded(error) ? performance.now() - NONE_LEFT_MS : Infinity);
    }
    this.#openMissing();
  }

  /** It goes on as it is, and its place is left. */
  #close(client: Client): void {
    this.#gone(client);
    client.end().catch(() => undefined);
  }

  /** Without a word to the other side, which may not listen any more. */
  #drop(client: Client): void {
    this.#gone(client);
    destroy(client);
    this.#pace.ease();
  }

  /** It has ended, or is worth nothing any more. */
  #lose(client: Client): void {
    if (!this.#open.has(client)) return;
    this.#drop(client);
    this.#openMissing();
  }

  #gone(client: Client): void {
    this.#open.delete(client);
    const at = this.#idle.indexOf(client);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#open.size === 0) this.#allClosed?.();
  }
}
