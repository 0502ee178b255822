import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import type { WantedStaffRole } from './ask-for-role.ts';

/**
 * Ends roles in classes that will not begin, as the school year ends before, where the very role is given for a time of theirs: with a longer
 * year somebody would have it twice. Before those are written that take their place, under the locks of the roles and of the members of staff.
 */
export async function makeWay(
  tx: Transaction,
  given: readonly Omit<WantedStaffRole, 'district' | 'school' | 'grade'>[],
): Promise<void> {
  const roles = given.flatMap(({ schoolClass, ...role }) => (schoolClass === null ? [] : [{ ...role, schoolClass }]));
  if (roles.length === 0) return;
  await tx.query(sql`update staff_assignment ass set ended_at = ${tx.now}, ended_by_id = ${tx.viewer.staffId}
    from unnest(${roles.map(({ staff }) => staff.id)}::uuid[], ${roles.map(({ schoolClass }) => schoolClass.id)}::uuid[], ${roles.map(({ role }) => role)}::text[],
      ${roles.map(({ subject }) => subject)}::text[], ${roles.map(({ validFrom }) => validFrom)}::date[], ${roles.map(({ lastDayGiven }) => lastDayGiven)}::date[])
      as given(staff_id, school_class_id, role, subject, first, last)
    where ass.staff_id = given.staff_id and ass.school_class_id = given.school_class_id and ass.role = given.role and coalesce(ass.subject, '') = coalesce(given.subject, '')
      and ass.ended_at is null and ass.valid_to < ass.valid_from and daterange(ass.valid_from, ass.last_day_given, '[]') && daterange(given.first, given.last, '[]')`);
}
