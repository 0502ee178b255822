import { RuleViolation } from '../errors/index.ts';
import type { RequestContext } from '../request/index.ts';
import { AuditOutcome } from './records/audit-record.entity.ts';
import {
  forMemory,
  fromMemory,
  idsOf,
  lists,
  PartlyDone,
  accountOf,
  rememberedCall,
  tellsSecrets,
  outcomeOf,
  outcomeOfRefusal,
  type Done,
  type MutationCall,
  type Outcome,
  type Result,
} from './call.ts';
import { performBatch, type Batching } from './batching.ts';
import { forget, recall } from './idempotency.ts';
import { BATCH_QUEUES } from './batch-queues.ts';
import { conclude, recordCall } from './records/record-call.ts';
import { refusedAsOwn } from './own-decision.ts';
import { holdRightsAtWork } from './rights-at-work.ts';
import { inTransaction, type Notes, type Transaction } from './transaction.ts';

/** Finds what the command must know and no transaction may wait for. A rule it breaks is answered like one of the command. */
export type Prepare<P> = () => Promise<P>;

type Answered = Result | PartlyDone<Result>;

/** How the caller is served with others, where a crowd wants the same thing. */
export interface Batched<Input> {
  readonly batching: Batching<Input, Result>;
  readonly input: Input;
}

/**
 * Runs one command as a mutation: in a transaction, once for each idempotency key, audited whatever the outcome. Where
 * others want the same thing at this moment, they are served together.
 * @throws what is no rule of this mutation: Forbidden, NotFound, BadUserInput, or a fault
 */
export async function perform<P, Input = never>(
  context: RequestContext,
  call: MutationCall,
  prepare: Prepare<P>,
  command: (tx: Transaction, prepared: P) => Promise<Answered>,
  batched?: Batched<Input>,
): Promise<Outcome> {
  const alone = (): Promise<Outcome> => performAlone(context, call, prepare, command);
  if (!batched) return alone();
  const { batching, input } = batched;
  const { viewer, signal, services } = context;
  return services.get(BATCH_QUEUES).enter(`${call.mutation} ${batching.queueKey(input)} ${viewer.shapeKey}`, {
    who: { context, call, remembered: rememberedCall(viewer, call), input },
    account: accountOf(viewer),
    signal,
    waits: () => context.permit?.release(),
    alone,
    together: (group) => performBatch(group, batching),
  });
}

async function performAlone<P>(
  context: RequestContext,
  call: MutationCall,
  prepare: Prepare<P>,
  command: (tx: Transaction, prepared: P) => Promise<Answered>,
): Promise<Outcome> {
  let notes: Notes = {};
  try {
    const prepared = await prepare();
    return outcomeOf(
      context,
      await inTransaction(context, (tx) => {
        notes = tx.notes;
        return once(tx, call, () => command(tx, prepared));
      }),
    );
  } catch (thrown) {
    const error = refusedAsOwn(thrown, call.rules);
    if (!(error instanceof RuleViolation) || !lists(call, error)) throw error;
    await inTransaction(context, (tx) =>
      recordCall(tx, {
        mutation: call.mutation,
        outcome: AuditOutcome.REFUSED,
        code: error.code,
        subjects: call.subjects,
        notes,
      }),
    );
    return outcomeOfRefusal(context, error, call);
  }
}

async function once(tx: Transaction, call: MutationCall, command: () => Promise<Answered>): Promise<Done> {
  await call.lockFirst?.(tx);
  if (call.byRoles) await holdRightsAtWork(tx);
  const remembered = rememberedCall(tx.viewer, call);
  const recalled = remembered && (await recall(tx, remembered));
  if (recalled?.taken === null) return fromMemory(recalled.result);
  const before = tx.changes.count;
  const answered = await command();
  const done = answered instanceof PartlyDone ? answered : new PartlyDone(answered, []);
  const refusal = refusalOf(done);
  await tx.em.flush();
  // A call that has changed nothing is no event, unless it tells a secret: that is one however often it is asked for.
  const hasChanged = tx.changes.count > before;
  const isEvent = refusal !== null || (call.audited && (hasChanged || tellsSecrets(call, done.result)));
  await conclude(tx, [
    {
      by: tx,
      mutation: call.mutation,
      outcome: refusal === null ? AuditOutcome.SUCCEEDED : AuditOutcome.REFUSED,
      code: refusal,
      isEvent,
      onceAnHour: refusal === null && !hasChanged,
      subjects: { ...call.subjects, ...idsOf(call, done.result) },
      notes: tx.notes,
      ...(recalled && refusal === null && { remembered: { id: recalled.taken, result: forMemory(call, done) } }),
    },
  ]);
  if (recalled && refusal !== null) await forget(tx, [recalled.taken]);
  return done;
}

/** Why all was refused, though something that was written stays; null where anything was done. */
function refusalOf({ result, refused: [why], auditCode }: PartlyDone<Result>): string | null {
  return why !== undefined && Object.values(result).every((each) => each === null) ? (auditCode ?? why.code) : null;
}

/** Notes in the audit log that a call was refused by what is no rule of its mutation, in a transaction of its own. */
export async function recordRefusal(
  context: RequestContext,
  call: Pick<MutationCall, 'mutation' | 'subjects'>,
  code: string,
): Promise<void> {
  await inTransaction(context, (tx) => recordCall(tx, { ...call, outcome: AuditOutcome.REFUSED, code }));
}
