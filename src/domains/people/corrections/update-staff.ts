import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import type { StaffRole } from '../staff/staff-role.enum.ts';
import { mayGrant } from '../administration/assign-role.ts';
import { endRequestsNaming } from '../administration/ask-for-role.ts';
import { endAllOf, withinReach } from '../administration/end-assignment.ts';
import { mobileNumber, setPhone } from '../families/phones.ts';
import { Person } from '../families/person.entity.ts';
import { assignmentStands } from '../rights/in-force.facts.ts';
import { rename } from '../staff/rename.ts';
import { staffNumberOf } from '../staff/staff-number.ts';
import { Staff } from '../staff/staff.entity.ts';
import { UPDATE_STAFF_RULES } from './corrections.rules.ts';

export interface StaffChange {
  readonly staffId: string;
  /** Null leaves a value as it is. */
  readonly name: string | null;
  readonly staffNumber: string | null;
  /** Undefined leaves the number as it is; null takes it off the record. */
  readonly phone: string | null | undefined;
}

/** A role of the member that holds or is to hold, at a node that the caller administers or not. */
interface Held {
  readonly role: StaffRole;
  readonly district_id: string;
  readonly school_id: string | null;
  readonly near: boolean;
}

/** Locks the member. @throws NotFound where they have no role, today or to come, at a node that the caller administers */
async function memberOfMine(tx: Transaction, staffId: string): Promise<{ staff: Staff; held: readonly Held[] }> {
  const [row] = await tx.query<object>(sql`select stf.* from staff stf where stf.id = ${staffId} for no key update`);
  const held =
    await tx.query<Held>(sql`select ass.role, ass.district_id, ass.school_id, ${withinReach(sql`ass`)} as near
    from staff_assignment ass where ass.staff_id = ${staffId} and ${assignmentStands(sql`ass`)} order by ass.id`);
  if (!row || !held.some(({ near }) => near)) throw new NotFound();
  return { staff: tx.em.map(Staff, row), held };
}

/** Corrects what is on record of somebody whose roles all lie within those of the caller. @throws NotFound, RuleViolation, BadUserInput */
export async function updateStaff(
  tx: Transaction,
  { staffId, name, staffNumber, phone }: StaffChange,
): Promise<{ staff: string }> {
  const reachedBy = typeof phone === 'string' ? mobileNumber(phone) : phone;
  if (reachedBy === null && phone !== null) throw violationOf(UPDATE_STAFF_RULES, 'PHONE_SHAPE', ['phone']);
  const called = name === null ? null : requiredText(name, { path: ['name'], longest: 40, form: 'NAME' });
  const number = staffNumber === null ? null : staffNumberOf(staffNumber);
  const { staff, held } = await memberOfMine(tx, staffId);
  const within = held.every(({ role, district_id: districtId, school_id: schoolId }) =>
    mayGrant(tx.viewer, role, { districtId, schoolId }),
  );
  if (!within) throw violationOf(UPDATE_STAFF_RULES, 'BEYOND_OWN', ['staffId']);
  if (staffId === tx.viewer.staffId && (called !== null || number !== null))
    throw violationOf(UPDATE_STAFF_RULES, 'OWN', ['staffId']);
  const person = await tx.em.findOneOrFail(Person, staff.person.id);
  if (called !== null) await rename(tx, person.id, called);
  if (reachedBy !== undefined) setPhone(person, reachedBy);
  if (number !== null) staff.staffNumber = number;
  await flushOr(tx, { staff_number_unique: () => violationOf(UPDATE_STAFF_RULES, 'NUMBER_TAKEN', ['staffNumber']) });
  return { staff: staff.id };
}

/**
 * Ends every role that somebody holds, or is to hold, at nodes of the caller, at once and for good, and what would give them one there:
 * requests that name them. Their account stays, for they may be a parent.
 * @throws NotFound, RuleViolation
 */
export async function releaseStaff(
  tx: Transaction,
  { staffId }: { readonly staffId: string },
): Promise<{ staff: string; assignments: string[] }> {
  const [staff] = await tx.query(sql`select stf.id from staff stf where stf.id = ${staffId} for no key update`);
  const assignments = staff ? await endAllOf(tx, staffId) : [];
  if (assignments.length === 0) throw new NotFound();
  await endRequestsNaming(tx, staffId, withinReach);
  return { staff: staffId, assignments };
}
