import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { isMyOwnCase } from '../own-children.access.ts';

/**
 * The pupils, by bare id, about whom the caller decides nothing at work: whose guardian they are or ask to be, and from whom the
 * school keeps them; for a service token, about whom those behind it decide nothing. A tie that was declined or has ended makes
 * nobody's case their own.
 */
export async function ownCases(tx: Transaction, studentIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (tx.viewer.ownPersonIds.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    sql`select each.id from unnest(${[...studentIds]}::uuid[]) as each(id) where ${isMyOwnCase(sql`each.id`)}`,
  );
  return new Set(rows.map(({ id }) => id));
}
