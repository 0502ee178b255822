import { type AuditOutcome, AuditRecord } from './audit-record.entity.ts';
import type { Transaction } from './transaction.ts';

/** Writes, with what the transaction writes, who did what upon which things. */
export function recordCall(tx: Transaction, mutation: string, outcome: AuditOutcome, code: string | null, subjects: AuditRecord['subjects']): void {
  tx.em.create(AuditRecord, { account: tx.viewer.accountId, mutation, outcome, code, subjects, createdAt: tx.now });
}
