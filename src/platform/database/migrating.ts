import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { watchful } from './database.ts';
import { UnfitDatabase } from './requirements.ts';

export interface MigratingOptions {
  readonly databaseUrl: string;
  /** Told in one sentence for what is waited. */
  readonly onWait: (sentence: string) => void;
  /** Another process may be at it for so long. */
  readonly waitMs?: number;
}

/**
 * A change of a table waits for those who read it, and behind it wait all who come: so it waits for a moment, lets them pass, and
 * tries again.
 */
export const MIGRATION_LOCK_TIMEOUT_MS = 2_000;
const LOCK_NOT_AVAILABLE = '55P03';
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const TRIED_FOR_MS = 300_000;

const WAIT_MS = 600_000;
const ASKED_EVERY_MS = 250;
/** Of those by which the lock is taken, which wait for nobody. */
const LONGEST_STATEMENT_MS = 10_000;
/** The key of the lock of the hub's migrations, among the advisory locks of a database. */
const LOCK = 7_405_610_023;

const LOCK_LOST =
  'The connection that keeps other processes from migrating was lost: this one has stopped, and undone the migration that it was at. Start it again.';

/** Given to the work that runs while the lock is held. */
export interface Alone {
  /** Aborted as soon as the lock is lost: another process may be at it from then on. */
  readonly signal: AbortSignal;
}

/**
 * Runs `work` while no other process does, over a connection of its own, which holds the lock. Where it is lost, `work` is told by the
 * signal, and what becomes of it is not told.
 * @throws UnfitDatabase where another one is at it for too long, and where the lock was lost
 */
export async function migrateAlone<T>(
  { databaseUrl, onWait, waitMs = WAIT_MS }: MigratingOptions,
  work: (alone: Alone) => Promise<T>,
): Promise<T> {
  const holder = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'home-school-hub-migrations',
    ...watchful(LONGEST_STATEMENT_MS),
    connectionTimeoutMillis: LONGEST_STATEMENT_MS,
  });
  const lost = new AbortController();
  const lose = (): void => lost.abort(new UnfitDatabase([LOCK_LOST]));
  holder.on('error', lose);
  holder.on('end', lose);
  await holder.connect();
  try {
    // It says nothing while others work: no time-out of the server for those who idle is meant for it.
    await holder.query('set idle_session_timeout = 0');
    const deadline = performance.now() + waitMs;
    for (let asked = 0; !(await isTaken(holder)); asked += 1) {
      if (asked === 0) onWait('Another process is migrating: this one waits for it.');
      if (performance.now() > deadline)
        throw new UnfitDatabase([
          `Another process has been migrating for ${Math.round(waitMs / 1000)} s: wait until it has ended, or end it.`,
        ]);
      // Asked again and again: who waits in a statement would itself be waited for by some changes.
      await sleep(ASKED_EVERY_MS);
    }
    const done = await work({ signal: lost.signal });
    lost.signal.throwIfAborted();
    return done;
  } catch (error) {
    lost.signal.throwIfAborted();
    throw error;
  } finally {
    await holder.end();
  }
}

async function isTaken(holder: pg.Client): Promise<boolean> {
  const { rows } = await holder.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK]);
  return rows[0]!.taken;
}

/** Tries again where a lock was not to be had in time: nothing of it was done. */
export async function untilLocksAreFree<T>(
  { onWait }: Pick<MigratingOptions, 'onWait'>,
  work: () => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + TRIED_FOR_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
      if (performance.now() > deadline)
        throw new UnfitDatabase([
          'A table could not be changed, for somebody has held it all the time: look for long transactions in pg_stat_activity.',
        ]);
      onWait('A table that must be changed is in use: it is tried again.');
      await sleep(pause * (0.5 + Math.random()));
    }
  }
}
