import type { ComputeContext } from '../declare.ts';
import type { Holder, RowNode, ValueSource } from '../plan/plan.ts';
import { objectMaker } from '../rows.ts';
import { getOfHolder, type Access } from './access.ts';
import type { Values } from './fetched.ts';

/** Each fact of a computed field with the expression that reads it. @param constant names a value in an expression */
export function factExpressions(
  row: RowNode,
  facts: readonly (readonly [name: string, value: string])[],
  access: Access,
  constant: (value: unknown) => string,
): (readonly [name: string, expression: string])[] {
  return facts.map(([name, value]) => {
    const read = access.of(row, value);
    const fact = access.fact(row.type.columns.get(value));
    return [name, fact ? `${constant(fact)}(${read})` : read];
  });
}

/** Takes a value from what was fetched of a row or an object. */
export function valueMaker(
  of: Holder,
  from: ValueSource,
  access: Access,
): (values: Values, context: ComputeContext) => unknown {
  if ('property' in from) return getOfHolder(of, from.property);
  const constants: unknown[] = [];
  const facts = factExpressions(of as RowNode, from.facts, access, (value) => `k[${constants.push(value) - 1}]`);
  const make = objectMaker<(values: Values) => never>('v', facts, constants);
  const { value } = from.field;
  return (values, context) => value(make(values), context);
}
