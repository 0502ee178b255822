import { AuditRecord } from './audit-record.entity.ts';
import { IdempotentCall } from './idempotent-call.entity.ts';

export { AuditOutcome, AuditRecord } from './audit-record.entity.ts';
export { IdempotentCall } from './idempotent-call.entity.ts';
export {
  PartlyDone, perform, recordRefusal, type MutationCall, type Outcome, type Prepare, type Result, type Subjects, type UserError,
} from './perform.ts';
export { optionalText, requiredText, type TextOptions } from './texts.ts';
export { flushOr } from './flush.ts';
export { inTransaction, type Transaction } from './transaction.ts';

export const commandEntities = [AuditRecord, IdempotentCall] as const;
