import { type Dice, Shares } from '../../deterministic/index.ts';
import type { School, SchoolClass } from './nodes.ts';

const SAME_SCHOOL = 0.75;
const TRIES = 4;

/** Places in classes, each to be given to one child: as many as there are students, evenly over the classes. */
export class SchoolPlaces {
  readonly #dice: Dice;
  readonly #free: SchoolClass[][];
  readonly #open: number[];
  /** Schools in the order in which first children go to them, one entry a place. */
  readonly #order: number[];

  constructor(dice: Dice, schools: readonly School[], students: number) {
    const shares = new Shares(students, schools.flatMap((school) => school.classes).length);
    this.#dice = dice;
    this.#free = schools.map((school) =>
      dice.shuffle(school.classes.flatMap((each) => new Array<SchoolClass>(shares.next(1)).fill(each))),
    );
    this.#order = dice.shuffle(this.#free.flatMap((places, school) => new Array<number>(places.length).fill(school)));
    this.#open = schools.map((_, index) => index);
  }

  /** Brothers and sisters mostly go to the same school, in different grades where that is possible. */
  forSiblings(count: number): SchoolClass[] {
    const home = this.#nextSchool();
    const taken = [this.#take(home, [])];
    while (taken.length < count) {
      const same = this.#dice.chance(SAME_SCHOOL) && this.#free[home]!.length > 0;
      taken.push(this.#take(same ? home : this.#otherSchool(), taken));
    }
    return taken;
  }

  #nextSchool(): number {
    for (;;) {
      const school = this.#order.pop();
      if (school === undefined) return this.#otherSchool();
      if (this.#free[school]!.length > 0) return school;
    }
  }

  #otherSchool(): number {
    for (;;) {
      const school = this.#dice.pick(this.#open);
      if (this.#free[school]!.length > 0) return school;
      this.#open.splice(this.#open.indexOf(school), 1);
    }
  }

  #take(school: number, siblings: readonly SchoolClass[]): SchoolClass {
    const places = this.#free[school]!;
    let index = places.length - 1;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const candidate = this.#dice.int(0, places.length - 1);
      if (siblings.every((each) => each.grade !== places[candidate]!.grade)) {
        index = candidate;
        break;
      }
    }
    const place = places[index]!;
    places[index] = places[places.length - 1]!;
    places.pop();
    return place;
  }
}
