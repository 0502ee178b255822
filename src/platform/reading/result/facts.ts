import { keptIn } from '../../memory/index.ts';
import { isMoment, type Column } from '../catalog.ts';
import type { Holder, RowNode, ValueSource } from '../plan/plan.ts';
import { objectMaker } from '../rows.ts';
import type { Values } from './fetched.ts';
import { getOfHolder, type Convert, type Layout, type MakeValue } from './layout.ts';

/** How the value of a column becomes what functions of facts are given: a moment is a Date, though rows hold its text. */
export function factOf(column: Column | undefined, { dateOf }: Layout): Convert | undefined {
  if (!column || !isMoment(column)) return undefined;
  return (value) => (typeof value === 'string' ? dateOf(value) : value);
}

/** Each fact of a computed field with the expression that reads it. @param constant names a value in an expression */
export function factExpressions(
  row: RowNode,
  facts: readonly (readonly [name: string, value: string])[],
  layout: Layout,
  constant: (value: unknown) => string,
): (readonly [name: string, expression: string])[] {
  return facts.map(([name, value]) => {
    const read = layout.of(row, value);
    const fact = factOf(row.type.columns.get(value), layout);
    return [name, fact ? `${constant(fact)}(${read})` : read];
  });
}

/** What takes a value of a plan is made once. */
export function valueMaker(of: Holder, from: ValueSource, layout: Layout): MakeValue {
  return keptIn(layout.makers, from, () => makerOf(of, from, layout));
}

function makerOf(of: Holder, from: ValueSource, layout: Layout): MakeValue {
  if ('property' in from) return getOfHolder(of, from.property);
  const constants: unknown[] = [];
  const facts = factExpressions(of as RowNode, from.facts, layout, (value) => `k[${constants.push(value) - 1}]`);
  const make = objectMaker<(values: Values) => never>('v', facts, constants);
  const { value } = from.field;
  return (values, context) => value(make(values), context);
}
