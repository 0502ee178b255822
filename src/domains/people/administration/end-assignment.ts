import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';
import { assignmentHolds, assignmentIsGiven, assignmentStands } from '../rights/in-force.facts.ts';
import { rightsEnded } from '../rights/rights-ended.ts';
import type { StaffRole } from '../staff/staff-role.enum.ts';
import { tellOfEndedRoles } from '../telling/tell-of-roles.ts';
import { mayGrant } from './assign-role.ts';
import { ASSIGNMENT_RULES } from './administration.rules.ts';

/** True where the row is of a node that the caller administers, or of one at their schools. */
export const withinReach = (row: Alias): Sql =>
  sql`coalesce(${row}.school_id = any(${mine.schoolIds}) or ${row}.district_id = any(${mine.districtIds}), false)`;

interface Role {
  readonly id: string;
  readonly staff_id: string;
  readonly role: StaffRole;
  readonly district_id: string;
  readonly school_id: string | null;
  /** Nobody has ended it, and it was given for today or later. */
  readonly given: boolean;
  /** It is in force, or to come, as the school years are. */
  readonly stood: boolean;
}

/** Roles within reach of the caller by a condition on `ass`, under lock. */
function lockWithinReach(tx: Transaction, those: Sql): Promise<Role[]> {
  return tx.query<Role>(sql`select ass.id, ass.staff_id, ass.role, ass.district_id, ass.school_id, ${assignmentIsGiven(sql`ass`)} as given, ${assignmentStands(sql`ass`)} as stood
    from staff_assignment ass where ${those} and ${withinReach(sql`ass`)} order by ass.id for no key update`);
}

/** Ends a role at once: the next request of its holder is without it, and each one after, whatever becomes of the school year. @throws NotFound, RuleViolation */
export async function endAssignment(
  tx: Transaction,
  { assignmentId }: { readonly assignmentId: string },
): Promise<{ staff: string; assignment: string }> {
  const [role] = await lockWithinReach(tx, sql`ass.id = ${assignmentId}`);
  if (!role) throw new NotFound();
  await endRoles(tx, [role]);
  return { staff: role.staff_id, assignment: role.id };
}

/**
 * Ends all that a member of staff was given within reach of the caller, be it in force, to come, or over with the school year: a longer
 * one gives none of it back, and with no class is it passed on.
 * @returns what has ended; bare ids
 * @throws RuleViolation
 */
export async function endAllOf(tx: Transaction, staffId: string): Promise<string[]> {
  const roles = await lockWithinReach(tx, sql`ass.staff_id = ${staffId} and ${assignmentIsGiven(sql`ass`)}`);
  await endRoles(tx, roles);
  return roles.map(({ id }) => id);
}

/** Ends roles that are locked. @throws RuleViolation */
async function endRoles(tx: Transaction, roles: readonly Role[]): Promise<void> {
  if (roles.length === 0) return;
  const ids = roles.map(({ id }) => id);
  for (const { role, district_id: districtId, school_id: schoolId } of roles)
    if (!mayGrant(tx.viewer, role, { districtId, schoolId }))
      throw violationOf(ASSIGNMENT_RULES, 'BEYOND_OWN', ['assignmentId']);
  if (roles.some(({ given }) => !given)) throw violationOf(ASSIGNMENT_RULES, 'ENDED_ALREADY', ['assignmentId']);
  const administered = roles.filter(({ role }) => role === 'DISTRICT_ADMIN').map((each) => each.district_id);
  if (administered.length > 0 && (await isLeftAlone(tx, administered, ids)))
    throw violationOf(ASSIGNMENT_RULES, 'LAST_ADMINISTRATOR', ['assignmentId']);
  await tx.query(
    sql`update staff_assignment set ended_at = ${tx.now}, ended_by_id = ${tx.viewer.staffId} where id = any(${ids}::uuid[])`,
  );
  await rightsEnded(tx, { staffIds: [...new Set(roles.map((each) => each.staff_id))] });
  await tellOfEndedRoles(tx, roles);
}

/** A district would have no administrator without these roles. Under the lock of the districts, for two whose roles end at once would each find the other still there. */
async function isLeftAlone(
  tx: Transaction,
  districts: readonly string[],
  without: readonly string[],
): Promise<boolean> {
  const left = await tx.query(
    sql`select dst.id from district dst where dst.id = any(${[...districts]}::uuid[]) order by dst.id for no key update`,
  );
  const others = await tx.query(sql`select distinct ass.district_id from staff_assignment ass
    where ass.role = 'DISTRICT_ADMIN' and ass.district_id = any(${[...districts]}::uuid[]) and ass.id <> all(${[...without]}::uuid[]) and ${assignmentHolds(sql`ass`)}`);
  return others.length < left.length;
}
