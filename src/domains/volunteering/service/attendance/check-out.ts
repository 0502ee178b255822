import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import { lockCheckedRecords } from '../hours/service-record.locks.ts';
import { tellOfSettled } from '../hours/deciders.ts';
import { decisionAgainstLeaving, settleCheckedService } from '../hours/settle-checked-service.ts';
import { lockMyself } from '../../places/index.ts';
import { AttendanceMethod } from '../../model/index.ts';
import { checkOutBlockersFor } from './attendance.facts.ts';
import { factsOf, lockPresences } from './attendance.locks.ts';
import { CHECK_OUT_RULES } from './attendance.rules.ts';
import { shiftOfCode } from './code/check-in-code.ts';
import { noteOut } from './note-attendance.ts';

/**
 * Notes that the caller has left, by the code that the shift shows, and what they served. Whoever has left already is
 * answered that.
 * @throws RuleViolation
 */
export async function checkOut(
  tx: Transaction,
  { token }: { readonly token: string },
): Promise<{ signup: string; attendance: string; serviceRecord: string | null }> {
  const shiftId = await shiftOfCode(tx, token, tx.now);
  if (shiftId === null) throw violationOf(CHECK_OUT_RULES, 'CODE_NOT_VALID', ['token']);
  await lockMyself(tx);
  const [presence] = await lockPresences(tx, sql`sgn.shift_id = ${shiftId}::uuid and sgn.person_id = ${mine.personId}`);
  if (!presence) throw violationOf(CHECK_OUT_RULES, 'NOT_SIGNED_UP', ['token']);
  const [blocker] = checkOutBlockersFor(factsOf(presence), tx.now);
  if (blocker !== undefined) throw violationOf(CHECK_OUT_RULES, blocker, ['token']);

  const known = (await lockCheckedRecords(tx, [presence.signupId])).get(presence.signupId) ?? null;
  if (presence.attendance!.checkedOutAt !== null) {
    return { signup: presence.signupId, attendance: presence.attendance!.id, serviceRecord: known?.record.id ?? null };
  }
  const stands = decisionAgainstLeaving(tx, presence, tx.now, known);
  if (stands !== null) throw violationOf(CHECK_OUT_RULES, stands, ['token']);
  const attendance = noteOut(tx, presence, tx.now, AttendanceMethod.QR);
  const stood = known?.record.status;
  const record = settleCheckedService(tx, presence, known);
  if (record !== null) await tellOfSettled(tx, [{ record, stood }]);
  return { signup: presence.signupId, attendance: attendance.id, serviceRecord: record?.id ?? null };
}
