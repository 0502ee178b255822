import { optionalReason, type Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { offerFreedPlaces } from '../waiting-list/offer-freed-places.ts';
import { endSignups } from './end-signups.ts';
import { tellOfCancelling } from './tell-organisers.ts';
import { CANCEL_SIGNUP_RULES, SignupStatus } from '../../model/index.ts';
import { cancelBlockersFor } from './signup.blockers.ts';
import { lockSignupForCancel } from './signup.locks.ts';

/**
 * Takes back a sign-up of the caller's: their time is free again, and the place goes to the next one on the waiting list.
 * @param signupId bare id of the sign-up
 * @throws RuleViolation with a CancelSignupBlocker, NotFound, BadUserInput
 */
export async function cancelSignup(
  tx: Transaction,
  { signupId, reason }: { readonly signupId: string; readonly reason: string | null },
): Promise<{ signup: string; role: string }> {
  const cancelReason = optionalReason(reason);
  const { signup, role, facts } = await lockSignupForCancel(tx, signupId);
  const [blocker] = cancelBlockersFor(facts);
  if (blocker !== undefined) throw violationOf(CANCEL_SIGNUP_RULES, blocker, ['signupId']);
  const confirmed = signup.status === SignupStatus.CONFIRMED;
  await endSignups(tx, [signup], [role], { status: SignupStatus.CANCELLED, reason: cancelReason });
  await offerFreedPlaces(tx, role);
  if (confirmed) await tellOfCancelling(tx, signup.id, cancelReason);
  return { signup: signup.id, role: role.id };
}
