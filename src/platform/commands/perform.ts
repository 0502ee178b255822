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

/** What a command tells: ids of what it touched, and plain values. */
export type Result = Readonly<Record<string, unknown>>;

/** What a command did, although it refused a part of what was asked (rows of a bulk mutation). */
export class PartlyDone<R extends Result> {
  readonly result: R;
  readonly refused: readonly RuleViolation[];
  constructor(result: R, refused: readonly RuleViolation[]) {
    this.result = result;
    this.refused = refused;
  }
}

export interface MutationCall {
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>> & { readonly idempotencyKey?: string | null };
  /** The codes that the mutation lists: a violation with one of them becomes data. */
  readonly codes: ReadonlySet<string>;
  /** Names of results that are told once: they are neither remembered nor audited. */
  readonly secrets: ReadonlySet<string>;
  /** Names of results that are ids. */
  readonly ids: ReadonlySet<string>;
  /** Ids of what the mutation is about, for the audit record. */
  readonly subjects: Subjects;
}

export type Subjects = Readonly<Record<string, string | readonly string[]>>;

export interface Outcome {
  /** What the command answered, null where it was refused; what ids stand for is read again under the caller's rights of now. */
  readonly result: Result | null;
  readonly userErrors: readonly UserError[];
}

interface Done {
  readonly result: Result;
  readonly refused: readonly RuleViolation[];
}

/**
 * Runs one command as a mutation: in a transaction, once for each idempotency key, audited whatever the outcome.
 * @throws what is no rule of this mutation: Forbidden, NotFound, BadUserInput, or a fault
 */
export async function perform(
  context: RequestContext, call: MutationCall, command: (tx: Transaction) => Promise<Result | PartlyDone<Result>>,
): Promise<Outcome> {
  try {
    const { result, refused } = await inTransaction(context, (tx) => once(tx, context, call, command));
    return { result, userErrors: refused.map((violation) => userErrorOf(context, violation)) };
  } catch (error) {
    if (!(error instanceof RuleViolation) || !call.codes.has(error.code)) throw error;
    await inTransaction(context, (tx) => {
      record(tx, call, AuditOutcome.REFUSED, error.code, call.subjects);
      return Promise.resolve();
    });
    return { result: null, userErrors: [userErrorOf(context, error)] };
  }
}

async function once(
  tx: Transaction, context: RequestContext, call: MutationCall, command: (tx: Transaction) => Promise<Result | PartlyDone<Result>>,
): Promise<Done> {
  const remembered = rememberedCall(context, call);
  const earlier = remembered && (await recall(tx, remembered));
  if (earlier) return fromMemory(earlier.result as Remembered);
  const answered = await command(tx);
  const done = answered instanceof PartlyDone ? answered : { result: answered, refused: [] };
  record(tx, call, AuditOutcome.SUCCEEDED, null, { ...call.subjects, ...idsOf(call, done.result) });
  await tx.em.flush();
  if (remembered) await remember(tx, remembered, forMemory(call, done));
  return done;
}

interface Remembered {
  readonly result: Result;
  readonly refused: readonly Pick<RuleViolation, 'code' | 'sentence' | 'path'>[];
}

function forMemory({ secrets }: MutationCall, { result, refused }: Done): Remembered {
  return {
    result: Object.fromEntries(Object.entries(result).filter(([name]) => !secrets.has(name))),
    refused: refused.map(({ code, sentence, path }) => ({ code, sentence, path })),
  };
}

function fromMemory({ result, refused }: Remembered): Done {
  return { result, refused: refused.map(({ code, sentence, path }) => new RuleViolation(code, sentence, path)) };
}

function userErrorOf({ locale }: RequestContext, { code, sentence, path }: RuleViolation): UserError {
  return { code, message: inLocale(sentence, locale), path };
}

function rememberedCall({ viewer }: RequestContext, { mutation, input }: MutationCall): RememberedCall | null {
  const key = input.idempotencyKey;
  if (key === undefined || key === null || viewer.accountId === null) return null;
  checkKey(key);
  return { account: viewer.accountId, mutation, key, inputHash: hashOfInput(input) };
}

function record(tx: Transaction, call: MutationCall, outcome: AuditOutcome, code: string | null, subjects: Subjects): void {
  tx.em.create(AuditRecord, { account: tx.viewer.accountId, mutation: call.mutation, outcome, code, subjects, createdAt: tx.now });
}

function idsOf({ ids }: MutationCall, result: Result): Subjects {
  return Object.fromEntries(Object.entries(result).filter((entry): entry is [string, string | string[]] => ids.has(entry[0]) && entry[1] !== null));
}
