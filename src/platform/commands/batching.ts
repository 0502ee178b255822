import { constraintOf } from '../database/index.ts';
import { RuleViolation } from '../errors/index.ts';
import type { RequestContext } from '../request/index.ts';
import { AuditOutcome } from './records/audit-record.entity.ts';
import {
  forMemory,
  fromMemory,
  idsOf,
  lists,
  outcomeOf,
  outcomeOfRefusal,
  type MutationCall,
  type Outcome,
  type Result,
} from './call.ts';
import { forget, recallAll, type Recalled, type RememberedCall } from './idempotency.ts';
import { conclude, type Concluded } from './records/record-call.ts';
import { inTransactionTogether, type Transaction } from './transaction.ts';

/** One of several who call the same mutation at the same moment. */
export interface BatchedCall<Input> extends Pick<RequestContext, 'viewer' | 'now'> {
  readonly input: Input;
}

/** How a mutation serves several at once, where a crowd wants the same thing. */
export interface Batching<Input, R extends Result> {
  /** A key of what they want, e.g. the id of a role: those who have the same stand in one line. */
  readonly queueKey: (input: Input) => string;
  /**
   * Does for each of them what the command would, as far as nothing special is about them. Their viewers are of one
   * shape and of different accounts; `tx.viewer` is nobody.
   * @returns what became of each: what the command answers, the rule that is broken (nothing is written for whoever breaks
   *   one), or null: their own call finds out
   * @throws what PostgreSQL refuses: nothing is done then, and each is served by their own call
   */
  readonly run: (
    tx: Transaction,
    callers: readonly BatchedCall<Input>[],
  ) => Promise<readonly (R | RuleViolation | null)[]>;
}

/** Somebody in a crowd, with the request that waits. */
export interface QueuedRequest<Input> {
  readonly context: RequestContext;
  readonly call: MutationCall;
  /** Under which key it is remembered, if any. */
  readonly remembered: RememberedCall | null;
  readonly input: Input;
}

/**
 * Serves several who call the same mutation, in one transaction: each has an answer, an audit record and a remembered
 * call of their own, as if they had come one after the other.
 * @returns what each is told, null for whoever must be served alone; undefined where that is everybody
 */
export async function performBatch<Input>(
  group: readonly QueuedRequest<Input>[],
  batching: Batching<Input, Result>,
): Promise<(Outcome | null)[] | undefined> {
  try {
    return await inTransactionTogether(
      group.map(({ context }) => context),
      (tx) => serve(tx, group, batching),
    );
  } catch (error) {
    // What one of them wrote was refused, and with it what the others did.
    if (constraintOf(error) !== undefined) return undefined;
    throw error;
  }
}

async function serve<Input>(
  tx: Transaction,
  group: readonly QueuedRequest<Input>[],
  { run }: Batching<Input, Result>,
): Promise<(Outcome | null)[]> {
  const withKey = group.filter(({ remembered }) => remembered !== null);
  const keys = await recallAll(
    tx,
    withKey.map(({ remembered }) => remembered!),
  );
  const recalled = new Map(withKey.map((each, index) => [each, keys[index]!]));
  const fresh = group.filter((each) => recalled.get(each)?.taken !== null);
  const results =
    fresh.length === 0
      ? []
      : await run(
          tx,
          fresh.map(({ context: { viewer, now }, input }) => ({ viewer, now, input })),
        );
  const resultOf = new Map(fresh.map((each, index) => [each, ofThisMutation(each, results[index]!)]));
  await tx.em.flush();
  await conclude(
    tx,
    fresh.flatMap((each) => concluded(each, resultOf.get(each)!, recalled.get(each)?.taken)),
  );
  await forget(
    tx,
    withKey.filter((each) => isNothingDone(resultOf.get(each))).map((each) => recalled.get(each)!.taken!),
  );
  return group.map((each) => told(each, resultOf.get(each), recalled.get(each)));
}

/** The outcome for one of them; null where their own call is to find out. */
type CallResult = Result | RuleViolation | null;

/** A rule that the mutation does not list is for their own call to tell. */
function ofThisMutation({ call }: QueuedRequest<unknown>, result: CallResult): CallResult {
  return result instanceof RuleViolation && !lists(call, result) ? null : result;
}

/** False also for those who had been answered before. */
function isNothingDone(result: CallResult | undefined): boolean {
  return result === null || result instanceof RuleViolation;
}

function concluded(
  { context, call }: QueuedRequest<unknown>,
  result: CallResult,
  taken: string | null | undefined,
): Concluded[] {
  const { mutation, subjects } = call;
  if (result === null) return [];
  if (result instanceof RuleViolation)
    return [{ by: context, mutation, subjects, outcome: AuditOutcome.REFUSED, code: result.code }];
  return [
    {
      by: context,
      mutation,
      outcome: AuditOutcome.SUCCEEDED,
      subjects: { ...subjects, ...idsOf(call, result) },
      ...(taken && { remembered: { id: taken, result: forMemory(call, { result, refused: [] }) } }),
    },
  ];
}

function told(
  { context, call, remembered }: QueuedRequest<unknown>,
  result: CallResult | undefined,
  recalled: Recalled | undefined,
): Outcome | null {
  // Another input under the same key is told by their own call.
  if (recalled?.taken === null)
    return recalled.inputHash === remembered!.inputHash ? outcomeOf(context, fromMemory(recalled.result)) : null;
  if (result instanceof RuleViolation) return outcomeOfRefusal(context, result, call);
  return result ? outcomeOf(context, { result, refused: [] }) : null;
}
