import { v7 } from 'uuid';
import {
  PartlyDone,
  rowByRow,
  RowsRefused,
  type ErrorPolicy,
  type Transaction,
} from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { actingStaff } from '../acting.ts';
import { MembershipStatus } from '../families/class-membership.entity.ts';
import { schoolIAdminister } from '../administration/administration.nodes.ts';
import { askForRole, takesTwo } from '../administration/ask-for-role.ts';
import { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import type { StaffRole } from '../staff/staff-role.enum.ts';
import { Staff } from '../staff/staff.entity.ts';
import { askWhoDecidesOnRoles, askWhoIsNew } from '../telling/tell-of-roles.ts';
import { MOST_CLASSES, PROMOTE_RULES, type PromoteRule } from './enrolment.rules.ts';

export interface PromoteRow {
  readonly classId: string;
  /** That of before where null. */
  readonly number: number | null;
}

export interface Promotion {
  readonly schoolId: string;
  /** The year that they go on into. */
  readonly schoolYearId: string;
  readonly rows: readonly PromoteRow[];
  /** Homeroom and subject teachers go on with their classes. */
  readonly withTeachers: boolean;
  readonly errorPolicy: ErrorPolicy;
}

interface Before {
  readonly id: string;
  readonly number: number;
  /** The school year that follows that of the class. */
  readonly next_year_id: string | null;
  readonly promoted: boolean;
  /** The grade above, where the school teaches it. */
  readonly grade_id: string | null;
  readonly grade_name: string | null;
}

interface NextYear {
  readonly id: string;
  readonly starts_on: string;
}

/**
 * Classes go on into the next school year, a grade higher, with the pupils that are in them now. Roles in the old class
 * end with its year. What the old class was part of stays with it.
 * @throws NotFound where the caller does not administer the school, RuleViolation
 */
export async function promoteClasses(
  tx: Transaction,
  wanted: Promotion,
): Promise<PartlyDone<{ schoolClasses: string[] }>> {
  const { schoolId, schoolYearId, rows, withTeachers, errorPolicy } = wanted;
  if (rows.length === 0) throw violationOf(PROMOTE_RULES, 'NO_ROWS', ['rows']);
  if (rows.length > MOST_CLASSES) throw violationOf(PROMOTE_RULES, 'TOO_MANY', ['rows']);
  const school = await schoolIAdminister(tx, schoolId);
  const [year] = await tx.query<NextYear>(
    sql`select syr.id, syr.starts_on::text from school_year syr where syr.id = ${schoolYearId} and syr.district_id = ${school.district.id} for share`,
  );
  const classes = await classesBefore(
    tx,
    schoolId,
    rows.map(({ classId }) => classId),
  );
  if (!year || rows.some(({ classId }) => !classes.has(classId))) throw new NotFound();
  const taken = new Set(
    (
      await tx.query<{ key: string }>(sql`select cls.grade_id || ' ' || cls.number as key from school_class cls
    where cls.school_id = ${schoolId} and cls.school_year_id = ${year.id}`)
    ).map(({ key }) => key),
  );
  const gone = new Set<string>();
  const { done, refused } = await rowByRow(rows, { field: 'rows', policy: errorPolicy }, (row) => {
    const before = classes.get(row.classId)!;
    const number = row.number ?? before.number;
    const rule = refusalOf(before, { year, number, taken, gone });
    if (rule !== null) throw violationOf(PROMOTE_RULES, rule);
    taken.add(`${before.grade_id} ${number}`);
    gone.add(before.id);
    const next = tx.em.create(SchoolClass, {
      school,
      schoolYear: tx.em.getReference(SchoolYear, year.id),
      grade: tx.em.getReference(Grade, before.grade_id!),
      number,
      name: `${before.grade_name}${number}班`,
      promotedFrom: tx.em.getReference(SchoolClass, before.id),
      createdAt: tx.now,
    });
    return Promise.resolve({ from: before.id, to: next.id });
  });
  if (done.length === 0) throw new RowsRefused(refused);
  await tx.em.flush();
  await takePupilsAlong(tx, year, done);
  if (withTeachers) await passRolesOn(tx, year, done);
  return new PartlyDone({ schoolClasses: done.map(({ to }) => to) }, refused);
}

interface Step {
  readonly from: string;
  readonly to: string;
}

interface GoingOn {
  readonly staff_id: string;
  readonly role: StaffRole;
  readonly subject: string | null;
  readonly district_id: string;
  readonly school_id: string;
  readonly last_day_given: string | null;
  readonly next: string;
}

function tableOf(steps: readonly Step[]): Sql {
  return sql`unnest(${steps.map(({ from }) => from)}::uuid[], ${steps.map(({ to }) => to)}::uuid[]) as step(before, next)`;
}

/** The classes under lock, each with what it can go on into by then. */
async function classesBefore(tx: Transaction, schoolId: string, ids: readonly string[]): Promise<Map<string, Before>> {
  await tx.query(
    sql`select cls.id from school_class cls where cls.id = any(${ids}::uuid[]) and cls.school_id = ${schoolId} order by cls.id for no key update`,
  );
  const rows = await tx.query<Before>(sql`select cls.id, cls.number, above.id as grade_id, above.name as grade_name,
      exists (select 1 from school_class nxt where nxt.promoted_from_id = cls.id) as promoted,
      (select nyr.id from school_year nyr where nyr.district_id = syr.district_id and nyr.starts_on > syr.ends_on order by nyr.starts_on limit 1) as next_year_id
    from school_class cls join school_year syr on syr.id = cls.school_year_id join grade grd on grd.id = cls.grade_id join school sch on sch.id = cls.school_id
      left join grade above on above.number = grd.number + 1 and above.stage = any(sch.stages)
    where cls.id = any(${ids}::uuid[]) and cls.school_id = ${schoolId} order by cls.id`);
  return new Map(rows.map((row) => [row.id, row]));
}

function refusalOf(
  before: Before,
  {
    year,
    number,
    taken,
    gone,
  }: { year: NextYear; number: number; taken: ReadonlySet<string>; gone: ReadonlySet<string> },
): PromoteRule | null {
  if (before.next_year_id !== year.id) return 'NOT_NEXT_YEAR';
  if (before.promoted || gone.has(before.id)) return 'PROMOTED_ALREADY';
  if (before.grade_id === null) return 'LAST_GRADE';
  if (number < 1 || number > 60) return 'NUMBER_RANGE';
  return taken.has(`${before.grade_id} ${number}`) ? 'TAKEN' : null;
}

/**
 * A pupil who is in a class of the new year already (repeats a grade, came early) stays there. Pupils are locked first: whoever was moved
 * to another class or school during the wait goes on with that one. Nobody comes to these classes meanwhile, for they are locked.
 */
async function takePupilsAlong(tx: Transaction, year: NextYear, steps: readonly Step[]): Promise<void> {
  const inThem = sql`${tableOf(steps)} join class_membership mem on mem.school_class_id = step.before and mem.status = 'ACTIVE'
    join student stu on stu.id = mem.student_id and stu.left_on is null`;
  await tx.query(sql`select stu.id from ${inThem} order by stu.id for no key update of stu`);
  const pupils = await tx.query<{ id: string; next: string }>(
    sql`select stu.id, step.next from ${inThem} order by stu.id`,
  );
  await tx.query(sql`insert into class_membership (id, student_id, school_class_id, school_year_id, status, joined_on, created_at)
    select pupil.id, pupil.student, pupil.next, ${year.id}, ${MembershipStatus.ACTIVE}, ${year.starts_on}::date, ${tx.now}
    from unnest(${pupils.map(() => v7())}::uuid[], ${pupils.map(({ id }) => id)}::uuid[], ${pupils.map(({ next }) => next)}::uuid[]) as pupil(id, student, next)
    on conflict (student_id, school_year_id) where status = 'ACTIVE' do nothing`);
}

/**
 * A role in a class ends with the year of the class; whoever was given one beyond that, was in it to the end and stays with it has one in
 * the next, until the same day. The caller's own takes a second administrator.
 */
async function passRolesOn(tx: Transaction, year: NextYear, steps: readonly Step[]): Promise<void> {
  const rows =
    await tx.query<GoingOn>(sql`select ass.staff_id, ass.role, ass.subject, ass.district_id, ass.school_id, ass.last_day_given::text, step.next
    from ${tableOf(steps)} join school_class cls on cls.id = step.before join school_year syr on syr.id = cls.school_year_id
      join staff_assignment ass on ass.school_class_id = cls.id where ass.ended_at is null and ass.valid_from <= syr.ends_on
        and (ass.last_day_given is null or ass.last_day_given >= ${year.starts_on}::date) order by ass.id`);
  const asked: string[] = [];
  const given: StaffAssignment[] = [];
  for (const { role, subject, last_day_given: lastDayGiven, ...ids } of rows) {
    const next = {
      staff: tx.em.getReference(Staff, ids.staff_id),
      role,
      subject,
      district: tx.em.getReference(District, ids.district_id),
      school: tx.em.getReference(School, ids.school_id),
      grade: null,
      schoolClass: tx.em.getReference(SchoolClass, ids.next),
      validFrom: year.starts_on,
      lastDayGiven,
    };
    if (takesTwo(tx.viewer, ids.staff_id, role)) asked.push(askForRole(tx, next).id);
    else
      given.push(
        tx.em.create(StaffAssignment, {
          ...next,
          assignedBy: actingStaff(tx),
          createdAt: tx.now,
        }),
      );
  }
  await askWhoDecidesOnRoles(tx, asked);
  await askWhoIsNew(tx, given);
}
