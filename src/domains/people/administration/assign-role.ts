import { shanghaiDay } from '../../../platform/calendar/index.ts';
import type { Viewer } from '../../../platform/auth/index.ts';
import { flushOr, optionalText, type Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { actingStaff } from '../acting.ts';
import { mine } from '../viewer/mine.facts.ts';
import type { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import type { SchoolClass } from '../organisation/school-class.entity.ts';
import type { School } from '../organisation/school.entity.ts';
import { isHeldAlready } from '../staff/held-role.facts.ts';
import { ROLE_REQUEST_ONCE } from '../staff/role-request.entity.ts';
import { STAFF_ASSIGNMENT_ONCE, StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { AT_A_SCHOOL, type StaffRole } from '../staff/staff-role.enum.ts';
import { Staff } from '../staff/staff.entity.ts';
import { askWhoDecidesOnRoles, askWhoIsNew } from '../telling/tell-of-roles.ts';
import { classIAdminister, districtIAdminister, schoolIAdminister } from './administration.nodes.ts';
import { ASSIGNMENT_RULES, type AssignmentRule } from './administration.rules.ts';
import { makeWay } from './make-way.ts';
import {
  askForRole,
  endRequestsForHeld,
  endRequestsPastApproval,
  takesTwo,
  type WantedStaffRole,
} from './ask-for-role.ts';

export interface NewAssignment {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly districtId: string | null;
  readonly schoolId: string | null;
  readonly gradeId: string | null;
  readonly classId: string | null;
  readonly subject: string | null;
  /** Days of Asia/Shanghai; today where left out. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Nobody grants or ends what reaches beyond their own: sideways and up are not there to be found, or refused here. */
export function mayGrant(
  viewer: Viewer,
  role: StaffRole,
  { districtId, schoolId }: { readonly districtId: string; readonly schoolId: string | null },
): boolean {
  if (viewer.districtIds.includes(districtId)) return true;
  return schoolId !== null && viewer.schoolIds.includes(schoolId) && AT_A_SCHOOL.has(role);
}

interface NodeOfRole {
  readonly district: District;
  readonly school: School | null;
  readonly grade: Grade | null;
  readonly schoolClass: SchoolClass | null;
  /** The last day of the school year, of a class. */
  readonly lastDay: string | null;
}

export interface RoleGiven {
  readonly staff: string;
  /** Null where a second administrator must approve first. */
  readonly assignment: string | null;
  readonly request: string | null;
}

/** The person is, or was, on the staff of what the caller administers, or is to be: whoever works elsewhere is not there to be found. */
function staffOfMine(staff: Sql): Sql {
  const here = (table: Sql): Sql =>
    sql`exists (select 1 from ${table} hrd where hrd.staff_id = ${staff}.id and (hrd.school_id = any(${mine.schoolIds}) or hrd.district_id = any(${mine.districtIds})))`;
  return sql`(${here(sql`staff_assignment`)} or ${here(sql`role_request`)})`;
}

/**
 * Grants a role at a node, or asks for it where it takes a second administrator.
 * @throws NotFound where the caller does not administer the node, or the person is none of their staff, RuleViolation
 */
export async function assignRole(tx: Transaction, wanted: NewAssignment): Promise<RoleGiven> {
  return giveRole(tx, wanted, (staff) => staffOfMine(staff));
}

/** The same for whoever was put on record by this very call. */
export async function assignFirstRole(tx: Transaction, wanted: NewAssignment): Promise<RoleGiven> {
  return giveRole(tx, wanted, () => sql`true`);
}

async function giveRole(tx: Transaction, wanted: NewAssignment, known: (staff: Sql) => Sql): Promise<RoleGiven> {
  const refused = (rule: AssignmentRule, path: string): Error => violationOf(ASSIGNMENT_RULES, rule, [path]);
  const subject = optionalText(wanted.subject, { path: ['subject'], longest: 40, form: 'TITLE' });
  if ((wanted.role === 'SUBJECT_TEACHER') !== (subject !== null)) throw refused('SUBJECT', 'subject');
  const validFrom = wanted.validFrom ?? shanghaiDay(tx.now);
  if (wanted.validTo !== null && wanted.validTo < validFrom) throw refused('DATES', 'validTo');
  const { lastDay, ...node } = await nodeOf(tx, wanted);
  if (lastDay !== null && (lastDay < shanghaiDay(tx.now) || lastDay < validFrom)) throw refused('YEAR_OVER', 'classId');
  if (!mayGrant(tx.viewer, wanted.role, { districtId: node.district.id, schoolId: node.school?.id ?? null }))
    throw refused('BEYOND_OWN', 'role');
  const [staff] = await tx.query<object>(
    sql`select stf.id from staff stf where stf.id = ${wanted.staffId} and ${known(sql`stf`)} for no key update`,
  );
  if (!staff) throw new NotFound();
  const role = {
    ...node,
    staff: tx.em.getReference(Staff, wanted.staffId),
    role: wanted.role,
    subject,
    validFrom,
    lastDayGiven: wanted.validTo,
  };
  const asks = takesTwo(tx.viewer, wanted.staffId, wanted.role);
  if (asks && (await holdsAlready(tx, role))) throw refused('ALREADY_HELD', 'role');
  if (asks) await endRequestsPastApproval(tx, role);
  else await makeWay(tx, [role]);
  const given = asks
    ? { assignment: null, request: askForRole(tx, role).id }
    : {
        assignment: tx.em.create(StaffAssignment, {
          ...role,
          assignedBy: actingStaff(tx),
          createdAt: tx.now,
        }).id,
        request: null,
      };
  await flushOr(tx, {
    [STAFF_ASSIGNMENT_ONCE]: () => refused('ALREADY_HELD', 'role'),
    [ROLE_REQUEST_ONCE]: () => refused('ALREADY_ASKED', 'role'),
    staff_assignment_node: () => refused('NODE', 'role'),
    role_request_node: () => refused('NODE', 'role'),
  });
  if (given.request !== null) await askWhoDecidesOnRoles(tx, [given.request]);
  else {
    await endRequestsForHeld(tx, [wanted.staffId]);
    await askWhoIsNew(tx, [role]);
  }
  return { staff: wanted.staffId, ...given };
}

/** Under the lock of the member of staff. */
async function holdsAlready(
  tx: Transaction,
  { staff, role, district, school, grade, schoolClass, subject, validFrom, lastDayGiven }: WantedStaffRole,
): Promise<boolean> {
  const held = await tx.query(
    sql`select 1 where ${isHeldAlready({
      staffId: sql`${staff.id}::uuid`,
      role: sql`${role}`,
      node: sql`${(schoolClass ?? school ?? district).id}::uuid`,
      grade: sql`${(grade ?? district).id}::uuid`,
      subject: sql`${subject}::text`,
      days: sql`daterange(${validFrom}::date, ${lastDayGiven}::date, '[]')`,
    })}`,
  );
  return held.length > 0;
}

/** It stays until the role is written. */
async function lastDayOf(tx: Transaction, { schoolYear }: SchoolClass): Promise<string> {
  const [year] = await tx.query<{ ends_on: string }>(
    sql`select syr.ends_on::text from school_year syr where syr.id = ${schoolYear.id} for share`,
  );
  return year!.ends_on;
}

/** The deepest thing that was named says where; what lies above it follows, and nothing else may be named. */
async function nodeOf(tx: Transaction, { districtId, schoolId, gradeId, classId }: NewAssignment): Promise<NodeOfRole> {
  const grade = gradeId === null ? null : await tx.em.findOne(Grade, gradeId);
  if (gradeId !== null && !grade) throw new NotFound();
  if (classId !== null) {
    const schoolClass = await classIAdminister(tx, classId);
    const school = await schoolIAdminister(tx, schoolClass.school.id);
    if ((schoolId !== null && schoolId !== school.id) || grade !== null)
      throw violationOf(ASSIGNMENT_RULES, 'NODE', ['classId']);
    return { district: school.district, school, grade: null, schoolClass, lastDay: await lastDayOf(tx, schoolClass) };
  }
  if (schoolId !== null) {
    const school = await schoolIAdminister(tx, schoolId);
    return { district: school.district, school, grade, schoolClass: null, lastDay: null };
  }
  if (districtId === null || grade !== null) throw violationOf(ASSIGNMENT_RULES, 'NODE', ['districtId']);
  return {
    district: await districtIAdminister(tx, districtId),
    school: null,
    grade: null,
    schoolClass: null,
    lastDay: null,
  };
}
