import type { Transaction } from '../../platform/commands/index.ts';
import { sql } from '../../platform/reading/index.ts';

/** Whoever acts under the same name waits until the transaction ends: for what has no row yet. */
export async function lockName(tx: Transaction, name: string): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
