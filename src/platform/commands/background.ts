import type { BoundJob, Job } from '../jobs/index.ts';
import type { RequestContext } from '../request/index.ts';
import { AuditOutcome, type AuditRecord } from './records/audit-record.entity.ts';
import { recordCall } from './records/record-call.ts';
import type { Transaction } from './transaction.ts';

/** A job with what it does. */
export interface JobDeclaration {
  readonly job: Job;
  readonly run: (context: RequestContext, data: object) => Promise<void>;
  /** It finds by itself what there is to do, and does it in portions (`sweep`, `walk`): whatever is due by the clock does. */
  readonly inPortions?: true;
}

/**
 * Declares what a job does. `run` is a second trigger of what commands do anyway and may run twice for one job: it asks
 * for the facts anew under its locks, and does nothing where there is nothing left to do.
 */
export function background<Data extends object>(
  job: Job<Data>,
  run: (context: RequestContext, data: Data) => Promise<void>,
): JobDeclaration {
  return { job, run: run as JobDeclaration['run'] };
}

/** The jobs as the runner takes them, each run in a request of its own. */
export function boundTo(
  declarations: readonly JobDeclaration[],
  open: (signal: AbortSignal) => RequestContext,
): BoundJob[] {
  return declarations.map(({ job, run }) => ({ job, handle: (data, signal) => run(open(signal), data) }));
}

/** Puts on record, under its name, what a job has changed: in the transaction of it. */
export function recordWork(tx: Transaction, name: Job['name'], subjects: AuditRecord['subjects']): Promise<void> {
  return recordCall(tx, { mutation: name, outcome: AuditOutcome.SUCCEEDED, subjects });
}
