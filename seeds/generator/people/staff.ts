import { Account, AccountStatus } from '../../../src/domains/identity/index.ts';
import { Person, Staff, StaffAssignment, StaffRole } from '../../../src/domains/people/index.ts';
import { anAccount, aPerson, aStaff, aStaffAssignment } from '../../factories/index.ts';
import type { Dice } from '../../deterministic/index.ts';
import { ADULT_NAMES, adultGivenName, phoneNumber, surname, SURNAMES } from '../../fiction/person-names.ts';
import type { Batch } from '../../writing/index.ts';
import type { Cast } from '../plan.ts';
import type { Workshop } from '../workshop.ts';
import type { Adult, District, School, SchoolClass, StaffMember } from './nodes.ts';

const HOMEROOM_SUBJECTS = ['语文', '数学', '英语'] as const;
const SUBJECTS = ['英语', '体育', '音乐', '美术', '科学', '道德与法治', '信息科技'] as const;
const CLASSES_OF_A_SUBJECT_TEACHER = 5;
const SUBJECT_TEACHERS_OF_A_CLASS = 3;
const DISABLED_EVERY = 61;
/** Every so many teachers have a child in one of the schools. */
const PARENT_EVERY = 33;

/** Numbers that guardians do not reach, so that nobody's number stands twice in a district. */
const FIRST_PHONE = 94_000;

type Node = Omit<Parameters<typeof aStaffAssignment>[0], 'staff' | 'role' | 'district'>;

/**
 * Hires people. A part is told by a key that a cast may know: `DISTRICT_ADMIN/0`, `SCHOOL_ADMIN/<school>/0`,
 * `GRADE_HEAD/<school>/<grade>` (a homeroom teacher of that grade) and `HOMEROOM/<school>/<grade>/<class>`.
 */
export class StaffOffice {
  readonly #workshop: Workshop;
  readonly #district: District;
  readonly #cast: Cast;
  readonly #dice: Dice;
  #parents: Adult[] = [];
  #count = 0;

  constructor(workshop: Workshop, district: District, cast: Cast) {
    this.#workshop = workshop;
    this.#district = district;
    this.#cast = cast;
    this.#dice = workshop.dice.called(`staff/${district.record.code}`);
  }

  hireForDistrict(batch: Batch): void {
    const { admins, lecturers } = this.#district;
    for (let index = 0; index < 4; index += 1) {
      const admin = this.#hire(batch, `DISTRICT_ADMIN/${index}`);
      admins.push({ ...admin, assignment: this.#assign(batch, admin, StaffRole.DISTRICT_ADMIN, {}) });
    }
    for (let index = 0; index < 6; index += 1)
      this.#assign(batch, this.#hire(batch, `ANALYST/${index}`), StaffRole.ANALYST, {});
    for (let index = 0; index < 8; index += 1) {
      const lecturer = this.#hire(batch, `LECTURER/${index}`);
      this.#assign(batch, lecturer, StaffRole.LECTURER, {});
      lecturers.push(lecturer);
    }
    this.#assign(batch, this.#hire(batch, 'PRIVACY_OFFICER/0'), StaffRole.PRIVACY_OFFICER, {});
  }

  /** When the families are there: some of their members teach. */
  hireForSchools(batch: Batch): void {
    const { adults, schools } = this.#district;
    this.#parents = this.#dice.sample(
      adults.filter((adult) => adult.acts),
      Math.ceil(adults.length / 400),
    );
    for (const school of schools) this.#hireForSchool(batch, school);
  }

  #hireForSchool(batch: Batch, school: School): void {
    for (let index = 0; index < 2; index += 1) {
      const admin = this.#hire(batch, `SCHOOL_ADMIN/${school.index}/${index}`);
      school.admins.push({
        ...admin,
        assignment: this.#assign(batch, admin, StaffRole.SCHOOL_ADMIN, { school: school.record }),
      });
    }
    for (const schoolClass of school.classes) this.#hireHomeroomTeacher(batch, schoolClass);
    this.#keepLastYearsTeachers(batch, school);
    this.#nameGradeHeads(batch, school);
    this.#hireSubjectTeachers(batch, school);
  }

