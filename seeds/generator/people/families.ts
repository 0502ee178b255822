import { GuardianRelation, GuardianshipStatus } from '../../../src/domains/people/index.ts';
import type { Dice } from '../../deterministic/index.ts';
import {
  ADULT_NAMES,
  adultGivenName,
  CHILD_NAMES,
  childGivenName,
  surname,
  SURNAMES,
} from '../../fiction/person-names.ts';
import type { DistrictPlan } from '../plan.ts';
import { ROWS_AT_ONCE, type Workshop } from '../workshop.ts';
import { type FamilySize, familySizes } from './family-sizes.ts';
import type { District, SchoolClass } from './nodes.ts';
import { SchoolPlaces } from './school-places.ts';
import type { AdultPlan, ChildPlan, FamilyPlan, HomePlan, Registry } from './settle-family.ts';

const { FATHER, MOTHER } = GuardianRelation;

/** Relations of the guardians beside two parents, in turn. */
const BESIDE_PARENTS = [
  GuardianRelation.PATERNAL_GRANDMOTHER,
  GuardianRelation.MATERNAL_GRANDMOTHER,
  GuardianRelation.PATERNAL_GRANDFATHER,
  GuardianRelation.MATERNAL_GRANDFATHER,
  GuardianRelation.STEP_PARENT,
  GuardianRelation.SIBLING,
  GuardianRelation.OTHER_RELATIVE,
] as const;
/** Relations of the guardians who are registered in the place of a parent, in turn. */
const INSTEAD_OF_PARENTS = [
  GuardianRelation.PATERNAL_GRANDMOTHER,
  GuardianRelation.FOSTER_PARENT,
  GuardianRelation.MATERNAL_GRANDFATHER,
  GuardianRelation.OTHER_GUARDIAN,
] as const;
const LEGAL: ReadonlySet<GuardianRelation> = new Set([
  FATHER,
  MOTHER,
  GuardianRelation.FOSTER_PARENT,
  GuardianRelation.OTHER_GUARDIAN,
]);

/** Every so many guardians: the share of each exception is then the same at any size. */
const PENDING_EVERY = 97;
const ENDED_EVERY = 113;
const BLOCKED_EVERY = 307;
const REJECTED_EVERY = 151;
const WITHOUT_DATA_EVERY = 199;
const INSTEAD_EVERY = 23;
const CHANGED_CLASS_EVERY = 101;
const NEW_IN_DISTRICT = 0.02;
const WAS_IN_OTHER_CLASS = 0.015;

/** Families for all places in the classes. */
export async function makeFamilies(
  workshop: Workshop,
  plan: DistrictPlan,
  district: District,
  registry: Registry,
): Promise<void> {
  const dice = workshop.dice.called(`families/${plan.code}`);
  const places = new SchoolPlaces(dice, district.schools, plan.volumes.students);
  const sizes = familySizes(dice, plan.volumes).sort((one, other) => other.children - one.children);
  const maker = new FamilyMaker(dice, district);
  let batch = workshop.loader.batch();
  for (const size of sizes) {
    registry.settle(batch, maker.make(size, places.forSiblings(size.children)));
    if (batch.rows >= ROWS_AT_ONCE) {
      await workshop.loader.write(batch);
      batch = workshop.loader.batch();
    }
  }
  await workshop.loader.write(batch);
}

class FamilyMaker {
  readonly #dice: Dice;
  readonly #sixthGrades: readonly SchoolClass[];
  #children = 0;
  #adults = 0;
  #beside = 0;
  #instead = 0;

  constructor(dice: Dice, district: District) {
    this.#dice = dice;
    this.#sixthGrades = district.schools.flatMap((school) => school.lastClasses.filter((each) => each.grade === 6));
  }

  make(size: FamilySize, classes: readonly SchoolClass[]): FamilyPlan {
    const family = this.#dice.int(0, SURNAMES.length - 1);
    const children = classes.map((schoolClass) => this.#child(family, schoolClass));
    const homes: HomePlan[] =
      size.homes.length === 1
        ? [{ adults: this.#together(family, size.homes[0]!) }]
        : [{ adults: [this.#adult(family, MOTHER)] }, { adults: [this.#adult(family, FATHER)] }];
    return { children, homes };
  }

  #child(family: number, schoolClass: SchoolClass): ChildPlan {
    this.#children += 1;
    const others = schoolClass.school.classes.filter(
      (each) => each.grade === schoolClass.grade && each !== schoolClass,
    );
    const changed = this.#children % CHANGED_CLASS_EVERY === 0 && others.length > 0;
    return {
      name: surname(family) + childGivenName(this.#dice.int(0, CHILD_NAMES - 1)),
      schoolClass,
      lastClass: this.#lastClass(schoolClass),
      ...(changed && { leftClass: this.#dice.pick(others) }),
    };
  }

  /** Where the child was a year before: in the same class, or in the sixth grade of some primary school. */
  #lastClass({ school, grade, from }: SchoolClass): SchoolClass | null {
    if (grade === 1 || this.#dice.chance(NEW_IN_DISTRICT)) return null;
    if (!from) return this.#sixthGrades.length === 0 ? null : this.#dice.pick(this.#sixthGrades);
    if (!this.#dice.chance(WAS_IN_OTHER_CLASS)) return from;
    return this.#dice.pick(school.lastClasses.filter((each) => each.grade === grade - 1));
  }

  #together(family: number, count: number): AdultPlan[] {
    const first = this.#dice.chance(0.6) ? MOTHER : FATHER;
    if (count === 1) return [this.#adult(family, this.#only(first))];
    const adults = [this.#adult(family, first), this.#adult(family, first === MOTHER ? FATHER : MOTHER)];
    if (count === 3) adults.push(this.#adult(family, BESIDE_PARENTS[this.#beside++ % BESIDE_PARENTS.length]!));
    return adults;
  }

  #only(parent: GuardianRelation): GuardianRelation {
    this.#instead += 1;
    if (this.#instead % INSTEAD_EVERY !== 0) return parent;
    return INSTEAD_OF_PARENTS[(this.#instead / INSTEAD_EVERY) % INSTEAD_OF_PARENTS.length]!;
  }

  /** A father, and whoever is his kin, has the name of the child. */
  #adult(family: number, relation: GuardianRelation): AdultPlan {
    this.#adults += 1;
    const kin =
      relation === FATHER ||
      relation === GuardianRelation.PATERNAL_GRANDFATHER ||
      relation === GuardianRelation.SIBLING;
    const own = kin ? family : this.#dice.int(0, SURNAMES.length - 1);
    return {
      name: surname(own) + adultGivenName(this.#dice.int(0, ADULT_NAMES - 1)),
      relation,
      legal: LEGAL.has(relation),
      status: this.#status(),
      dataAccess: this.#adults % WITHOUT_DATA_EVERY !== 0,
    };
  }

  #status(): GuardianshipStatus {
    if (this.#adults % PENDING_EVERY === 0) return GuardianshipStatus.PENDING;
    if (this.#adults % ENDED_EVERY === 0) return GuardianshipStatus.ENDED;
    if (this.#adults % BLOCKED_EVERY === 0) return GuardianshipStatus.BLOCKED;
    if (this.#adults % REJECTED_EVERY === 0) return GuardianshipStatus.REJECTED;
    return GuardianshipStatus.ACTIVE;
  }
}
