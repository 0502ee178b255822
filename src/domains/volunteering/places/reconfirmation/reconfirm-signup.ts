import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { RECONFIRM_RULES } from '../approval/approval.rules.ts';
import { reconfirmBlocker } from './reconfirm.decision.ts';
import { lockSignupForCancel } from '../signups/signup.locks.ts';

/**
 * Keeps a sign-up of the caller's whose shift was moved.
 * @throws RuleViolation NOT_YOURS, NOTHING_TO_CONFIRM, TOO_LATE; NotFound
 */
export async function reconfirmSignup(
  tx: Transaction,
  { signupId }: { readonly signupId: string },
): Promise<{ signup: string }> {
  const {
    signup,
    facts: { own },
  } = await lockSignupForCancel(tx, signupId);
  const blocker = reconfirmBlocker({ own, reconfirmUntil: signup.reconfirmUntil, now: tx.now });
  if (blocker !== null) throw violationOf(RECONFIRM_RULES, blocker, ['signupId']);
  signup.reconfirmUntil = null;
  return { signup: signup.id };
}
