import { Account } from '../../src/domains/identity/index.ts';
import {
  ClassMembership,
  Guardian,
  GuardianRelation,
  Guardianship,
  Household,
  HouseholdGuardian,
  HouseholdStudent,
  Person,
  Student,
} from '../../src/domains/people/index.ts';
import {
  aClassMembership,
  aGuardian,
  aGuardianship,
  aHousehold,
  aHouseholdGuardian,
  aHouseholdStudent,
  anAccount,
  aPerson,
  aStudent,
  type AccountRecord,
  type ClassMembershipRecord,
  type Given,
  type GuardianRecord,
  type GuardianshipRecord,
  type HouseholdRecord,
  type PersonRecord,
  type SchoolClassRecord,
  type StudentRecord,
} from '../factories/index.ts';
import type { Scenario } from './scenario.ts';

export interface FamilyGuardian {
  readonly person: PersonRecord;
  readonly account: AccountRecord;
  readonly guardian: GuardianRecord;
  readonly guardianships: readonly GuardianshipRecord[];
  /** The account to ask as. */
  readonly accountId: string;
}

export interface Family {
  readonly household: HouseholdRecord;
  readonly students: readonly StudentRecord[];
  readonly memberships: readonly ClassMembershipRecord[];
  readonly guardians: readonly FamilyGuardian[];
  /** The first guardian. */
  readonly parent: FamilyGuardian;
}

export interface FamilyOptions {
  readonly guardians?: number;
  readonly guardianship?: Given<Guardianship>;
  /** Children who are there already: the second household of parents who live apart. */
  readonly students?: readonly StudentRecord[];
}

const RELATIONS = [GuardianRelation.MOTHER, GuardianRelation.FATHER, GuardianRelation.MATERNAL_GRANDMOTHER];

/** A household with a child in each of the classes, and guardians of all of them. */
export async function family(
  scenario: Scenario,
  classes: readonly SchoolClassRecord[],
  options: FamilyOptions = {},
): Promise<Family> {
  const [made] = await families(scenario, 1, classes, options);
  return made!;
}

/** Many at once. */
export async function families(
  scenario: Scenario,
  count: number,
  classes: readonly SchoolClassRecord[],
  options: FamilyOptions = {},
): Promise<Family[]> {
  const all = Array.from({ length: count }, () => imagine(classes, options));
  await scenario.write((put) => {
    for (const each of all) {
      put(Household, each.household);
      if (!options.students) {
        for (const student of each.students) put(Student, student);
        for (const membership of each.memberships) put(ClassMembership, membership);
      }
      for (const student of each.students)
        put(HouseholdStudent, aHouseholdStudent({ household: each.household, student }));
      for (const { person, account, guardian, guardianships } of each.guardians) {
        put(Person, person);
        put(Account, account);
        put(Guardian, guardian);
        put(HouseholdGuardian, aHouseholdGuardian({ household: each.household, guardian }));
        for (const guardianship of guardianships) put(Guardianship, guardianship);
      }
    }
  });
  return all;
}

function imagine(classes: readonly SchoolClassRecord[], options: FamilyOptions): Family {
  const household = aHousehold();
  const students = options.students ?? classes.map((schoolClass) => aStudent({ school: schoolClass.school }));
  const memberships = options.students
    ? []
    : classes.map((schoolClass, index) => aClassMembership({ schoolClass, student: students[index]! }));
  const guardians = Array.from({ length: options.guardians ?? 1 }, (_, index): FamilyGuardian => {
    const person = aPerson();
    const account = anAccount({ person });
    const guardian = aGuardian({ person });
    const relation = RELATIONS[index] ?? GuardianRelation.OTHER_RELATIVE;
    const guardianships = students.map((student) =>
      aGuardianship({ guardian, student, relation, primaryContact: index === 0, ...options.guardianship }),
    );
    return { person, account, guardian, guardianships, accountId: account.id };
  });
  return { household, students, memberships, guardians, parent: guardians[0]! };
}
