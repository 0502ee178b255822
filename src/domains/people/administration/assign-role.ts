import type { StaffRole, Viewer } from '../../../platform/auth/index.ts';
import { flushOr, optionalText, type Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import type { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import type { SchoolClass } from '../organisation/school-class.entity.ts';
import type { School } from '../organisation/school.entity.ts';
import { dayOf } from '../shanghai-day.ts';
import { STAFF_ASSIGNMENT_ONCE, StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { Staff } from '../staff/staff.entity.ts';
import { classIAdminister, districtIAdminister, schoolIAdminister } from './administration.nodes.ts';
import { ASSIGNMENT_RULES, type AssignmentRule } from './administration.rules.ts';

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

/** Roles that a school administrator grants at their school: those that reach no further than their own. */
const AT_A_SCHOOL: ReadonlySet<StaffRole> = new Set(['SCHOOL_ADMIN', 'GRADE_HEAD', 'HOMEROOM_TEACHER', 'SUBJECT_TEACHER', 'LECTURER']);

/** Nobody grants or ends what reaches beyond their own: sideways and up are not there to be found, or refused here. */
export function mayGrant(viewer: Viewer, role: StaffRole, { districtId, schoolId }: { readonly districtId: string; readonly schoolId: string | null }): boolean {
  if (viewer.districtIds.includes(districtId)) return true;
  return schoolId !== null && viewer.schoolIds.includes(schoolId) && AT_A_SCHOOL.has(role);
}

interface NodeOfRole {
  readonly district: District;
  readonly school: School | null;
  readonly grade: Grade | null;
  readonly schoolClass: SchoolClass | null;
}

/** Grants a role at a node. @throws NotFound where the caller does not administer the node, RuleViolation */
export async function assignRole(tx: Transaction, wanted: NewAssignment): Promise<{ staff: string; assignment: string }> {
  const refused = (rule: AssignmentRule, path: string): Error => violationOf(ASSIGNMENT_RULES, rule, [path]);
  const subject = optionalText(wanted.subject, { path: ['subject'], longest: 40 });
  if ((wanted.role === 'SUBJECT_TEACHER') !== (subject !== null)) throw refused('SUBJECT', 'subject');
  const validFrom = wanted.validFrom ?? dayOf(tx.now);
  if (wanted.validTo !== null && wanted.validTo < validFrom) throw refused('DATES', 'validTo');
  const node = await nodeOf(tx, wanted);
  if (!mayGrant(tx.viewer, wanted.role, { districtId: node.district.id, schoolId: node.school?.id ?? null })) throw refused('BEYOND_OWN', 'role');
  const [staff] = await tx.query<object>(sql`select stf.id from staff stf where stf.id = ${wanted.staffId} for no key update`);
  if (!staff) throw new NotFound();
  const assignment = tx.em.create(StaffAssignment, {
    ...node, staff: tx.em.getReference(Staff, wanted.staffId), role: wanted.role, subject, validFrom, validTo: wanted.validTo,
    assignedBy: tx.em.getReference(Staff, tx.viewer.staffId!), createdAt: tx.now,
  });
  await flushOr(tx, {
    [STAFF_ASSIGNMENT_ONCE]: () => refused('ALREADY_HELD', 'role'),
    staff_assignment_node: () => refused('NODE', 'role'),
  });
  return { staff: wanted.staffId, assignment: assignment.id };
}

/** The deepest thing that was named says where; what lies above it follows, and nothing else may be named. */
async function nodeOf(tx: Transaction, { districtId, schoolId, gradeId, classId }: NewAssignment): Promise<NodeOfRole> {
  const grade = gradeId === null ? null : await tx.em.findOne(Grade, gradeId);
  if (gradeId !== null && !grade) throw new NotFound();
  if (classId !== null) {
    const schoolClass = await classIAdminister(tx, classId);
    const school = await schoolIAdminister(tx, schoolClass.school.id);
    if ((schoolId !== null && schoolId !== school.id) || grade !== null) throw violationOf(ASSIGNMENT_RULES, 'NODE', ['classId']);
    return { district: school.district, school, grade: null, schoolClass };
  }
  if (schoolId !== null) {
    const school = await schoolIAdminister(tx, schoolId);
    return { district: school.district, school, grade, schoolClass: null };
  }
  if (districtId === null || grade !== null) throw violationOf(ASSIGNMENT_RULES, 'NODE', ['districtId']);
  return { district: await districtIAdminister(tx, districtId), school: null, grade: null, schoolClass: null };
}
