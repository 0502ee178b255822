import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import { lockMyself } from '../../places/index.ts';
import { AttendanceMethod } from '../../model/index.ts';
import { checkInBlockersFor } from './attendance.facts.ts';
import { factsOf, lockPresences } from './attendance.locks.ts';
import { CHECK_IN_RULES } from './attendance.rules.ts';
import { shiftOfCode } from './code/check-in-code.ts';
import { noteIn } from './note-attendance.ts';

/**
 * Notes that the caller has come, by the code that the shift shows. Whoever has come already is answered that.
 * @throws RuleViolation
 */
export async function checkIn(
  tx: Transaction,
  { token }: { readonly token: string },
): Promise<{ signup: string; attendance: string }> {
  const shiftId = await shiftOfCode(tx, token, tx.now);
  if (shiftId === null) throw violationOf(CHECK_IN_RULES, 'CODE_NOT_VALID', ['token']);
  await lockMyself(tx);
  const [presence] = await lockPresences(tx, sql`sgn.shift_id = ${shiftId}::uuid and sgn.person_id = ${mine.personId}`);
  if (!presence) throw violationOf(CHECK_IN_RULES, 'NOT_SIGNED_UP', ['token']);
  const [blocker] = checkInBlockersFor(factsOf(presence), tx.now);
  if (blocker !== undefined) throw violationOf(CHECK_IN_RULES, blocker, ['token']);

  const attendance =
    factsOf(presence).checkedInAt !== null ? presence.attendance! : noteIn(tx, presence, tx.now, AttendanceMethod.QR);
  return { signup: presence.signupId, attendance: attendance.id };
}
