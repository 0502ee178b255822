import { requiredReason, type Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { REQUEST_CANCELLATION_RULES } from './leaving.rules.ts';
import { requestBlockersFor } from './signup.blockers.ts';
import { lockSignupForCancel } from './signup.locks.ts';

/**
 * Asks the organiser to let the caller go, when it is too late to cancel freely. The sign-up stands until they do.
 * @param signupId bare id of the sign-up
 * @throws RuleViolation with a code of REQUEST_CANCELLATION_RULES, NotFound, BadUserInput
 */
export async function requestSignupCancellation(
  tx: Transaction,
  { signupId, reason }: { readonly signupId: string; readonly reason: string },
): Promise<{ signup: string }> {
  const wanted = requiredReason(reason);
  const { signup, facts } = await lockSignupForCancel(tx, signupId);
  const [blocker] = requestBlockersFor(facts);
  if (blocker !== undefined) throw violationOf(REQUEST_CANCELLATION_RULES, blocker, ['signupId']);
  signup.cancelRequestedAt = tx.now;
  signup.cancelRequestReason = wanted;
  signup.cancelRequestAnswer = null;
  signup.cancelDecidedBy = null;
  await askDeciders(tx, [signup.id]);
  return { signup: signup.id };
}
