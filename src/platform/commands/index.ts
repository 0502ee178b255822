import { AccessRecord } from './records/access-record.entity.ts';
import { AuditRecord } from './records/audit-record.entity.ts';
import { IdempotentCall } from './idempotent-call.entity.ts';
import { forgetCalls } from './forget-calls.ts';
import { forgetRecords, forgetTallies } from './records/forget-records.ts';
import { RefusalTally } from './records/refusal-tally.entity.ts';

export { AccessRecord } from './records/access-record.entity.ts';
export { recordAccesses, REMEMBERED_ACCESSES, RememberedAccesses } from './records/record-accesses.ts';
export { AuditOutcome, AuditRecord } from './records/audit-record.entity.ts';
export { background, boundTo, recordWork, type JobDeclaration } from './background.ts';
export { IdempotentCall } from './idempotent-call.entity.ts';
export { PartlyDone, type MutationCall, type Outcome, type Result, type Subjects, type UserError } from './call.ts';
export type { BatchedCall, Batching } from './batching.ts';
export { BatchQueues, BATCH_QUEUES } from './batch-queues.ts';
export { perform, recordRefusal, type Prepare } from './perform.ts';
export { freeIds } from './portions/free-ids.ts';
export { retention } from './portions/retention.ts';
export { sweep } from './portions/sweep.ts';
export { walk, walkJob } from './portions/walk.ts';
export { decideOnEach } from './bulk/decide-on-each.ts';
export { checkNamedOnce } from './bulk/named-once.ts';
export { rowByRow, RowsRefused, type BulkOptions, type ErrorPolicy, type RowsDone } from './bulk/rows.ts';
export { RIGHT_DEPENDENTS, type RightDependents } from './right-dependents.ts';
export { RIGHTS_AT_WORK } from './rights-at-work.ts';
export { optionalReason, reasonOfDecision, requiredReason } from './texts/reasons.ts';
export { CROCKFORD, typedCode, typedNumber } from './texts/typed-codes.ts';
export { settledText, type TextForm } from './texts/text-forms.ts';
export { nameIn, optionalText, requiredText, type TextOptions } from './texts/texts.ts';
export { flushOr, writeOr } from './flush.ts';
export { inTransaction, type Transaction } from './transaction.ts';
export { WriteLimiter, WRITE_LIMITER } from './write-limiter.ts';

export const commandEntities = [AccessRecord, AuditRecord, IdempotentCall, RefusalTally] as const;

/** The upkeep of this room's own tables. */
export const commandJobs = [forgetCalls, forgetRecords, forgetTallies] as const;
