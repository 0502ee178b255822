import type { Dice } from '../../deterministic/index.ts';

/** How one family is made up: children, and guardians of each of its households. */
export interface FamilySize {
  readonly children: number;
  /** One household, or two where parents live apart. */
  readonly homes: readonly number[];
}

const SEPARATED = 0.04;
const THREE_CHILDREN = 0.0175;
const THREE_GUARDIANS = 0.05;

/**
 * Families that have so many children, households and guardians in all. Separated parents have a household each, and
 * one of them is registered in each.
 */
export function familySizes(
  dice: Dice,
  totals: { students: number; households: number; guardians: number },
): FamilySize[] {
  const separated = Math.round(totals.households * SEPARATED);
  const families = totals.households - separated;
  const together = families - separated;

  const withThree = Math.round(families * THREE_CHILDREN);
  const withTwo = totals.students - families - 2 * withThree;
  const guardedByThree = Math.round(together * THREE_GUARDIANS);
  const guardedByTwo = totals.guardians - 2 * separated - together - 2 * guardedByThree;
  if (withTwo < 0 || withTwo + withThree > families || guardedByTwo < 0 || guardedByTwo + guardedByThree > together) {
    throw new Error(`No families have ${JSON.stringify(totals)}.`);
  }

  const children = dice.shuffle(
    repeated([
      [3, withThree],
      [2, withTwo],
      [1, families - withTwo - withThree],
    ]),
  );
  const guardians = dice.shuffle(
    repeated([
      [3, guardedByThree],
      [2, guardedByTwo],
      [1, together - guardedByTwo - guardedByThree],
    ]),
  );
  const apart = new Set(dice.shuffle(Array.from({ length: families }, (_, index) => index)).slice(0, separated));
  return children.map((each, index) => ({ children: each, homes: apart.has(index) ? [1, 1] : [guardians.pop()!] }));
}

function repeated(parts: readonly (readonly [value: number, times: number])[]): number[] {
  return parts.flatMap(([value, times]) => new Array<number>(times).fill(value));
}
