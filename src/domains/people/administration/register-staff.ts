import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { mobileNumber } from '../families/phones.ts';
import { Person } from '../families/person.entity.ts';
import { staffNumberOf } from '../staff/staff-number.ts';
import { Staff } from '../staff/staff.entity.ts';
import { STAFF_RULES } from './administration.rules.ts';
import { assignFirstRole, type NewAssignment, type RoleGiven } from './assign-role.ts';

export interface NewStaff extends Omit<NewAssignment, 'staffId'> {
  readonly name: string;
  readonly staffNumber: string;
  readonly phone: string | null;
}

/** Puts somebody on record with a first role, which says whose staff they are. @throws NotFound, RuleViolation, BadUserInput */
export async function registerStaff(
  tx: Transaction,
  { name, staffNumber, phone, ...role }: NewStaff,
): Promise<RoleGiven> {
  const reachedBy = phone === null ? null : mobileNumber(phone);
  if (reachedBy === null && phone !== null) throw violationOf(STAFF_RULES, 'PHONE_SHAPE', ['phone']);
  const person = tx.em.create(Person, {
    name: requiredText(name, { path: ['name'], longest: 40, form: 'NAME' }),
    phone: reachedBy,
    createdAt: tx.now,
  });
  const staff = tx.em.create(Staff, {
    person,
    staffNumber: staffNumberOf(staffNumber),
    createdAt: tx.now,
  });
  await flushOr(tx, { staff_number_unique: () => violationOf(STAFF_RULES, 'NUMBER_TAKEN', ['staffNumber']) });
  return assignFirstRole(tx, { ...role, staffId: staff.id });
}
