import type { GraphQLField } from 'graphql';

/** Not all that can be asked can be planned; the complete road answers the rest. */
export class Unplannable extends Error {}

/** For this viewer it is kept on record which rows are read, and the complete road knows them; for others the query is planned. */
export class KeptOnRecord extends Error {}

/** @throws Unplannable unless graphql-js would read the field as a property, with nothing between the value and the answer */
export function mustBeProperty(type: string, field: GraphQLField<unknown, unknown>): void {
  if (field.resolve !== undefined || field.args.length > 0)
    throw new Unplannable(`${type}.${field.name} is more than a property.`);
}
