import { factKey, factOf, type ReadType } from './catalog.ts';
import type { Computed } from './declare.ts';
import { objectMaker } from './rows.ts';

/** A function that takes the facts of a computed field from a row. */
export function factsMaker(
  type: ReadType,
  name: string,
  field: Computed,
): (row: Readonly<Record<string, unknown>>) => never {
  const constants: unknown[] = [];
  return objectMaker(
    'row',
    Object.entries(field.facts).map(([fact, source]) => {
      const key = factKey(type, name, fact, source);
      const convert = factOf(type.columns.get(key));
      const value = `row[${JSON.stringify(key)}]`;
      return [fact, convert ? `k[${constants.push(convert) - 1}](${value})` : value];
    }),
    constants,
  );
}
