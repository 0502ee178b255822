import type { GraphQLField } from 'graphql';
import type { FallbackReason } from '../../request/index.ts';

/** Not all that can be asked can be planned; resolvers answer the rest. */
export class Unplannable extends Error {
  readonly reason: FallbackReason;
  /** The field or the type. */
  readonly at: string;

  constructor(reason: FallbackReason, at: string) {
    super(`${at}: ${reason}`);
    this.reason = reason;
    this.at = at;
  }
}

/** @throws Unplannable unless graphql-js would read the field as a property, with nothing between the value and the answer */
export function mustBeProperty(type: string, field: GraphQLField<unknown, unknown>): void {
  if (field.resolve !== undefined || field.args.length > 0) throw new Unplannable('resolver', `${type}.${field.name}`);
}
