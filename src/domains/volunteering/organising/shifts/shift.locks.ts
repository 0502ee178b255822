import type { Transaction } from '../../../../platform/commands/index.ts';
import { NotFound } from '../../../../platform/errors/index.ts';
import { Scope, sql, type Sql } from '../../../../platform/reading/index.ts';
import { lockManageableActivity } from '../activities/activity.locks.ts';
import { Shift, ShiftRole, visibleShifts, type VolunteerActivity } from '../../model/index.ts';

/** A shift with its roles, all locked: neither its times nor its places change but by whoever holds it. */
export interface LockedShift {
  readonly shift: Shift;
  readonly roles: ShiftRole[];
}

export interface ManagedShift extends LockedShift {
  readonly activity: VolunteerActivity;
}

export type WhichShifts =
  { readonly ids: readonly string[] } | { readonly activityId: string } | { readonly seriesId: string };

function which(wanted: WhichShifts): Sql {
  if ('ids' in wanted) return sql`sft.id = any(${wanted.ids}::uuid[])`;
  if ('activityId' in wanted) return sql`sft.activity_id = ${wanted.activityId}`;
  return sql`sft.series_id = ${wanted.seriesId}`;
}

/** Locks shifts and then their roles, both by id, after their activity: the earliest shift first in the answer. */
export async function lockShifts(tx: Transaction, wanted: WhichShifts): Promise<LockedShift[]> {
  const rows = await tx.query<object>(
    sql`select sft.* from shift sft where ${which(wanted)} order by sft.id for no key update`,
  );
  const shifts = rows.map((row) => tx.em.map(Shift, row));
  const roles = await tx.query<{ shift_id: string; ordinal: number }>(sql`
    select rol.* from shift_role rol where rol.shift_id = any(${shifts.map(({ id }) => id)}::uuid[]) order by rol.id for no key update`);
  const byShift = Map.groupBy(roles, (row) => row.shift_id);
  return shifts
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
    .map((shift) => ({
      shift,
      roles: (byShift.get(shift.id) ?? [])
        .sort((one, other) => one.ordinal - other.ordinal)
        .map((row) => tx.em.map(ShiftRole, row)),
    }));
}

/**
 * A shift that the caller manages, locked from its activity down to its roles.
 * @throws NotFound, Forbidden
 */
export async function lockManageableShift(tx: Transaction, id: string): Promise<ManagedShift> {
  const [found] = await tx.query<{ activity_id: string }>(sql`
    select sft.activity_id from shift sft where sft.id = ${id} and ${visibleShifts(new Scope('sft'), tx.viewer.shape)}`);
  if (!found) throw new NotFound();
  const activity = await lockManageableActivity(tx, found.activity_id);
  const [locked] = await lockShifts(tx, { ids: [id] });
  return { activity, ...locked! };
}

/** @throws NotFound, Forbidden */
export async function lockManageableRole(
  tx: Transaction,
  roleId: string,
): Promise<ManagedShift & { readonly role: ShiftRole }> {
  const [found] = await tx.query<{ shift_id: string }>(
    sql`select rol.shift_id from shift_role rol where rol.id = ${roleId}`,
  );
  if (!found) throw new NotFound();
  const managed = await lockManageableShift(tx, found.shift_id);
  const role = managed.roles.find((each) => each.id === roleId);
  // Somebody has removed it while this call waited.
  if (!role) throw new NotFound();
  return { ...managed, role };
}
