import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';
import { Guardian } from '../families/guardian.entity.ts';
import { CodeMiss, type CodeKind } from './code-miss.entity.ts';

/** How many codes of one kind that are none a guardian may try in 24 hours. */
export const MISSES_A_DAY = 10;

const A_DAY_MS = 86_400_000;

/**
 * Whether the caller may try another code. Their row as a guardian is locked from the count to the commit, before all
 * else, so that a burst of guesses is counted one by one.
 */
export async function mayTryCode(tx: Transaction, kind: CodeKind): Promise<boolean> {
  await tx.query(sql`select grd.id from guardian grd where grd.id = ${mine.guardianId} for no key update`);
  // A statement of its own: the one that waited for the lock does not see what was counted meanwhile.
  const [tried] = await tx.query<{ misses: number }>(sql`select count(*)::int as misses from code_miss mis
    where mis.guardian_id = ${mine.guardianId} and mis.kind = ${kind} and mis.created_at > ${new Date(tx.now.getTime() - A_DAY_MS)}`);
  return tried!.misses < MISSES_A_DAY;
}

/** A wrong code stays counted: the command answers `PartlyDone`, for what is thrown undoes it. */
export function countMiss(tx: Transaction, kind: CodeKind): void {
  tx.em.create(CodeMiss, { guardian: tx.em.getReference(Guardian, tx.viewer.guardianId!), kind, createdAt: tx.now });
}
