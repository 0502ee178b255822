import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../../platform/reading/index.ts';
import { ownSentence, isActiveSignup } from '../../model/index.ts';
import { callOff } from '../shifts/call-off.ts';
import { lockShifts } from '../shifts/shift.locks.ts';

const nobodyComes: Sql = sql`exists (select 1 from parent_lecture plc where plc.shift_id = sft.id and plc.status = 'SCHEDULED')
  and not exists (select 1 from signup sgn where sgn.shift_id = sft.id and ${isActiveSignup(sql`sgn`)})`;

/**
 * Calls off lectures that nobody gives any more: the organiser let the guardian go, or a new time did not suit them, and
 * nobody stands in. The soonest first; what is being changed is left to the next time.
 * @param most how many to call off
 * @returns how many were
 */
export async function endLecturesWithoutLecturer(tx: Transaction, most: number): Promise<number> {
  const due = await tx.query<{ id: string }>(sql`
    select sft.id from volunteer_activity act join shift sft on sft.activity_id = act.id where sft.status = 'SCHEDULED' and sft.starts_at > ${tx.now} and ${nobodyComes}
    order by sft.starts_at, sft.id limit ${most}::int for no key update of act, sft skip locked`);
  const locked = await lockShifts(tx, { ids: due.map(({ id }) => id) });
  const stillDue = new Set(
    (
      await tx.query<{ id: string }>(
        sql`select sft.id from shift sft where sft.id = any(${due.map(({ id }) => id)}::uuid[]) and ${nobodyComes}`,
      )
    ).map(({ id }) => id),
  );
  const ended = locked.filter(({ shift }) => stillDue.has(shift.id));
  await callOff(tx, ended, ownSentence('NO_LECTURER'));
  return ended.length;
}
