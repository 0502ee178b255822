import { Account } from '../../src/domains/identity/index.ts';
import { Person, Staff, StaffAssignment, StaffRole } from '../../src/domains/people/index.ts';
import {
  anAccount, aPerson, aStaff, aStaffAssignment, type Given, type Ref, type SchoolRecord, type StaffAssignmentRecord, type StaffRecord,
} from '../factories/index.ts';
import { FamilySeeds, type SeededPerson } from './families.ts';
import type { SeededClass } from './organisation.ts';

export type SeededStaff = StaffRecord & SeededPerson & { readonly assignment: StaffAssignmentRecord };

/** Somebody who is there already takes the part: a teacher who is a parent, an administrator who teaches. */
export interface Who {
  readonly who?: SeededPerson & { readonly staffNumber?: string };
}

type RoleAt = Given<StaffAssignment> & { readonly role: StaffAssignment['role']; readonly district: Ref } & Who;

export class StaffSeeds extends FamilySeeds {
  /** The homeroom teacher of a class. */
  teacher({ schoolClass, ...rest }: { readonly schoolClass: SeededClass } & Given<StaffAssignment> & Who): Promise<SeededStaff> {
    return this.staff({ role: StaffRole.HOMEROOM_TEACHER, ...rest, district: schoolClass.district, school: schoolClass.school, schoolClass });
  }

  subjectTeacher({ schoolClass, ...rest }: { readonly schoolClass: SeededClass } & Given<StaffAssignment> & Who): Promise<SeededStaff> {
    return this.staff({ role: StaffRole.SUBJECT_TEACHER, subject: '数学', ...rest, district: schoolClass.district, school: schoolClass.school, schoolClass });
  }

  /** @param given.grade by number */
  gradeHead({ school, grade, ...rest }: { readonly school: SchoolRecord; readonly grade: number } & Who): Promise<SeededStaff> {
    return this.staff({ role: StaffRole.GRADE_HEAD, ...rest, district: school.district, school, grade: this.gradeId(grade) });
  }

  schoolAdmin({ school, ...rest }: { readonly school: SchoolRecord } & Given<StaffAssignment> & Who): Promise<SeededStaff> {
    return this.staff({ role: StaffRole.SCHOOL_ADMIN, ...rest, district: school.district, school });
  }

  districtAdmin(given: { readonly district?: Ref } & Who = {}): Promise<SeededStaff> {
    return this.#ofDistrict(StaffRole.DISTRICT_ADMIN, given);
  }

  analyst(given: { readonly district?: Ref } & Who = {}): Promise<SeededStaff> {
    return this.#ofDistrict(StaffRole.ANALYST, given);
  }

  lecturerOfDistrict(given: { readonly district?: Ref } & Who = {}): Promise<SeededStaff> {
    return this.#ofDistrict(StaffRole.LECTURER, given);
  }

  privacyOfficer(given: { readonly district?: Ref } & Who = {}): Promise<SeededStaff> {
    return this.#ofDistrict(StaffRole.PRIVACY_OFFICER, given);
  }

  /** Any role at any node. */
  async staff({ who, ...given }: RoleAt): Promise<SeededStaff> {
    const person = aPerson();
    const account = anAccount({ person });
    const known = await this.#staffOf(who);
    const staff = known ?? aStaff({ person: who?.person ?? person });
    const assignment = aStaffAssignment({ ...given, staff });
    await this.write((batch) => {
      if (!who) {
        batch.add(Person, person);
        batch.add(Account, account);
      }
      if (!known) batch.add(Staff, staff);
      batch.add(StaffAssignment, assignment);
    });
    return { ...staff, accountId: who?.accountId ?? account.id, name: who?.name ?? person.name, assignment };
  }

  async #ofDistrict(role: StaffAssignment['role'], { district, ...rest }: { readonly district?: Ref } & Who): Promise<SeededStaff> {
    return this.staff({ role, ...rest, district: district ?? (await this.homeDistrict()) });
  }

  async #staffOf(who: Who['who']): Promise<StaffRecord | undefined> {
    if (!who) return undefined;
    const [row] = await this.rows<{ id: string; staffNumber: string; createdAt: Date }>(
      'select id, staff_number as "staffNumber", created_at as "createdAt" from staff where person_id = $1', [who.person],
    );
    return row && { ...row, person: who.person };
  }
}
