import { Account } from '../../src/domains/identity/index.ts';
import {
  ClassMembership, Guardian, GuardianRelation, Guardianship, Household, HouseholdGuardian, HouseholdStudent, Person, Student,
} from '../../src/domains/people/index.ts';
import {
  aClassMembership, aGuardian, aGuardianship, aHousehold, aHouseholdGuardian, aHouseholdStudent, anAccount, aPerson, aStudent,
  type Given, type GuardianRecord, type GuardianshipRecord, type HouseholdRecord, type PersonRecord, type StudentRecord,
} from '../factories/index.ts';
import type { Batch } from '../writing/index.ts';
import { OrganisationSeeds, type SeededClass } from './organisation.ts';

/** Somebody who can sign in. */
export interface SeededPerson {
  readonly accountId: string;
  /** Id of the person: the `person` of whatever else they are. */
  readonly person: string;
  readonly name: string;
}

export type SeededGuardian = GuardianRecord & SeededPerson & {
  readonly household: HouseholdRecord;
  /** One for each child of the family. */
  readonly guardianships: readonly GuardianshipRecord[];
};

export interface SeededFamily {
  readonly students: readonly StudentRecord[];
  readonly student: StudentRecord;
  readonly households: readonly HouseholdRecord[];
  readonly household: HouseholdRecord;
  readonly guardians: readonly SeededGuardian[];
  readonly guardian: SeededGuardian;
}

export interface FamilyOf {
  /** The class of the child; with `classes` there is a child in each. */
  readonly schoolClass?: SeededClass;
  readonly classes?: readonly SeededClass[];
  readonly guardians?: number;
  /** Separated parents: a household for each guardian, and every child in all of them. */
  readonly apart?: boolean;
  /** What is special about the guardianships: status, data access, dates. */
  readonly guardianship?: Given<Guardianship>;
}

const PARENTS = [GuardianRelation.MOTHER, GuardianRelation.FATHER];

export class FamilySeeds extends OrganisationSeeds {
  /** Children with their guardians, who have accounts and answer for all of them. */
  async family({ schoolClass, classes = schoolClass ? [schoolClass] : [], guardians = 1, apart = false, guardianship = {} }: FamilyOf): Promise<SeededFamily> {
    if (classes.length === 0) throw new Error('A family needs the class of its child.');
    const students = classes.map((each) => aStudent({ school: each.school }));
    const households = Array.from({ length: apart ? guardians : 1 }, () => aHousehold());
    const seeded: SeededGuardian[] = [];
    await this.write((batch) => {
      students.forEach((student, index) => {
        batch.add(Student, student);
        batch.add(ClassMembership, aClassMembership({ student, schoolClass: classes[index]! }));
      });
      for (const household of households) {
        batch.add(Household, household);
        for (const student of students) batch.add(HouseholdStudent, aHouseholdStudent({ household, student }));
      }
      for (let index = 0; index < guardians; index += 1) {
        const relation = PARENTS[index] ?? GuardianRelation.OTHER_RELATIVE;
        seeded.push(addGuardian(batch, households[apart ? index : 0]!, students, { relation, primaryContact: index === 0, ...guardianship }));
      }
    });
    return {
      students, student: students[0]!, households, household: households[0]!, guardians: seeded, guardian: seeded[0]!,
    };
  }

  /** One more guardian of a family. */
  async guardian({ family, household = family.household, ...guardianship }: Given<Guardianship> & {
    readonly family: SeededFamily; readonly household?: HouseholdRecord;
  }): Promise<SeededGuardian> {
    let seeded: SeededGuardian | undefined;
    await this.write((batch) => {
      seeded = addGuardian(batch, household, family.students, guardianship);
    });
    return seeded!;
  }

  /** A person with an account and no part to play yet. */
  async person(given: Given<Person> = {}): Promise<SeededPerson & { readonly record: PersonRecord }> {
    const record = aPerson(given);
    const account = anAccount({ person: record });
    await this.write((batch) => {
      batch.add(Person, record);
      batch.add(Account, account);
    });
    return { record, accountId: account.id, person: record.id, name: record.name };
  }
}

function addGuardian(batch: Batch, household: HouseholdRecord, students: readonly StudentRecord[], given: Given<Guardianship>): SeededGuardian {
  const person = aPerson();
  const account = anAccount({ person });
  const guardian = aGuardian({ person });
  const guardianships = students.map((student) => aGuardianship({ ...given, guardian, student }));
  batch.add(Person, person);
  batch.add(Account, account);
  batch.add(Guardian, guardian);
  batch.add(HouseholdGuardian, aHouseholdGuardian({ household, guardian }));
  for (const each of guardianships) batch.add(Guardianship, each);
  return { ...guardian, accountId: account.id, name: person.name, household, guardianships };
}
