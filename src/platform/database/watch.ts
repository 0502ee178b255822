import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../observability/index.ts';
import { WORST_MS, type HubClock } from './clock.ts';
import { watchful } from './database.ts';
import type { Connections } from './lending/connections.ts';
import { isCrowded } from './faults.ts';
import { destroy, innerOf, type Lease } from './lease.ts';

export interface DatabaseWatchOptions {
  readonly databaseUrl: string;
  readonly connections: Connections;
  readonly clock: HubClock;
  readonly logger: Logger;
}

/** What is known of the database at this moment, from memory. */
export interface DatabaseState {
  /** Since when it has not answered, in milliseconds; undefined where it does. */
  readonly awayForMs: number | undefined;
  /** It answers and takes no changes: a standby. */
  readonly onlyReads: boolean;
  /** For how long somebody has wanted a connection and nobody was given one. */
  readonly noConnectionForMs: number;
  /** The server has no connection left for whoever would come: a new process would find none either. */
  readonly isCrowded: boolean;
  /** Whether the clock may be wrong by more than deadlines bear. */
  readonly clockIsWrong: boolean;
}

interface Look {
  readonly onlyReads: boolean;
  /** Processes of the server that are at work for the hub; undefined where their ids are not known here. */
  readonly atWork: ReadonlySet<number> | undefined;
}

interface Asked {
  /** Undefined where the server has only said that it has no connection left. */
  readonly look: Look | undefined;
  readonly wayIsNew?: boolean;
  readonly isCrowded?: boolean;
}

/** A connection, whoever keeps it. */
interface Way {
  readonly processId: number | null;
  readonly ask: (statement: pg.QueryArrayConfig) => Promise<{ rows: unknown[][] }>;
}

const LOOK_EVERY_MS = 750;
const LOOK_AGAIN_MS = 250;
/** Whoever has waited longer for an answer is looked after: a statement may take its time, a dead connection has none. */
const PATIENCE_MS = 1_000;
/** The longest that a look may take. */
const LONGEST_LOOK_MS = 4_000;
/** After the way has changed there may be more who wait in vain. */
const HURRY_MS = 5_000;
const CORRECTION_WORTH_A_LINE_MS = 1_000;

const LOOK = `select extract(epoch from clock_timestamp()) * 1000, pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool, pg_backend_pid(),
  array(select a.pid from pg_stat_activity a where a.pid = any($1::int[]) and (a.state is null or a.state not like 'idle%'))`;

/**
 * Looks at the database all the time, over a connection of its own, so that whoever asks how it stands is answered from memory.
 * It finds connections that were lost without a word: where the server is not at work for somebody who waits, no answer will come.
 * And it measures how far the clock of this process is from that of the database.
 */
export class DatabaseWatch {
  readonly #options: DatabaseWatchOptions;
  readonly #stopped = new AbortController();
  #client: pg.Client | undefined;
  #answeredAt = -Infinity;
  #awaySince: number | undefined;
  #onlyReads = false;
  #isCrowded = false;
  /** Those whom the last look has found waiting in vain, with the number of their statement. */
  #suspects = new Map<Lease, number>();
  #corrected = 0;
  #wayIsNewSince = -Infinity;
  #running: Promise<void> | undefined;

  constructor(options: DatabaseWatchOptions) {
    this.#options = options;
  }

