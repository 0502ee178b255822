import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../observability/index.ts';
import { watchful } from './database.ts';
import { isCrowded } from './faults.ts';
import { CHANGES } from './tells-of-change.ts';

export interface ChangeListenerOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** From now on no change is missed; what was known before may be out of date. @param tables whose changes are told */
  readonly onHearing: (tables: ReadonlySet<string>) => void;
  /** Something in a watched table has changed, whoever changed it. */
  readonly onChange: () => void;
  /** From now on changes may be missed. */
  readonly onDeaf: () => void;
  /** The server has no connection left for it. @returns whether there will be one in a moment */
  readonly onCrowded?: () => boolean;
  /** How often a connection of which nothing is heard is asked. */
  readonly askedEveryMs?: number;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const ROOM_PAUSE_MS = 500;
/** A connection of which nothing is heard is asked; without an answer it is given up. */
const ASKED_EVERY_MS = 5_000;

const WATCHED = `select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where t.tgname = '${CHANGES.trigger}' and t.tgenabled in ('O', 'A') and c.relnamespace = current_schema()::regnamespace`;

/** Hears of committed changes on a connection of its own, which is opened again whenever it is lost. */
export class ChangeListener {
  readonly #options: ChangeListenerOptions;
  readonly #stopped = new AbortController();
  #running: Promise<void> | undefined;
  /** Ends the connection on which it hears. */
  #hearing: AbortController | undefined;
  #hasGivenWay = false;

  constructor(options: ChangeListenerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  /** Leaves its connection for a while to something that the hub can do without less. @returns whether there is one to leave */
  giveWay(): boolean {
    if (!this.#hearing) return false;
    this.#hasGivenWay = true;
    this.#hearing.abort(new Error('The server has no connection left for background work.'));
    return true;
  }

  async #run(): Promise<void> {
    const { logger, onDeaf } = this.#options;
    let pause = FIRST_PAUSE_MS;
    while (!this.#stopped.signal.aborted) {
      try {
        await this.#listen(() => {
          pause = FIRST_PAUSE_MS;
        });
      } catch (error) {
        if (this.#stopped.signal.aborted) break;
        // What was made room for is taken before others take it.
        if (isCrowded(error) && this.#options.onCrowded?.()) pause = Math.min(pause, ROOM_PAUSE_MS);
        logger.warn({ err: error }, 'changes are not heard of: public content is read anew each time');
      } finally {
        onDeaf();
      }
      if (this.#hasGivenWay) pause = LONGEST_PAUSE_MS;
      this.#hasGivenWay = false;
      await sleep(pause * (0.5 + Math.random()), undefined, { signal: this.#stopped.signal }).catch(() => undefined);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
  }

  /** Resolves when it is told to stop, and rejects when the connection is lost. */
  async #listen(hearing: () => void): Promise<void> {
    const { databaseUrl, onHearing, onChange, askedEveryMs = ASKED_EVERY_MS } = this.#options;
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'home-school-hub-changes',
      ...watchful(0),
      connectionTimeoutMillis: ASKED_EVERY_MS,
      query_timeout: ASKED_EVERY_MS,
    });
    // What is waited for again and again is heard by a signal: a promise that stays open would keep each answer that came before it.
    const over = new AbortController();
    const { signal } = this.#stopped;
    const stop = (): void => {
      over.abort(signal.reason);
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    };
    client.on('error', (error) => over.abort(error));
    client.on('end', () => over.abort(new Error('the connection has ended')));
    signal.addEventListener('abort', stop);
    client.on('notification', onChange);
    try {
      await client.connect();
      await client.query(`listen ${CHANGES.channel}`);
      const { rows } = await client.query<{ relname: string }>(WATCHED);
      onHearing(new Set(rows.map((each) => each.relname)));
      hearing();
      this.#hearing = over;
      for (;;) {
        await sleep(askedEveryMs, undefined, { signal: over.signal });
        await client.query('select 1');
      }
    } catch (error) {
      over.signal.throwIfAborted();
      throw error;
    } finally {
      this.#hearing = undefined;
      signal.removeEventListener('abort', stop);
      await Promise.race([client.end(), sleep(FIRST_PAUSE_MS)]).catch(() => undefined);
    }
  }
}
