import type { Dice } from '../../deterministic/index.ts';
import type { Adult, SchoolClass } from '../people/index.ts';

/** The guardians who meet an audience, asked in turn. */
export class Volunteers {
  readonly adults: readonly Adult[];
  #next = 0;

  constructor(dice: Dice, adults: Iterable<Adult>) {
    this.adults = dice.shuffle([...adults]);
  }

  /** The next one who has time, if there is one. */
  whoIsFree(from: Date, to: Date): Adult | undefined {
    for (let asked = 0; asked < this.adults.length; asked += 1) {
      const adult = this.adults[this.#next]!;
      this.#next = (this.#next + 1) % this.adults.length;
      if (adult.timetable.isFree(from, to)) return adult;
    }
    return undefined;
  }
}

/** Guardians who may act for a child that is in one of the classes today. */
export function guardiansOf(classes: readonly SchoolClass[]): Set<Adult> {
  const adults = new Set<Adult>();
  for (const { children } of classes) {
    for (const child of children) {
      for (const home of child.homes) {
        for (const adult of home.adults) if (adult.acts) adults.add(adult);
      }
    }
  }
  return adults;
}
