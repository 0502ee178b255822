/** Types that follow from the id of an operation: `PayloadOf<typeof SignUpForShiftId>`. */
import type { MutationId } from '../generated/document-id.ts';

type Id = string & { readonly __apiType?: (variables: never) => unknown };

export type AnswerOf<Operation extends Id> = ReturnType<NonNullable<Operation['__apiType']>>;

export type VariablesOf<Operation extends Id> = Parameters<NonNullable<Operation['__apiType']>>[0];

/** What a mutation is told; its `idempotencyKey` is the kit's to make. */
export type InputOf<Operation extends Id> =
  VariablesOf<Operation> extends { readonly input: infer Input } ? Omit<Input, 'idempotencyKey'> : never;

/** A mutation has one field. */
export type PayloadIn<Data> = NonNullable<Data[keyof Data]>;

export type PayloadOf<Operation extends Id> = PayloadIn<AnswerOf<Operation>>;

/** What a person may expect to fail: a `switch` over its `code` knows all of them. */
export type UserErrorOf<Operation extends Id> =
  PayloadOf<Operation> extends { readonly userErrors: readonly (infer UserError)[] } ? UserError : never;

/** The input of a mutation that is done once, however often it is sent. */
export interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

export type MutationOf<Data, Input> = MutationId<Data, { readonly input: Input }>;