  /** Resolves after the first look. */
  async start(): Promise<void> {
    await this.#look();
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    close(this.#client);
    await this.#running;
  }

  get state(): DatabaseState {
    const now = performance.now();
    const { connections, clock } = this.#options;
    const silentSince = now - this.#answeredAt > LOOK_EVERY_MS + LONGEST_LOOK_MS ? this.#answeredAt : undefined;
    const awaySince = this.#awaySince ?? silentSince;
    return {
      awayForMs: awaySince === undefined ? undefined : now - awaySince,
      onlyReads: this.#onlyReads,
      noConnectionForMs: connections.wantedSince === undefined ? 0 : now - connections.wantedSince,
      isCrowded: this.#isCrowded,
      clockIsWrong: clock.error > WORST_MS,
    };
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const hurry =
        this.#suspects.size > 0 || this.#awaySince !== undefined || performance.now() - this.#wayIsNewSince < HURRY_MS;
      await sleep(hurry ? LOOK_AGAIN_MS : LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.#look();
    }
  }

  async #look(): Promise<void> {
    const { connections, logger } = this.#options;
    const begun = performance.now();
    const waiting = new Map(connections.unanswered(begun - PATIENCE_MS).map((lease) => [lease, lease.sent]));
    try {
      const {
        look,
        wayIsNew = false,
        isCrowded: isFull = false,
      } = await this.#ask([...waiting.keys()].map((lease) => lease.processId!));
      const wasAway = this.#awaySince !== undefined;
      if (wasAway) logger.info('the database answers again');
      this.#awaySince = undefined;
      this.#answeredAt = performance.now();
      this.#onlyReads = look?.onlyReads ?? this.#onlyReads;
      this.#isCrowded = isFull;
      if (wayIsNew || wasAway) {
        this.#wayIsNewSince = begun;
        connections.distrust(begun);
      }
      void connections.probe();
      void connections.fill();
      // What has come in the meantime is read first.
      await nextTurn();
      if (look) this.#giveUp(waiting, look, wayIsNew);
    } catch (error) {
      if (this.#stopped.signal.aborted) return;
      if (this.#awaySince === undefined) logger.warn({ err: error }, 'the database does not answer');
      this.#awaySince ??= begun;
    }
  }

  /** Those for whom nobody is at work, seen twice; once is enough where the watch itself was not answered either. */
  #giveUp(waiting: ReadonlyMap<Lease, number>, { atWork }: Look, wayIsNew: boolean): void {
    const before = this.#suspects;
    this.#suspects = new Map();
    if (atWork === undefined) return;
    for (const [lease, sent] of waiting) {
      if (lease.sent !== sent || lease.unansweredSince === undefined || atWork.has(lease.processId!)) continue;
      if (wayIsNew || before.get(lease) === sent) {
        lease.lose(new Error('The connection was lost without a word.'));
        this.#options.logger.warn('a connection was lost without a word');
      } else {
        this.#suspects.set(lease, sent);
      }
    }
  }

  /** Over the connection that there is; where that keeps silent, over a new one as well, and the first answer counts. */
  async #ask(pids: readonly number[]): Promise<Asked> {
    const old = this.#client;
    const wants = this.#options.connections.wantedSince;
    const isStarving = wants !== undefined && performance.now() - wants > LONGEST_LOOK_MS;
    let aged: Promise<Look> | undefined;
    // Where nobody is given a connection, only a new one can tell whether there could be any.
    if (old && !isStarving) {
      aged = this.#lookOver(wayOf(old), pids);
      try {
        const look = await within(aged, this.#awaySince === undefined ? PATIENCE_MS : 0);
        if (look) return { look };
      } catch {
        aged = undefined; // it has ended: whoever else had a connection is told so, too
      }
    }
    const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(LONGEST_LOOK_MS)]);
    const fresh = this.#open();
    const overFresh = fresh
      .connect()
      .then(() => this.#lookOver(wayOf(fresh), pids))
      .then((look) => ({ look, client: fresh }));
    const answers = Promise.any(aged ? [overFresh, aged.then((look) => ({ look, client: old! }))] : [overFresh]);
    try {
      const { look, client } = await Promise.race([abortOf(signal), answers]);
      this.#client = client;
      close(client === fresh ? old : fresh);
      return { look, wayIsNew: client === fresh && aged !== undefined };
    } catch (error) {
      close(fresh);
      const cause: unknown = error instanceof AggregateError ? error.errors[0] : error;
      if (!isCrowded(cause)) throw cause;
      // Those who rest make room for the next look; this one is over what there is.
      this.#options.connections.makeRoom();
      return { look: await this.#lookWithoutNew(pids, signal).catch(() => undefined), isCrowded: true };
    }
  }

  /** Over its own connection, where that is still there, or over one of those for requests, which is waited for as by anybody. */
  async #lookWithoutNew(pids: readonly number[], signal: AbortSignal): Promise<Look> {
    const own = this.#client;
    if (own && !innerOf(own).connection.stream.destroyed)
      return Promise.race([abortOf(signal), this.#lookOver(wayOf(own), pids)]);
    const leasing = this.#options.connections.lease();
    const giveBack = (): unknown => leasing.then((lease) => lease.giveBack()).catch(() => undefined);
    const looking = leasing.then((lease) =>
      this.#lookOver({ processId: lease.processId, ask: (statement) => lease.query(statement) }, pids),
    );
    looking.catch(() => undefined);
    return Promise.race([abortOf(signal), looking]).finally(() => void giveBack());
  }

  #open(): pg.Client {
    const client = new pg.Client({
      connectionString: this.#options.databaseUrl,
      application_name: 'home-school-hub-watch',
      ...watchful(0),
      connectionTimeoutMillis: LONGEST_LOOK_MS,
      query_timeout: LONGEST_LOOK_MS,
      statement_timeout: LONGEST_LOOK_MS,
    });
    client.on('error', () => undefined);
    return client;
  }

  async #lookOver({ processId, ask }: Way, pids: readonly number[]): Promise<Look> {
    const { clock } = this.#options;
    const askedAt = clock.uncorrected;
    const {
      rows: [row],
    } = await ask({ text: LOOK, values: [pids], rowMode: 'array' });
    const [told, onlyReads, pid, atWork] = row as [string, boolean, number, number[]];
    clock.note({ askedAt, answeredAt: clock.uncorrected, told: Number(told) });
    this.#tellCorrection();
    // Behind a pooler the process that a connection names is not the one that works for it.
    return {
      onlyReads,
      atWork: processId === pid ? new Set(atWork) : undefined,
    };
  }

  #tellCorrection(): void {
    const {
      clock: { correction },
      logger,
    } = this.#options;
    if (Math.abs(correction - this.#corrected) < CORRECTION_WORTH_A_LINE_MS) return;
    this.#corrected = correction;
    logger.warn(
      { correctedByMs: correction },
      'the clock of this process is not that of the database: it is corrected',
    );
  }
}

/** Undefined where it takes longer. */
async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const late = new AbortController();
  try {
    return await Promise.race([work, sleep(milliseconds, undefined, { signal: late.signal })]);
  } finally {
    late.abort();
    work.catch(() => undefined);
  }
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}

function wayOf(client: pg.Client): Way {
  return { processId: innerOf(client).processID, ask: (statement) => client.query<unknown[]>(statement) };
}

/** Without a word: the other side may not listen. */
function close(client: pg.Client | undefined): void {
  if (!client) return;
  destroy(client);
  client.end().catch(() => undefined);
}
