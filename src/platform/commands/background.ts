import type { BoundJob, Job } from '../jobs/index.ts';
import type { RequestContext } from '../request/index.ts';
import { AuditOutcome, type AuditRecord } from './records/audit-record.entity.ts';
import { recordCall } from './records/record-call.ts';
import { inTransaction, type Transaction } from './transaction.ts';

/** A job with what it does. */
export interface JobDeclaration {
  readonly job: Job;
  readonly run: (context: RequestContext, data: object) => Promise<void>;
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

/**
 * Runs one command of a job in a transaction, audited under the job's name with the ids that the command answers.
 * A command that answers null has changed nothing, and leaves no record.
 */
export function performInBackground<Ids extends AuditRecord['subjects']>(
  context: RequestContext,
  job: Pick<Job, 'name'>,
  command: (tx: Transaction) => Promise<Ids | null>,
): Promise<Ids | null> {
  return inTransaction(context, async (tx) => {
    const ids = await command(tx);
    if (ids !== null) await recordCall(tx, { mutation: job.name, outcome: AuditOutcome.SUCCEEDED, subjects: ids });
    return ids;
  });
}