  #hireHomeroomTeacher(batch: Batch, schoolClass: SchoolClass): void {
    const { school, grade, record } = schoolClass;
    const teacher = this.#hire(batch, `HOMEROOM/${school.index}/${grade}/${record.number}`);
    schoolClass.homeroom = teacher;
    const node = { school: school.record, schoolClass: record };
    this.#assign(batch, teacher, StaffRole.HOMEROOM_TEACHER, node);
    this.#assign(batch, teacher, StaffRole.SUBJECT_TEACHER, {
      ...node,
      subject: HOMEROOM_SUBJECTS[record.number % 3]!,
    });
  }

  /** A class keeps its teacher; the teacher of a sixth grade begins anew with a first. */
  #keepLastYearsTeachers(batch: Batch, school: School): void {
    const { year } = this.#workshop.calendar;
    for (const lastClass of school.lastClasses) {
      const next =
        school.classes.find((each) => each.from === lastClass) ??
        school.classes.find((each) => each.from === null && each.record.number === lastClass.record.number);
      lastClass.homeroom = next?.homeroom ?? school.admins[0]!;
      this.#assign(batch, lastClass.homeroom, StaffRole.HOMEROOM_TEACHER, {
        school: school.record,
        schoolClass: lastClass.record,
        validFrom: `${year - 1}-09-01`,
        lastDayGiven: `${year}-08-31`,
      });
    }
  }

  #nameGradeHeads(batch: Batch, school: School): void {
    for (const [grade] of school.gradeAudiences) {
      const classes = school.classes.filter((each) => each.grade === grade);
      const head = this.#cast.account(`GRADE_HEAD/${school.index}/${grade}`)
        ? this.#hire(batch, `GRADE_HEAD/${school.index}/${grade}`)
        : classes[grade % classes.length]!.homeroom!;
      school.gradeHeads.set(grade, head);
      this.#assign(batch, head, StaffRole.GRADE_HEAD, {
        school: school.record,
        grade: this.#workshop.reference.grades.get(grade)!,
      });
    }
  }

  #hireSubjectTeachers(batch: Batch, school: School): void {
    const lessons = school.classes.flatMap((each) => new Array<SchoolClass>(SUBJECT_TEACHERS_OF_A_CLASS).fill(each));
    const teachers = Math.ceil(lessons.length / CLASSES_OF_A_SUBJECT_TEACHER);
    for (let index = 0; index < teachers; index += 1) {
      const teacher = this.#hire(batch, `SUBJECT/${school.index}/${index}`);
      // Every so many places further on is another class, so that nobody teaches a class twice.
      for (let place = index; place < lessons.length; place += teachers) {
        this.#assign(batch, teacher, StaffRole.SUBJECT_TEACHER, {
          school: school.record,
          schoolClass: lessons[place]!.record,
          subject: SUBJECTS[index % SUBJECTS.length]!,
        });
      }
    }
  }

  #hire(batch: Batch, part: string): StaffMember {
    const { ids } = this.#workshop;
    const { code } = this.#district.record;
    this.#count += 1;
    const named = this.#cast.account(part);
    const parent =
      this.#cast.parent(part) ?? (named || this.#count % PARENT_EVERY !== 0 ? undefined : this.#parents.pop());
    const staffNumber = `${code}${String(this.#count).padStart(5, '0')}`;
    const name =
      parent?.name ??
      surname(this.#dice.int(0, SURNAMES.length - 1)) + adultGivenName(this.#dice.int(0, ADULT_NAMES - 1));
    const personId = parent?.person ?? ids.next('person');
    if (!parent) {
      batch.add(Person, aPerson({ id: personId, name, phone: phoneNumber(FIRST_PHONE + this.#count) }));
      batch.add(
        Account,
        anAccount({
          person: personId,
          id: named?.id ?? ids.next('account'),
          name: named?.name ?? `staff-${staffNumber}`,
          status: !named && this.#count % DISABLED_EVERY === 0 ? AccountStatus.DISABLED : AccountStatus.ACTIVE,
        }),
      );
    }
    const staff = aStaff({ id: ids.next('staff'), person: personId, staffNumber });
    batch.add(Staff, staff);
    return { id: staff.id, person: personId, name };
  }

  #assign(batch: Batch, staff: StaffMember, role: StaffAssignment['role'], node: Node): string {
    const { ids, calendar } = this.#workshop;
    const id = ids.next('staff-assignment');
    batch.add(
      StaffAssignment,
      aStaffAssignment({
        validFrom: `${calendar.year}-09-01`,
        ...node,
        id,
        staff,
        role,
        district: this.#district.record,
      }),
    );
    return id;
  }
}
