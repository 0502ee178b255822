import type { Transaction } from '../../../platform/commands/index.ts';
import { mine, sql } from '../../../platform/reading/index.ts';

/**
 * The pupils, by bare id, about whom the caller decides nothing at work: whose guardian they are or ask to be, and from whom the
 * school keeps them. A tie that was declined or has ended makes nobody's case their own.
 */
export async function ownCases(tx: Transaction, studentIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (tx.viewer.guardianId === null) return new Set();
  const rows = await tx.query<{ student_id: string }>(sql`select tie.student_id from guardianship tie
    where tie.guardian_id = ${mine.guardianId} and tie.student_id = any(${[...studentIds]}::uuid[]) and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')`);
  return new Set(rows.map(({ student_id }) => student_id));
}
