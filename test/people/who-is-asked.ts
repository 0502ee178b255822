import { expect } from 'vitest';
import { EndAssignmentDocument, IssueBindingCodesDocument } from '../../schema/generated/admin.ts';
import { BindChildDocument } from '../../schema/generated/mini-program.ts';
import {
  aClassMembership,
  aGuardian,
  aGuardianship,
  aHousehold,
  aHouseholdGuardian,
  aHouseholdStudent,
  aStudent,
  type SchoolClassRecord,
  type SchoolRecord,
  type StudentRecord,
} from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import {
  ClassMembership,
  Guardian,
  Guardianship,
  Household,
  HouseholdGuardian,
  HouseholdStudent,
  Student,
} from '../../src/domains/people/index.ts';
import type { TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';

export interface Somebody {
  readonly accountId: string;
}

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
}

export interface Place {
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly principal: StaffMember;
  readonly teacher: StaffMember;
}

/** Schools where somebody asks for something, and to whom of those who may decide it is shown. */
export function askedPeople(world: () => World) {
  /** How many notices of a kind somebody is shown, whether they may see what it is about or not; about one thing where it is named. */
  async function shown(kind: string, all: readonly Somebody[], about?: string): Promise<number[]> {
    const counts: number[] = [];
    for (const who of all) {
      const token = await world().hub.hub.tokens.sign(who.accountId, 400 * 86_400);
      const { data } = await world().hub.ask(
        'query ($kind: String!) { viewer { inbox(first: 100, where: { kind: { eq: $kind } }) { nodes { about { id } } } } }',
        { headers: { authorization: `Bearer ${token}` }, variables: { kind } },
      );
      const nodes = data!['viewer'].inbox.nodes as { about: { id: string } | null }[];
      counts.push(nodes.filter((each) => about === undefined || each.about?.id === about).length);
    }
    return counts;
  }
  const waitsFor = (...all: readonly Somebody[]): Promise<number[]> => shown('people.guardianship-asked', all);
  const rolesWaitFor = (...all: readonly Somebody[]): Promise<number[]> => shown('people.role-asked', all);

  async function done(document: unknown, by: Somebody, input: Asked) {
    const { payload, codes, refused } = await asked(world().hub, document as never, by.accountId, input);
    expect([codes, refused]).toEqual([[], undefined]);
    return payload!;
  }

  /** A school with one administrator and a class with a homeroom teacher. */
  async function place(): Promise<Place> {
    const school = await world().scenario.school();
    const schoolClass = await world().scenario.schoolClass(school);
    return {
      school,
      schoolClass,
      principal: await world().scenario.schoolAdmin(school),
      teacher: await world().scenario.teacher(schoolClass),
    };
  }

  async function pupil({ school, schoolClass }: Place): Promise<StudentRecord> {
    const student = aStudent({ school });
    await world().scenario.write((put) => {
      put(Student, student);
      put(ClassMembership, aClassMembership({ schoolClass, student }));
    });
    return student;
  }

  /** Somebody asks to be the guardian of the pupil. */
  async function binds({ principal }: Place, student: StudentRecord, parent?: Somebody): Promise<string> {
    const issued = await done(IssueBindingCodesDocument, principal, { studentIds: [`student_${student.id}`] });
    const [{ code }] = issued['issued'] as [{ code: string }];
    const payload = await done(BindChildDocument, parent ?? (await family(world().scenario, [])).parent, {
      code,
      relation: 'FATHER',
      name: '测试家长',
    });
    return (payload['guardianship'] as { id: string }).id;
  }

  /** A member of the staff is a guardian as well, of nobody yet. */
  async function asGuardian({ person }: StaffMember) {
    const guardian = aGuardian({ person });
    await world().scenario.write((put) => put(Guardian, guardian));
    return guardian;
  }

  async function isGuardianOf(member: StaffMember, student: StudentRecord): Promise<string> {
    const [guardian, household] = [await asGuardian(member), aHousehold()];
    const tie = aGuardianship({ guardian, student });
    await world().scenario.write((put) => {
      put(Household, household);
      put(HouseholdStudent, aHouseholdStudent({ household, student }));
      put(HouseholdGuardian, aHouseholdGuardian({ household, guardian }));
      put(Guardianship, tie);
    });
    return `guardianship_${tie.id}`;
  }

  const ends = (by: StaffMember, { assignment }: StaffMember) =>
    done(EndAssignmentDocument, by, { assignmentId: `staff-assignment_${assignment.id}` });

  return { shown, waitsFor, rolesWaitFor, done, place, pupil, binds, asGuardian, isGuardianOf, ends };
}
