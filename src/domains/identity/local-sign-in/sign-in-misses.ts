import { v7 } from 'uuid';
import type { Vault } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { prepare, sql, type Sql } from '../../../platform/reading/index.ts';
import type { RequestContext } from '../../../platform/request/index.ts';
import { lockName } from '../lock-name.ts';

/** So many wrong tries in a row are free; after each further one the next is looked at only when a while is over, which doubles. */
const FREE_HERE = 5;
/** Over all networks: nobody shuts others out from where they have signed in, and who guesses from a thousand networks waits as well. */
const FREE_EVERYWHERE = 100;
const FIRST_WAIT_SECONDS = 10;
const LONGEST_WAIT_SECONDS = 900;
const DAY_MS = 86_400_000;
/** A day later they count for nothing. */
export const MISSES_LAST_MS = DAY_MS;
/** Whose number it is hears of it again where it goes on for longer. */
const TOLD_AGAIN_MS = DAY_MS;

/** By which marks tries are counted: neither a number nor a network stands there. */
export interface GuessedAt {
  /** The number from this network; of whoever is signed in, and changes what is their own, the account. */
  readonly here: string;
  /** The number from wherever; of a change of one's own the same as here, so that no stranger holds it up. */
  readonly everywhere: string;
}

export const numberGuessed = (vault: Vault, staffNumber: string, network: string): GuessedAt => ({
  here: vault.markOf(`${network}\0${staffNumber}`, 'login-from'),
  everywhere: vault.markOf(staffNumber, 'login'),
});

export function accountGuessed(vault: Vault, accountId: string): GuessedAt {
  const own = vault.markOf(accountId, 'own-sign-in');
  return { here: own, everywhere: own };
}

interface Count {
  readonly misses: number;
  readonly waits: boolean;
  readonly told_at: Date | string | null;
}

/** What went wrong before under these marks. */
export interface Misses {
  readonly here: number;
  readonly everywhere: number;
  /** Whether a try from here has to wait. */
  readonly waits: boolean;
  readonly toldAt: Date | null;
}

const counts = (at: GuessedAt, now: Date): Sql => sql`
  select mis.login, mis.misses, mis.waits_until > ${now} as waits, mis.told_at from sign_in_miss mis
  where mis.login = any(${[at.here, at.everywhere]}::text[]) and mis.missed_at > ${new Date(now.getTime() - MISSES_LAST_MS)}`;

/** @param isKnown they have signed in from this network lately: what goes wrong elsewhere does not hold them up */
function missesIn(counted: ReadonlyMap<string, Count>, at: GuessedAt, isKnown: boolean): Misses {
  const [here, everywhere] = [counted.get(at.here), counted.get(at.everywhere)];
  return {
    here: here?.misses ?? 0,
    everywhere: everywhere?.misses ?? 0,
    waits: (here?.waits ?? false) || (!isKnown && (everywhere?.waits ?? false)),
    toldAt: everywhere?.told_at == null ? null : new Date(everywhere.told_at),
  };
}

/** Before anything costs something. Of somebody or of nobody, so that who is on record cannot be learned by it. */
export async function waitsAlready(context: RequestContext, at: GuessedAt, isKnown: boolean): Promise<boolean> {
  const { text, values } = prepare(counts(at, context.now));
  const rows = (await context.loaders.read({ reads: 'SignInMiss', text, values: values(context) })) as [
    string,
    number,
    boolean,
    string | null,
  ][];
  const counted = new Map(rows.map(([login, misses, waits, toldAt]) => [login, { misses, waits, told_at: toldAt }]));
  return missesIn(counted, at, isKnown).waits;
}

/** Under lock until the commit, so that a burst of guesses is looked at one by one. */
export async function missesOf(tx: Transaction, at: GuessedAt, isKnown: boolean): Promise<Misses> {
  await lockName(tx, `sign-in/${at.everywhere}`);
  const rows = await tx.query<Count & { login: string }>(counts(at, tx.now));
  return missesIn(new Map(rows.map((row) => [row.login, row])), at, isKnown);
}

/** One more. It stays counted: the command answers `PartlyDone`. @returns whether its owner is to hear of it: when there are several, and once a day while it goes on */
export async function countSignInMiss(tx: Transaction, at: GuessedAt, before: Misses): Promise<boolean> {
  const [here, everywhere] = [before.here + 1, before.everywhere + 1];
  const tells =
    everywhere >= FREE_HERE && (before.toldAt === null || tx.now.getTime() - before.toldAt.getTime() >= TOLD_AGAIN_MS);
  const rows = new Map([
    [at.everywhere, { misses: everywhere, waits: waitAfter(everywhere, FREE_EVERYWHERE) }],
    [at.here, { misses: here, waits: waitAfter(here, FREE_HERE) }],
  ]);
  const [marks, all] = [[...rows.keys()], [...rows.values()]];
  await tx.query(sql`insert into sign_in_miss (id, created_at, login, misses, missed_at, waits_until, told_at)
    select each.id, ${tx.now}, each.login, each.misses, ${tx.now}, ${tx.now}::timestamptz + each.waits * interval '1 second', ${tells ? tx.now : before.toldAt}::timestamptz
    from unnest(${marks.map(() => v7())}::uuid[], ${marks}::text[], ${all.map(({ misses }) => misses)}::int[], ${all.map(({ waits }) => waits)}::int[]) as each(id, login, misses, waits)
    on conflict (login) do update set misses = excluded.misses, missed_at = greatest(sign_in_miss.missed_at, excluded.missed_at), waits_until = excluded.waits_until, told_at = excluded.told_at`);
  return tells;
}

const waitAfter = (misses: number, free: number): number =>
  misses < free ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(misses - free, 20), LONGEST_WAIT_SECONDS);

/** Whoever has proven who they are begins anew; when they were told stays known. */
export async function forgetMisses(tx: Transaction, at: GuessedAt, { here, everywhere }: Misses): Promise<void> {
  if (here + everywhere > 0)
    await tx.query(
      sql`update sign_in_miss set misses = 0, waits_until = ${tx.now} where login = any(${[at.here, at.everywhere]}::text[])`,
    );
}
