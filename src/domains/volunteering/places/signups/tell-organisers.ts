import type { Transaction } from '../../../../platform/commands/index.ts';
import { now, sql } from '../../../../platform/reading/index.ts';
import { tellEach } from '../../notices/index.ts';
import { OF_SHIFT, type ShiftRole, whoRunsActivity } from '../../model/index.ts';

/** Whoever runs the shift hears that a volunteer has given up a place, and why where they have said so; nobody hears of what they did themselves. */
export async function tellOfCancelling(tx: Transaction, signupId: string, reason: string | null): Promise<void> {
  const rows = await tx.query<{ persons: string[] }>(sql`
    select array(${whoRunsActivity}) as persons from signup sgn join shift sft on sft.id = sgn.shift_id ${OF_SHIFT}
    where sgn.id = ${signupId} and act.kind <> 'PARENT_LECTURE'`);
  await tellEach(
    tx,
    'VOLUNTEER_CANCELLED',
    rows.map(({ persons }) => ({ to: others(tx, persons), params: { because: reason }, about: signupId })),
  );
}

/** Whoever runs shifts that are still to come hears that roles which had volunteers enough have too few from now on. */
export async function tellOfShortRoles(tx: Transaction, roles: readonly ShiftRole[]): Promise<void> {
  if (roles.length === 0) return;
  await tx.em.flush();
  const rows = await tx.query<{ id: string; taken: number; minimum: number; persons: string[] }>(sql`
    select rol.id, rol.places_taken as taken, rol.minimum, array(${whoRunsActivity}) as persons
    from shift_role rol join shift sft on sft.id = rol.shift_id ${OF_SHIFT}
    where rol.id = any(${roles.map(({ id }) => id)}::uuid[]) and sft.status = 'SCHEDULED' and sft.starts_at > ${now} and act.kind <> 'PARENT_LECTURE' order by rol.id`);
  await tellEach(
    tx,
    'VOLUNTEERS_SHORT',
    rows.map(({ id, taken, minimum, persons }) => ({
      to: others(tx, persons),
      params: { count: String(taken), minimum: String(minimum) },
      about: id,
    })),
  );
}

const others = (tx: Transaction, persons: readonly string[]): string[] =>
  persons.filter((person) => person !== tx.viewer.personId);
