import { inLocale, RuleViolation } from '../errors/index.ts';
import type { RequestContext } from '../request/index.ts';
import { AuditOutcome, AuditRecord } from './audit-record.entity.ts';
import { checkKey, hashOfInput, recall, remember, type RememberedCall } from './idempotency.ts';
import { inTransaction, type Transaction } from './transaction.ts';

/** An expected failure, as data. */
export interface UserError<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  /** Path into the mutation's input. */
  readonly path: readonly string[];
}

export interface MutationCall<Code extends string> {
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>> & { readonly idempotencyKey?: string | null };
  /** The codes that the mutation lists: a violation with one of them becomes data. */
  readonly codes: Readonly<Record<string, Code>>;
  /** Ids of what the mutation is about, for the audit record. */
  readonly subjects: Readonly<Record<string, string>>;
}

export interface Outcome<Result, Code extends string> {
  /** What the command answered: ids only, for the answer is read again under the caller's rights of now. */
  readonly result: Result | null;
  readonly userErrors: readonly UserError<Code>[];
}

/**
 * Runs one command as a mutation: in a transaction, once for each idempotency key, audited whatever the outcome.
 * @throws what is no rule of this mutation: Forbidden, NotFound, BadUserInput, or a fault
 */
export async function perform<Result extends Readonly<Record<string, string | null>>, Code extends string>(
  context: RequestContext, call: MutationCall<Code>, command: (tx: Transaction) => Promise<Result>,
): Promise<Outcome<Result, Code>> {
  return settle(context, call, () =>
    inTransaction(context, async (tx) => {
      const remembered = rememberedCall(context, call);
      const earlier = remembered && (await recall(tx, remembered));
      if (earlier) return earlier.result as Result;
      const result = await command(tx);
      record(tx, call, AuditOutcome.SUCCEEDED, null, { ...call.subjects, ...withoutNulls(result) });
      await tx.em.flush();
      if (remembered) await remember(tx, remembered, result);
      return result;
    }),
  );
}

/** Turns a broken rule that the mutation lists into data, and records the refusal in a transaction of its own. */
async function settle<Result, Code extends string>(
  context: RequestContext, call: MutationCall<Code>, run: () => Promise<Result>,
): Promise<Outcome<Result, Code>> {
  try {
    return { result: await run(), userErrors: [] };
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const code = Object.values(call.codes).find((each) => each === error.code);
    if (code === undefined) throw error;
    await inTransaction(context, (tx) => {
      record(tx, call, AuditOutcome.REFUSED, code, call.subjects);
      return Promise.resolve();
    });
    return { result: null, userErrors: [{ code, message: inLocale(error.sentence, context.locale), path: error.path }] };
  }
}

function rememberedCall<Code extends string>({ viewer }: RequestContext, { mutation, input }: MutationCall<Code>): RememberedCall | null {
  const key = input.idempotencyKey;
  if (key === undefined || key === null || viewer.accountId === null) return null;
  checkKey(key);
  return { account: viewer.accountId, mutation, key, inputHash: hashOfInput(input) };
}

function record(tx: Transaction, call: MutationCall<string>, outcome: AuditOutcome, code: string | null, subjects: Readonly<Record<string, string>>): void {
  tx.em.create(AuditRecord, { account: tx.viewer.accountId, mutation: call.mutation, outcome, code, subjects, createdAt: tx.now });
}

function withoutNulls(result: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(result).filter((entry): entry is [string, string] => entry[1] !== null));
}
