import type { Viewer } from '../auth/index.ts';
import { inLocale, RuleViolation } from '../errors/index.ts';
import type { RequestContext } from '../request/index.ts';
import { AuditOutcome } from './audit-record.entity.ts';
import { checkKey, forget, hashOfInput, recall, remember, type RememberedCall } from './idempotency.ts';
import { recordCall } from './record-call.ts';
import { inTransaction, type Notes, type Transaction } from './transaction.ts';

/** An expected failure, as data. */
export interface UserError<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  /** Path into the mutation's input. */
  readonly path: readonly string[];
}

/** What a command tells: ids of what it touched, and plain values. */
export type Result = Readonly<Record<string, unknown>>;

/**
 * What a command did, although it refused a part of what was asked (rows of a bulk mutation). Where every result is
 * null it refused all, and yet wrote something that must stay (a count of attempts).
 */
export class PartlyDone<R extends Result> {
  readonly result: R;
  readonly refused: readonly RuleViolation[];
  /** What the audit log calls a refusal of all, where it may know more than the caller. */
  readonly auditCode: string | undefined;
  constructor(result: R, refused: readonly RuleViolation[], auditCode?: string) {
    this.result = result;
    this.refused = refused;
    this.auditCode = auditCode;
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
  /** False where a retry is to be done anew, whatever its key: the answer is a secret, which is not remembered. */
  readonly remembered: boolean;
}

/** What the command is to know and no transaction may wait for. A rule that it breaks is answered like one of the command. */
export type Prepare<P> = () => Promise<P>;

type Answered = Result | PartlyDone<Result>;

export type Subjects = Readonly<Record<string, string | readonly string[]>>;

export interface Outcome {
  /** What the command answered; where it was refused, what the refusal tells, if anything. What ids stand for is read again under the caller's rights of now. */
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
export async function perform<P>(
  context: RequestContext, call: MutationCall, prepare: Prepare<P>, command: (tx: Transaction, prepared: P) => Promise<Answered>,
): Promise<Outcome> {
  let notes: Notes = {};
  try {
    const prepared = await prepare();
    const { result, refused } = await inTransaction(context, (tx) => {
      notes = tx.notes;
      return once(tx, call, () => command(tx, prepared));
    });
    return { result, userErrors: refused.map((violation) => userErrorOf(context, violation)) };
  } catch (error) {
    if (!(error instanceof RuleViolation) || !call.codes.has(error.code)) throw error;
    await inTransaction(context, (tx) => {
      recordCall(tx, { mutation: call.mutation, outcome: AuditOutcome.REFUSED, code: error.code, subjects: call.subjects, notes });
      return Promise.resolve();
    });
    return { result: error.answer, userErrors: [userErrorOf(context, error)] };
  }
}

async function once(tx: Transaction, call: MutationCall, command: () => Promise<Answered>): Promise<Done> {
  const remembered = rememberedCall(tx.viewer, call);
  const earlier = remembered && (await recall(tx, remembered));
  if (earlier) return fromMemory(earlier.result as Remembered);
  const answered = await command();
  const done = answered instanceof PartlyDone ? answered : new PartlyDone(answered, []);
  const refusal = refusalOf(done);
  recordCall(tx, {
    mutation: call.mutation, outcome: refusal === null ? AuditOutcome.SUCCEEDED : AuditOutcome.REFUSED, code: refusal,
    subjects: { ...call.subjects, ...idsOf(call, done.result) }, notes: tx.notes,
  });
  await tx.em.flush();
  if (remembered) await (refusal === null ? remember(tx, remembered, forMemory(call, done)) : forget(tx, remembered));
  return done;
}

/** Why all was refused, though something that was written stays; null where anything was done. */
function refusalOf({ result, refused: [why], auditCode }: PartlyDone<Result>): string | null {
  return why !== undefined && Object.values(result).every((each) => each === null) ? (auditCode ?? why.code) : null;
}

/** Notes in the audit log that a call was refused by what is no rule of its mutation, in a transaction of its own. */
export async function recordRefusal(context: RequestContext, call: Pick<MutationCall, 'mutation' | 'subjects'>, code: string): Promise<void> {
  await inTransaction(context, (tx) => {
    recordCall(tx, { ...call, outcome: AuditOutcome.REFUSED, code });
    return Promise.resolve();
  });
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

function rememberedCall(viewer: Viewer, { mutation, input, remembered }: MutationCall): RememberedCall | null {
  const key = input.idempotencyKey;
  const account = viewer.accountId ?? viewer.serviceTokenId;
  if (!remembered || key === undefined || key === null || account === null) return null;
  checkKey(key);
  return { account, mutation, key, inputHash: hashOfInput(input) };
}

function idsOf({ ids }: MutationCall, result: Result): Subjects {
  return Object.fromEntries(Object.entries(result).filter((entry): entry is [string, string | string[]] => ids.has(entry[0]) && entry[1] !== null));
}
