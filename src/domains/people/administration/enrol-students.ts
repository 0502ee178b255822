import { shanghaiDay } from '../../../platform/calendar/index.ts';
import {
  nameIn,
  PartlyDone,
  rowByRow,
  RowsRefused,
  type ErrorPolicy,
  type Transaction,
} from '../../../platform/commands/index.ts';
import { RuleViolation, violationOf, type Message } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { ClassMembership, MembershipStatus } from '../families/class-membership.entity.ts';
import { Student } from '../families/student.entity.ts';
import type { SchoolClass } from '../organisation/school-class.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { ownCases } from '../rights/own-cases.ts';
import { rightsEnded, rightsRegained } from '../rights/rights-ended.ts';
import { comeBack, firstDayIn, leaveClass } from '../enrolment/enrolment.steps.ts';
import { isStudentNumber, studentNumberOf } from '../families/student-number.ts';
import { askWhoDecidesOnGuardians } from '../telling/tell-of-guardians.ts';
import { classIAdminister } from './administration.nodes.ts';
import { ENROL_RULES, type EnrolRule } from './administration.rules.ts';

export interface EnrolRow {
  readonly name: string;
  readonly studentNumber: string;
}

export interface Enrolment {
  readonly classId: string;
  readonly rows: readonly EnrolRow[];
  readonly errorPolicy: ErrorPolicy;
}

const MOST_ROWS = 100;
const LONGEST_NAME = 40;

interface NamedRow extends EnrolRow {
  readonly wrong: Message | undefined;
}

/** Which field of the row it is about; of a refusal that is not named here, the row. */
const PATHS: Readonly<Partial<Record<EnrolRule, string[]>>> = {
  NAME_NEEDED: ['name'],
  NAME_DIFFERS: ['name'],
  NUMBER_NEEDED: ['studentNumber'],
  NUMBER_TWICE: ['studentNumber'],
};

interface Known {
  readonly id: string;
  readonly name: string;
  readonly student_number: string;
  readonly school_id: string;
  /** The id of a membership in another class of the same year. */
  readonly membership: string | null;
  readonly in_class: boolean;
}

/**
 * Puts pupils into a class: who is new to the school comes on record, who is in another class of the year changes over.
 * @throws NotFound where the caller does not administer the class, RuleViolation
 */
export async function enrolStudents(
  tx: Transaction,
  { classId, rows, errorPolicy }: Enrolment,
): Promise<PartlyDone<{ schoolClass: string; students: string[] }>> {
  if (rows.length === 0) throw violationOf(ENROL_RULES, 'NO_ROWS', ['rows']);
  if (rows.length > MOST_ROWS) throw violationOf(ENROL_RULES, 'TOO_MANY', ['rows']);
  const schoolClass = await classIAdminister(tx, classId);
  const year = await tx.em.findOneOrFail(SchoolYear, schoolClass.schoolYear.id);
  if (year.endsOn < shanghaiDay(tx.now)) throw violationOf(ENROL_RULES, 'YEAR_OVER', ['classId']);
  const cleaned = rows.map(({ name, studentNumber }) => ({
    ...nameIn(name, LONGEST_NAME),
    studentNumber: studentNumberOf(studentNumber),
  }));
  const known = await knownStudents(
    tx,
    schoolClass,
    cleaned.map((row) => row.studentNumber),
  );
  const own = await ownCases(
    tx,
    [...known.values()].map(({ id }) => id),
  );
  const seen = new Set<string>();
  const { done: students, refused } = await rowByRow(cleaned, { field: 'rows', policy: errorPolicy }, (row) => {
    const student = known.get(row.studentNumber);
    const rule = student && own.has(student.id) ? 'OWN_CHILD' : refusalOf(row, student, schoolClass, seen);
    seen.add(row.studentNumber);
    if (rule === 'NAME_NEEDED' && row.wrong) throw new RuleViolation('NAME_NEEDED', row.wrong, ['name']);
    if (rule !== null) throw violationOf(ENROL_RULES, rule, PATHS[rule]);
    return enrol(tx, { schoolClass, year }, row, student);
  });
  if (students.length === 0) throw new RowsRefused(refused);
  await rightsEnded(tx, {
    studentIds: [...known.values()].flatMap((student) => (student.membership === null ? [] : [student.id])),
  });
  const enrolled = new Set(students);
  const moved = [...known.values()].flatMap(({ id }) => (enrolled.has(id) ? [id] : []));
  await rightsRegained(tx, { studentIds: moved });
  await askWhoDecidesOnGuardians(tx, moved);
  return new PartlyDone({ schoolClass: schoolClass.id, students }, refused);
}

/** Pupils of these numbers, under lock. In which class they are is asked for after the wait: somebody else may have moved them meanwhile. */
async function knownStudents(
  tx: Transaction,
  schoolClass: SchoolClass,
  numbers: readonly string[],
): Promise<Map<string, Known>> {
  const locked = await tx.query<{ id: string }>(
    sql`select stu.id from student stu where stu.student_number = any(${numbers}::text[]) order by stu.id for no key update`,
  );
  const rows =
    await tx.query<Known>(sql`select stu.id, stu.name, stu.student_number, stu.school_id, mem.id as membership,
      coalesce(mem.school_class_id = ${schoolClass.id}, false) as in_class
    from student stu left join class_membership mem on mem.student_id = stu.id and mem.status = 'ACTIVE' and mem.school_year_id = ${schoolClass.schoolYear.id}
    where stu.id = any(${locked.map(({ id }) => id)}::uuid[]) order by stu.id`);
  return new Map(rows.map((row) => [row.student_number, row]));
}

function refusalOf(
  { name, wrong, studentNumber }: NamedRow,
  known: Known | undefined,
  schoolClass: SchoolClass,
  seen: ReadonlySet<string>,
): EnrolRule | null {
  if (wrong || name === '') return 'NAME_NEEDED';
  if (!isStudentNumber(studentNumber)) return 'NUMBER_NEEDED';
  if (seen.has(studentNumber)) return 'NUMBER_TWICE';
  if (!known) return null;
  if (known.school_id !== schoolClass.school.id) return 'OTHER_SCHOOL';
  if (known.name !== name) return 'NAME_DIFFERS';
  return known.in_class ? 'IN_CLASS' : null;
}

async function enrol(
  tx: Transaction,
  { schoolClass, year }: { schoolClass: SchoolClass; year: SchoolYear },
  { name, studentNumber }: EnrolRow,
  known: Known | undefined,
): Promise<string> {
  if (known) await comeBack(tx, known.id);
  if (known?.membership != null) await leaveClass(tx, known.membership);
  const student = known
    ? tx.em.getReference(Student, known.id)
    : tx.em.create(Student, { name, studentNumber, school: schoolClass.school, createdAt: tx.now });
  tx.em.create(ClassMembership, {
    student,
    schoolClass,
    schoolYear: year,
    status: MembershipStatus.ACTIVE,
    joinedOn: firstDayIn(tx, year),
    createdAt: tx.now,
  });
  return student.id;
}
