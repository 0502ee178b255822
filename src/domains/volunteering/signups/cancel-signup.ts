import { optionalText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { EngagementKind, release } from '../../timetable/index.ts';
import { CANCEL_SIGNUP_RULES } from './signup-blocker.enum.ts';
import { cancelBlockersFor } from './signup.blockers.ts';
import { SignupStatus } from './signup.entity.ts';
import { lockSignupForCancel } from './signup.locks.ts';

const LONGEST_REASON = 200;

/**
 * Takes back a sign-up of the caller's, whose place and time are free again.
 * @param signupId bare id of the sign-up
 * @throws RuleViolation with a CancelSignupBlocker, NotFound, BadUserInput
 */
export async function cancelSignup(
  tx: Transaction, { signupId, reason }: { readonly signupId: string; readonly reason: string | null },
): Promise<{ signup: string; role: string }> {
  const cancelReason = optionalText(reason, { path: ['reason'], longest: LONGEST_REASON });
  const { signup, role, facts } = await lockSignupForCancel(tx, signupId);
  const [blocker] = cancelBlockersFor(facts);
  if (blocker !== undefined) throw violationOf(CANCEL_SIGNUP_RULES, blocker, ['signupId']);

  if (signup.status === SignupStatus.CONFIRMED) role.placesTaken -= 1;
  signup.status = SignupStatus.CANCELLED;
  signup.cancelledAt = tx.now;
  signup.cancelReason = cancelReason;
  await release(tx.em, { kind: EngagementKind.SHIFT_SIGNUP, sourceId: signup.id }, tx.now);
  return { signup: signup.id, role: role.id };
}
