/**
 * A mutation as data. A domain declares its input, its rules, what it answers and the command that it runs; payload,
 * error types, resolver, idempotency, audit and access are made from the declaration.
 */
import type { Access } from '../../auth/index.ts';
import type { Batching, PartlyDone, TextForm, Transaction } from '../../commands/index.ts';
import type { AttemptKind } from '../../config/index.ts';
import type { Rules } from '../../errors/index.ts';
import type { EntityClass } from '../../reading/index.ts';
import type { RequestContext } from '../../request/index.ts';
import { MutationInput } from './mutation-input.graphql.ts';
import type { OwnCase } from './own-case.ts';

/** A stored thing that the command names by its bare id; null in the payload where nothing was done or the caller sees none. */
export interface AnsweredThing {
  readonly to: EntityClass;
  /** One English sentence with the Chinese term. */
  readonly description: string;
  /** The command answers several ids, a hundred at most; those that the caller sees are in the payload. */
  readonly several?: boolean;
  /** Field of the input whose thing is answered where nothing was done, so that a client sees how it now stands. */
  readonly otherwise?: string;
}

/** A plain value; null where nothing was done. */
export interface AnsweredValue {
  /** The GraphQL type, as type-graphql takes it. */
  readonly type: () => unknown;
  readonly description: string;
  /** Told once: neither remembered for a retry nor written to the audit log. */
  readonly secret?: boolean;
}

export type MutationAnswer = Readonly<Record<string, AnsweredThing | AnsweredValue>>;

type AnswerOf<A extends MutationAnswer> = {
  readonly [K in keyof A]?: A[K] extends AnsweredThing ? string | readonly string[] | null : unknown;
};

export interface MutationOptions<Input extends object, A extends MutationAnswer, P> {
  /** One English sentence with the Chinese term. */
  readonly description: string;
  readonly access: Access;
  /** A class that extends `MutationInput`, unless nothing of the mutation is remembered. */
  readonly input: new () => Input;
  /**
   * Fields of the input that name stored things: the command gets bare ids, and an id of another type is NOT_FOUND.
   * A path leads into nested objects and lists: `'rows.personId'`.
   */
  readonly ids?: Readonly<Record<string, EntityClass>>;
  /**
   * What each text of the input is, by its path: in the form that the command settles it in, or `MATCHED`: a code, a number or a token
   * that is compared as a whole with what is on record, or has a shape of its own.
   */
  readonly texts?: Readonly<Record<string, TextForm | 'MATCHED'>>;
  /** Whether it decides about somebody, who may be the caller. */
  readonly ownCase: OwnCase;
  /** Codes that the mutation answers as data, with their rules. */
  readonly rules: Rules;
  readonly answer: A;
  /** False where what it tells is good for nothing in a retry without its secrets: its input then has no key. True where left out. */
  readonly remembered?: boolean;
  /** False where a row of its own says that it was done and when: the audit log keeps its refusals alone. True where left out. */
  readonly audited?: boolean;
  /** False where nothing is decided by a role of the caller's, and the command waits for what they do by one elsewhere. True where left out. */
  readonly byRoles?: boolean;
  /** One can guess by it: each call counts against the limit of its kind, and more where it is refused with one of these codes. */
  readonly attempt?: { readonly kind: AttemptKind; readonly missed: readonly string[] };
  /** What is asked of others, or takes long, before the transaction begins, for no transaction may wait for it. */
  readonly prepare?: (context: RequestContext, input: Input) => Promise<P>;
  /**
   * What is locked before the rights that the caller acts by: where it ends rights of others, those and the caller's own in one order.
   * Whoever held their own and then waited for those of another, who does the same, would wait for ever.
   */
  readonly lockFirst?: (tx: Transaction, input: Input) => Promise<void>;
  readonly run: (tx: Transaction, input: Input, prepared: P) => Promise<AnswerOf<A> | PartlyDone<AnswerOf<A>>>;
  /** How several are served at once, where a crowd wants the same thing; nothing is prepared for them. */
  readonly batching?: Batching<Input, AnswerOf<A>>;
}

export interface MutationDeclaration extends MutationOptions<object, MutationAnswer, unknown> {
  readonly name: string;
}

/** Whether a retry under the same key is answered what the first call was. */
export const isRemembered = ({ remembered = true }: { readonly remembered?: boolean }): boolean => remembered;

/** @param name a verb phrase, e.g. `signUpForShift`: of the field, and of its input, payload and error types */
export function mutation<Input extends object, A extends MutationAnswer, P = undefined>(
  name: string,
  options: MutationOptions<Input, A, P>,
): MutationDeclaration {
  if (Object.keys(options.rules).length === 0)
    throw new Error(
      `The mutation ${name} has no code among its \`rules\`: say at least of one thing that it refuses, e.g. NOT_FOUND.`,
    );
  // A key would promise what a retry is not answered.
  if (options.input.prototype instanceof MutationInput !== isRemembered(options))
    throw new Error(
      `The input of ${name} extends MutationInput where calls of ${name} are remembered, and not otherwise.`,
    );
  return { name, ...options } as unknown as MutationDeclaration;
}

export function isThing(each: AnsweredThing | AnsweredValue): each is AnsweredThing {
  return 'to' in each;
}
