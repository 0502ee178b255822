import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf, type Rules } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { EngagementKind, moveEngagements, type NewTime } from '../../timetable/index.ts';

/** Of whoever moves a shift that has a room. */
export const ROOM_RULES = {
  ROOM_TAKEN: { description: 'The room is taken at that time (场地已被占用).', zh: '该时段场地已被占用。', en: 'The room is taken at that time.' },
} satisfies Rules;

/**
 * A lecture ends with its shift, which gives its room back: called by whoever calls shifts off, under their locks.
 * @param shiftIds bare ids of the shifts
 */
export async function lecturesEndWith(tx: Transaction, shiftIds: readonly string[], reason: string): Promise<void> {
  if (shiftIds.length === 0) return;
  await tx.em.flush();
  await tx.query(sql`update parent_lecture plc set status = 'CANCELLED', reason = ${reason}, decided_at = ${tx.now},
      decided_by_id = coalesce(${tx.viewer.staffId}::uuid, plc.decided_by_id)
    where plc.shift_id = any(${shiftIds}::uuid[]) and plc.status = 'SCHEDULED'`);
  await giveRoomBack(tx, shiftIds);
}

/**
 * The room of a shift follows it to another time, and is given back where the shift goes elsewhere.
 * @throws RuleViolation ROOM_TAKEN
 */
export async function roomMovesWith(tx: Transaction, shiftId: string, to: NewTime, { elsewhere }: { readonly elsewhere: boolean }): Promise<void> {
  if (elsewhere) return giveRoomBack(tx, [shiftId]);
  const stuck = await moveEngagements(tx, { kind: EngagementKind.SHIFT_ROOM, sourceIds: await withRoom(tx, shiftId) }, to);
  if (stuck.length > 0) throw violationOf(ROOM_RULES, 'ROOM_TAKEN', ['startsAt']);
}

async function withRoom(tx: Transaction, shiftId: string): Promise<string[]> {
  const rows = await tx.query(sql`select 1 from engagement eng where eng.source_id = ${shiftId}::uuid and eng.kind = 'SHIFT_ROOM' and eng.status = 'ACTIVE'`);
  return rows.length > 0 ? [shiftId] : [];
}

async function giveRoomBack(tx: Transaction, shiftIds: readonly string[]): Promise<void> {
  await tx.query(sql`update engagement eng set status = 'ENDED', ended_at = ${tx.now}
    where eng.kind = 'SHIFT_ROOM' and eng.source_id = any(${shiftIds}::uuid[]) and eng.status = 'ACTIVE'`);
}
