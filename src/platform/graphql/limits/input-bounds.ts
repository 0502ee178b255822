/** What input may be, whatever its types: looked at before a document is parsed or a value is coerced, which goes as deep as the value does. */
import { BadUserInput } from '../../errors/index.ts';

/** Of values within values: five levels of `and` and `or` in the longest input of the schema are fewer. */
export const DEEPEST_INPUT = 24;
/** Of lists and objects, and what stands in them. */
export const MOST_INPUT_VALUES = 20_000;

/** @throws BadUserInput for values that are nested too deeply, or too many */
export function refuseOversized(name: 'variables' | 'extensions', given: unknown): void {
  if (typeof given !== 'object' || given === null) return;
  let values = 0;
  let level: object[] = [given];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST_INPUT) {
      throw new BadUserInput(
        { zh: `${name} 最多嵌套 ${DEEPEST_INPUT} 层。`, en: `${name} may be nested ${DEEPEST_INPUT} deep at most.` },
        [name],
      );
    }
    const next: object[] = [];
    for (const each of level) {
      for (const value of Object.values(each) as unknown[]) {
        values += 1;
        if (typeof value === 'object' && value !== null) next.push(value);
      }
      if (values > MOST_INPUT_VALUES) {
        throw new BadUserInput(
          {
            zh: `${name} 最多包含 ${MOST_INPUT_VALUES} 个值。`,
            en: `${name} may hold ${MOST_INPUT_VALUES} values at most.`,
          },
          [name],
        );
      }
    }
    level = next;
  }
}
