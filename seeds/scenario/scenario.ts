import type { Pool } from 'pg';
import { Account } from '../../src/domains/identity/index.ts';
import {
  Audience,
  AudienceTarget,
  District,
  Person,
  Room,
  School,
  SchoolClass,
  SchoolYear,
  Staff,
  StaffAssignment,
  StaffRole,
} from '../../src/domains/people/index.ts';
import {
  aDistrict,
  anAccount,
  anAudience,
  anAudienceTarget,
  aPerson,
  aRoom,
  aSchool,
  aSchoolClass,
  aSchoolYear,
  aStaff,
  aStaffAssignment,
  minutesAfter,
  type AccountRecord,
  type AudienceRecord,
  type DistrictRecord,
  type Given,
  type PersonRecord,
  type RoomRecord,
  type SchoolClassRecord,
  type SchoolRecord,
  type SchoolYearRecord,
  type StaffAssignmentRecord,
  type StaffRecord,
} from '../factories/index.ts';
import { loadReference, type Reference } from '../reference/index.ts';
import { Batch, writeBatch, type EntityClass, type Tables, type Writable } from '../writing/index.ts';

export interface StaffMember {
  readonly person: PersonRecord;
  readonly account: AccountRecord;
  readonly staff: StaffRecord;
  readonly assignment: StaffAssignmentRecord;
  /** The account to ask as. */
  readonly accountId: string;
}

/** Writes one row. */
export type Put = <Entity extends object>(entity: EntityClass<Entity>, record: Writable<Entity>) => void;

/**
 * A small world for a test, written as it is told: a district with its school year to begin with, then whatever is asked
 * for. Nothing here asks who may do what; the rows are those that the hub would have written.
 */
export class Scenario {
  readonly pool: Pool;
  readonly now: Date;
  readonly district: DistrictRecord;
  readonly schoolYear: SchoolYearRecord;
  readonly reference: Reference;
  readonly #tables: Tables;
  #classes = 0;

  private constructor(
    pool: Pool,
    tables: Tables,
    now: Date,
    district: DistrictRecord,
    schoolYear: SchoolYearRecord,
    reference: Reference,
  ) {
    this.pool = pool;
    this.#tables = tables;
    this.now = now;
    this.district = district;
    this.schoolYear = schoolYear;
    this.reference = reference;
  }

  static async begin(pool: Pool, tables: Tables, now = new Date()): Promise<Scenario> {
    const reference = await loadReference(pool);
    const district = aDistrict();
    const schoolYear = aSchoolYear({ district, year: schoolYearOf(now) });
    const scenario = new Scenario(pool, tables, now, district, schoolYear, reference);
    await scenario.write((put) => {
      put(District, district);
      put(SchoolYear, schoolYear);
    });
    return scenario;
  }

  /** Writes what `fill` puts, in one transaction. */
  async write(fill: (put: Put, batch: Batch) => void): Promise<void> {
    const batch = new Batch(this.#tables);
    fill((entity, record) => batch.add(entity, record), batch);
    await writeBatch(this.pool, batch);
  }

  /** That many minutes from the clock of the scenario; negative before it. */
  at(minutes: number): Date {
    return minutesAfter(this.now, minutes);
  }

  grade(number: number): string {
    return this.reference.grades.get(number)!;
  }

  /** Another school year of the district, e.g. the one before. */
  async anotherYear(years: number): Promise<SchoolYearRecord> {
    const year = aSchoolYear({ district: this.district, year: schoolYearOf(this.now) + years });
    await this.write((put) => put(SchoolYear, year));
    return year;
  }

  async school(given: Given<School> = {}): Promise<SchoolRecord> {
    const school = aSchool({ district: this.district, ...given });
    await this.write((put) => put(School, school));
    return school;
  }

  async room(school: SchoolRecord): Promise<RoomRecord> {
    const room = aRoom({ school });
    await this.write((put) => put(Room, room));
    return room;
  }

  async schoolClass(school: SchoolRecord, gradeNumber = 3, schoolYear = this.schoolYear): Promise<SchoolClassRecord> {
    this.#classes += 1;
    const schoolClass = aSchoolClass({
      school,
      schoolYear,
      grade: this.grade(gradeNumber),
      number: ((this.#classes - 1) % 60) + 1,
    });
    await this.write((put) => put(SchoolClass, schoolClass));
    return schoolClass;
  }

  teacher(
    schoolClass: SchoolClassRecord,
    role: 'HOMEROOM_TEACHER' | 'SUBJECT_TEACHER' = 'HOMEROOM_TEACHER',
  ): Promise<StaffMember> {
    return this.staffMember({
      role: StaffRole[role],
      school: schoolClass.school,
      schoolClass,
      ...(role === 'SUBJECT_TEACHER' && { subject: '数学' }),
    });
  }

  gradeHead(school: SchoolRecord, gradeNumber: number): Promise<StaffMember> {
    return this.staffMember({ role: StaffRole.GRADE_HEAD, school, grade: this.grade(gradeNumber) });
  }

  schoolAdmin(school: SchoolRecord): Promise<StaffMember> {
    return this.staffMember({ role: StaffRole.SCHOOL_ADMIN, school });
  }

  districtAdmin(): Promise<StaffMember> {
    return this.staffMember({ role: StaffRole.DISTRICT_ADMIN });
  }

  analyst(): Promise<StaffMember> {
    return this.staffMember({ role: StaffRole.ANALYST });
  }

  /** Somebody with a role; `person` where it is somebody who is there already, a guardian for one. */
  async staffMember(
    assignment: Omit<Given<StaffAssignment>, 'staff' | 'district'> & Required<Pick<Given<StaffAssignment>, 'role'>>,
    existing?: { readonly person: PersonRecord; readonly account: AccountRecord },
  ): Promise<StaffMember> {
    const person = existing?.person ?? aPerson();
    const account = existing?.account ?? anAccount({ person });
    const staff = aStaff({ person });
    const held = aStaffAssignment({ staff, district: this.district, ...assignment });
    await this.write((put) => {
      if (!existing) {
        put(Person, person);
        put(Account, account);
      }
      put(Staff, staff);
      put(StaffAssignment, held);
    });
    return { person, account, staff, assignment: held, accountId: account.id };
  }

  /** An audience of one target: the district, narrowed as said. */
  async audience(target: Omit<Given<Omit<AudienceTarget, 'key'>>, 'audience'> = {}): Promise<AudienceRecord> {
    const audience = anAudience();
    await this.write((put) => {
      put(Audience, audience);
      put(AudienceTarget, anAudienceTarget({ audience, district: this.district, ...target }));
    });
    return audience;
  }
}

/** School years begin in September. */
function schoolYearOf(now: Date): number {
  return now.getUTCMonth() >= 8 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
}
