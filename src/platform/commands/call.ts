import type { Viewer } from '../auth/index.ts';
import { inLocale, RuleViolation, type Rules } from '../errors/index.ts';
import type { RequestContext } from '../request/index.ts';
import { checkKey, hashOfInput, type RememberedCall } from './idempotency.ts';
import { RowsRefused } from './bulk/rows.ts';
import type { Transaction } from './transaction.ts';

/** An expected failure, as data. */
export interface UserError<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  /** Path into the mutation's input. */
  readonly path: readonly string[];
}

/** The result of a command: ids of what it touched, and plain values. */
export type Result = Readonly<Record<string, unknown>>;

/**
 * The result of a command that refused a part of what was asked (rows of a bulk mutation). Where every result is null
 * it refused all, and yet wrote something that must stay (a count of attempts).
 */
export class PartlyDone<R extends Result> {
  readonly result: R;
  readonly refused: readonly RuleViolation[];
  /** The code of a refusal of all in the audit log, where that may know more than the caller. */
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
  /** The rules that the mutation lists, by code: a violation of one of these becomes data. */
  readonly rules: Rules;
  /** Names of results that are told once: they are neither remembered nor audited. */
  readonly secrets: ReadonlySet<string>;
  /** Names of results that are ids. */
  readonly ids: ReadonlySet<string>;
  /** Ids of what the mutation is about, for the audit record. */
  readonly subjects: Subjects;
  /** False where a retry is done anew: the input has no key. */
  readonly remembered: boolean;
  /** False where a row of its own says that it was done and when: the audit log keeps its refusals alone. */
  readonly audited: boolean;
  /** False where nothing is decided by a role of the caller's: none is held. */
  readonly byRoles: boolean;
  /** Takes the locks that come before the caller's own rights, in a command that ends rights of others. */
  readonly lockFirst?: ((tx: Transaction) => Promise<void>) | undefined;
}

/** Whether the mutation lists the rule that was broken. */
export function lists({ rules }: Pick<MutationCall, 'rules'>, { code }: RuleViolation): boolean {
  return Object.hasOwn(rules, code);
}

export type Subjects = Readonly<Record<string, string | readonly string[]>>;

export interface Outcome {
  /** The answer of the command; where it was refused, what the refusal tells, if anything. Things are read again by id under the caller's rights of now. */
  readonly result: Result | null;
  readonly userErrors: readonly UserError[];
}

/** The result of what was done, and the parts of it that were refused. */
export interface Done {
  readonly result: Result;
  readonly refused: readonly RuleViolation[];
}

/** The answer for whoever asks again. */
interface Remembered {
  readonly result: Result;
  readonly refused: readonly Pick<RuleViolation, 'code' | 'sentence' | 'path'>[];
}

export function forMemory({ secrets }: MutationCall, { result, refused }: Done): Remembered {
  return {
    result: Object.fromEntries(Object.entries(result).filter(([name]) => !secrets.has(name))),
    refused: refused.map(({ code, sentence, path }) => ({ code, sentence, path })),
  };
}

/** Whether it answers what is told once. */
export function tellsSecrets({ secrets }: MutationCall, result: Result): boolean {
  return [...secrets].some((name) => {
    const told = result[name];
    return Array.isArray(told) ? told.length > 0 : told !== null && told !== undefined;
  });
}

export function fromMemory(remembered: unknown): Done {
  const { result, refused } = remembered as Remembered;
  return { result, refused: refused.map(({ code, sentence, path }) => new RuleViolation(code, sentence, path)) };
}

function userErrorOf({ locale }: RequestContext, { code, sentence, path }: RuleViolation): UserError {
  return { code, message: inLocale(sentence, locale), path };
}

/** Under whose name a key is kept. */
export function accountOf(viewer: Viewer): string | null {
  return viewer.accountId ?? viewer.serviceTokenId;
}

export function rememberedCall(viewer: Viewer, { mutation, input, remembered }: MutationCall): RememberedCall | null {
  const key = input.idempotencyKey;
  const account = accountOf(viewer);
  if (!remembered || key === undefined || key === null || account === null) return null;
  checkKey(key);
  return { account, mutation, key, inputHash: hashOfInput(input) };
}

export function idsOf({ ids }: MutationCall, result: Result): Subjects {
  return Object.fromEntries(
    Object.entries(result).filter(
      (entry): entry is [string, string | string[]] => ids.has(entry[0]) && entry[1] !== null,
    ),
  );
}

/** The outcome as the caller is told it. */
export function outcomeOf(context: RequestContext, { result, refused }: Done): Outcome {
  return { result, userErrors: refused.map((violation) => userErrorOf(context, violation)) };
}

/** The outcome as the caller is told it, where nothing was done. */
export function outcomeOfRefusal(context: RequestContext, violation: RuleViolation, { input }: MutationCall): Outcome {
  const all = violation instanceof RowsRefused ? violation.rows : [violation];
  return {
    result: violation.answer,
    userErrors: all.map((each) => ({ ...userErrorOf(context, each), path: pathAsSent(each, input) })),
  };
}

/** Of several fields that do not go together the one that was sent: what a change has left out is not what the caller must mend. */
function pathAsSent({ path, beside }: RuleViolation, input: object): readonly string[] {
  if (beside.length === 0) return path;
  const [within, last] = [path.slice(0, -1), path.at(-1)!];
  const holder = within.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], input);
  const sent = [last, ...beside].find((field) => (holder as Record<string, unknown>)[field] != null);
  return [...within, sent ?? last];
}
