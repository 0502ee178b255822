import { AuditRecord } from './audit-record.entity.ts';
import { IdempotentCall } from './idempotent-call.entity.ts';

export { AuditOutcome, AuditRecord } from './audit-record.entity.ts';
export { IdempotentCall } from './idempotent-call.entity.ts';
export { perform, type MutationCall, type Outcome, type UserError } from './perform.ts';
export { inTransaction, type Transaction } from './transaction.ts';

export const commandEntities = [AuditRecord, IdempotentCall] as const;
