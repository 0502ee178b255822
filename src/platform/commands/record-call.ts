import { isUuid } from '../auth/index.ts';
import { AuditRecord, type AuditOutcome } from './audit-record.entity.ts';
import type { Notes, Transaction } from './transaction.ts';

export interface RecordedCall {
  /** Of the mutation, or of the job. */
  readonly mutation: string;
  readonly outcome: AuditOutcome;
  readonly code?: string | null;
  readonly subjects: AuditRecord['subjects'];
  readonly notes?: Notes;
}

/**
 * Writes, with what the transaction writes, who did what upon which things. What a call names never tells who calls: only
 * the viewer does, or what the command itself has proven and noted.
 */
export function recordCall(tx: Transaction, { mutation, outcome, code, subjects, notes }: RecordedCall): void {
  const { accountId, serviceTokenId } = tx.viewer;
  const account = serviceTokenId === null ? (accountId ?? notes?.['account'] ?? null) : null;
  const named = { ...subjects, ...notes };
  tx.em.create(AuditRecord, {
    account, serviceToken: serviceTokenId, mutation, outcome, code: code ?? null, subjects: named, about: [...new Set(Object.values(named).flat().filter(isUuid))],
    schools: [...new Set([...tx.viewer.staffSchoolIds, ...tx.viewer.childSchoolIds])], districts: [...new Set(tx.viewer.assignments.map(({ districtId }) => districtId))],
    createdAt: tx.now,
  });
}
