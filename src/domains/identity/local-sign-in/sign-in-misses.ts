import { v7 } from 'uuid';
import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { lockName } from '../lock-name.ts';
import { IDENTITY } from '../services.ts';

/** So many wrong tries in a row are free; after each further one the next is looked at only when a while is over, which doubles. */
const FREE = 5;
const FIRST_WAIT_SECONDS = 10;
const LONGEST_WAIT_SECONDS = 900;
/** A day later they count for nothing. */
export const MISSES_LAST_MS = 86_400_000;

export interface Misses {
  /** The mark of the number that was given. */
  readonly login: string;
  readonly count: number;
  readonly waits: boolean;
}

/**
 * What went wrong under a number before: of somebody or of nobody, so that who is on record cannot be learned by it. Under lock until
 * the commit, so that a burst of guesses is looked at one by one.
 */
export async function missesOf(tx: Transaction, staffNumber: string): Promise<Misses> {
  const login = tx.services.get(IDENTITY).vault.markOf(staffNumber, 'login');
  await lockName(tx, `sign-in/${login}`);
  const [before] = await tx.query<{ misses: number; waits: boolean }>(sql`
    select mis.misses, mis.waits_until > ${tx.now} as waits from sign_in_miss mis
    where mis.login = ${login} and mis.missed_at > ${new Date(tx.now.getTime() - MISSES_LAST_MS)}`);
  return { login, count: before?.misses ?? 0, waits: before?.waits ?? false };
}

/** One more. It stays counted: the command answers `PartlyDone`. @returns whether this was the one after which there is a wait for the first time */
export async function countSignInMiss(tx: Transaction, { login, count }: Misses): Promise<boolean> {
  const misses = count + 1;
  const seconds =
    misses < FREE ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(misses - FREE, 20), LONGEST_WAIT_SECONDS);
  const waitsUntil = new Date(tx.now.getTime() + seconds * 1000);
  await tx.query(sql`insert into sign_in_miss (id, created_at, login, misses, missed_at, waits_until)
    values (${v7()}, ${tx.now}, ${login}, ${misses}, ${tx.now}, ${waitsUntil})
    on conflict (login) do update set misses = excluded.misses, missed_at = greatest(sign_in_miss.missed_at, excluded.missed_at), waits_until = excluded.waits_until`);
  return misses === FREE;
}

/** Whoever has proven who they are begins anew. */
export async function forgetMisses(tx: Transaction, { login, count }: Misses): Promise<void> {
  if (count > 0) await tx.query(sql`delete from sign_in_miss where login = ${login}`);
}
