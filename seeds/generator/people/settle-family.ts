import { Account } from '../../../src/domains/identity/index.ts';
import {
  ClassMembership,
  Guardian,
  type GuardianRelation,
  Guardianship,
  GuardianshipStatus,
  Household,
  HouseholdGuardian,
  HouseholdStudent,
  MembershipStatus,
  Person,
  Student,
} from '../../../src/domains/people/index.ts';
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
} from '../../factories/index.ts';
import { phoneNumber } from '../../fiction/person-names.ts';
import type { Batch } from '../../writing/index.ts';
import type { NamedAccount } from '../plan.ts';
import type { Workshop } from '../workshop.ts';
import type { Adult, Child, District, Home, SchoolClass } from './nodes.ts';
import { Timetable } from './timetable.ts';

export interface ChildPlan {
  readonly name: string;
  readonly schoolClass: SchoolClass;
  readonly lastClass: SchoolClass | null;
  /** Where the child was until a change of class within this year. */
  readonly leftClass?: SchoolClass;
}

export interface AdultPlan {
  readonly name: string;
  readonly relation: GuardianRelation;
  readonly legal: boolean;
  readonly status?: GuardianshipStatus;
  readonly dataAccess?: boolean;
  readonly account?: NamedAccount;
}

export interface HomePlan {
  readonly adults: readonly AdultPlan[];
}

/** Every child lives in every home, and every adult answers for every child. */
export interface FamilyPlan {
  readonly children: readonly ChildPlan[];
  readonly homes: readonly HomePlan[];
}

type MutableAdult = Adult & { children: Child[] };

/** Writes a family with all its ties, and enters it among the people of the district. */
export class Registry {
  readonly #workshop: Workshop;
  readonly #district: District;
  #students = 0;
  #adults = 0;

  constructor(workshop: Workshop, district: District) {
    this.#workshop = workshop;
    this.#district = district;
  }

  settle(batch: Batch, plan: FamilyPlan): Adult[] {
    const children = plan.children.map((each) => this.#enrol(batch, each));
    return plan.homes.flatMap((home, place) => this.#house(batch, home, children, plan.children, place === 0));
  }

  #enrol(batch: Batch, plan: ChildPlan): Child {
    const { ids, calendar } = this.#workshop;
    this.#students += 1;
    const entered = calendar.year - (plan.schoolClass.grade - 1);
    const student = aStudent({
      id: ids.next('student'),
      name: plan.name,
      studentNumber: `${this.#district.record.code}${entered}${String(this.#students).padStart(6, '0')}`,
      school: plan.schoolClass.school.record,
    });
    batch.add(Student, student);
    const child: Child = {
      id: student.id,
      name: plan.name,
      schoolClass: plan.schoolClass,
      lastClass: plan.lastClass,
      homes: [],
    };
    const join = (schoolClass: SchoolClass, joinedOn: string, status = MembershipStatus.ACTIVE): void =>
      batch.add(
        ClassMembership,
        aClassMembership({
          id: ids.next('class-membership'),
          student,
          schoolClass: schoolClass.record,
          joinedOn,
          status,
        }),
      );
    if (plan.lastClass) {
      // A child who has gone on to another school is in no class of the old one.
      join(
        plan.lastClass,
        `${calendar.year - 1}-09-01`,
        plan.lastClass.school === plan.schoolClass.school ? MembershipStatus.ACTIVE : MembershipStatus.ENDED,
      );
      plan.lastClass.children.push(child);
    }
    if (plan.leftClass) join(plan.leftClass, `${calendar.year}-09-01`, MembershipStatus.ENDED);
    join(plan.schoolClass, plan.leftClass ? `${calendar.year}-10-09` : `${calendar.year}-09-01`);
    plan.schoolClass.children.push(child);
    return child;
  }

  #house(batch: Batch, plan: HomePlan, children: Child[], plans: readonly ChildPlan[], first: boolean): Adult[] {
    const { ids } = this.#workshop;
    const household = aHousehold({ id: ids.next('household') });
    batch.add(Household, household);
    const home: Home = { id: household.id, adults: [], children };
    for (const child of children) {
      batch.add(HouseholdStudent, aHouseholdStudent({ id: ids.next('household-student'), household, student: child }));
      child.homes.push(home);
    }
    plan.adults.forEach((each, place) => {
      const adult = this.#register(batch, each, children, plans, first && place === 0);
      batch.add(
        HouseholdGuardian,
        aHouseholdGuardian({ id: ids.next('household-guardian'), household, guardian: adult.guardian }),
      );
      adult.homes.push(home);
      home.adults.push(adult);
    });
    this.#district.homes.push(home);
    return home.adults;
  }

  #register(
    batch: Batch,
    plan: AdultPlan,
    children: readonly Child[],
    plans: readonly ChildPlan[],
    primaryContact: boolean,
  ): Adult {
    const { ids, calendar } = this.#workshop;
    const { status = GuardianshipStatus.ACTIVE } = plan;
    const dataAccess =
      (plan.dataAccess ?? true) && (status === GuardianshipStatus.ACTIVE || status === GuardianshipStatus.ENDED);
    this.#adults += 1;
    const person = aPerson({ id: ids.next('person'), name: plan.name, phone: phoneNumber(this.#adults) });
    const guardian = aGuardian({ id: ids.next('guardian'), person });
    batch.add(Person, person);
    batch.add(Guardian, guardian);
    batch.add(
      Account,
      anAccount({
        person,
        id: plan.account?.id ?? ids.next('account'),
        name: plan.account?.name ?? `guardian-${this.#district.record.code}-${this.#adults}`,
      }),
    );
    children.forEach((child, index) => {
      batch.add(
        Guardianship,
        aGuardianship({
          id: ids.next('guardianship'),
          guardian,
          student: child,
          relation: plan.relation,
          legal: plan.legal,
          primaryContact,
          dataAccess,
          status,
          requestedName: status === GuardianshipStatus.PENDING ? plan.name : null,
          codeEnding: status === GuardianshipStatus.PENDING ? String(1000 + ((this.#adults * 7 + index) % 9000)) : null,
          validFrom:
            status === GuardianshipStatus.PENDING
              ? calendar.date(-3)
              : `${calendar.year - (plans[index]!.schoolClass.grade - 1)}-09-01`,
          validTo: status === GuardianshipStatus.ENDED ? calendar.date(-30) : null,
        }),
      );
    });
    const acts = status === GuardianshipStatus.ACTIVE && dataAccess;
    const adult: MutableAdult = {
      guardian: guardian.id,
      person: person.id,
      name: plan.name,
      acts,
      homes: [],
      children: acts ? [...children] : [],
      timetable: new Timetable(),
    };
    this.#district.adults.push(adult);
    return adult;
  }
}
