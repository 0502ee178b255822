import { shanghaiDay } from '../../../platform/calendar/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { actingStaff } from '../acting.ts';
import { mine } from '../viewer/mine.facts.ts';
import { assignmentHolds } from '../rights/in-force.facts.ts';
import { rightsEnded } from '../rights/rights-ended.ts';
import { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { mayGrant } from './assign-role.ts';
import { ASSIGNMENT_RULES } from './administration.rules.ts';

/** Ends a role at once: the next request of its holder is without it. @throws NotFound, RuleViolation */
export async function endAssignment(
  tx: Transaction,
  { assignmentId }: { readonly assignmentId: string },
): Promise<{ staff: string; assignment: string }> {
  const [row] = await tx.query<object>(sql`select ass.* from staff_assignment ass
    where ass.id = ${assignmentId} and (ass.school_id = any(${mine.schoolIds}) or ass.district_id = any(${mine.districtIds})) for no key update`);
  if (!row) throw new NotFound();
  const assignment = tx.em.map(StaffAssignment, row);
  const district = assignment.district.id;
  if (!mayGrant(tx.viewer, assignment.role, { districtId: district, schoolId: assignment.school?.id ?? null })) {
    throw violationOf(ASSIGNMENT_RULES, 'BEYOND_OWN', ['assignmentId']);
  }
  const today = shanghaiDay(tx.now);
  if (assignment.endedAt !== null || (assignment.validTo !== null && assignment.validTo < today))
    throw violationOf(ASSIGNMENT_RULES, 'ENDED_ALREADY', ['assignmentId']);
  if (assignment.role === 'DISTRICT_ADMIN' && (await isLastAdministrator(tx, assignment.id, district)))
    throw violationOf(ASSIGNMENT_RULES, 'LAST_ADMINISTRATOR', ['assignmentId']);
  assignment.endedAt = tx.now;
  assignment.endedBy = actingStaff(tx);
  if (assignment.validFrom <= today) assignment.validTo = today;
  await rightsEnded(tx, { staffIds: [assignment.staff.id] });
  return { staff: assignment.staff.id, assignment: assignment.id };
}

/** Under the lock of the district, for two whose roles end at once would each find the other still there. */
async function isLastAdministrator(tx: Transaction, assignment: string, district: string): Promise<boolean> {
  await tx.query(sql`select dst.id from district dst where dst.id = ${district} for no key update`);
  const others = await tx.query(sql`select 1 from staff_assignment ass
    where ass.role = 'DISTRICT_ADMIN' and ass.district_id = ${district} and ass.id <> ${assignment} and ${assignmentHolds(sql`ass`)} limit 1`);
  return others.length === 0;
}
