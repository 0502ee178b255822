import { decideOnEach, PartlyDone, requiredReason, type Transaction } from '../../../../platform/commands/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { tellEach } from '../../notices/index.ts';
import { offerFreedPlaces } from '../waiting-list/offer-freed-places.ts';
import { decisionBlocker } from './approval.decision.ts';
import { lockSignupsToDecide } from './approval.locks.ts';
import { DECIDE_SIGNUP_RULES } from './approval.rules.ts';
import { noteDecision, type SignupsToDecide } from './approve-signups.ts';
import { endSignups } from '../signups/end-signups.ts';
import { SignupStatus } from '../../model/index.ts';

/**
 * Declines sign-ups that wait for the organiser: their time is free again.
 * @throws RuleViolation NOT_FOUND, OWN_SIGNUP, NOT_PENDING, STARTED; BadUserInput
 */
export async function rejectSignups(
  tx: Transaction,
  { signupIds, errorPolicy, reason: given }: SignupsToDecide & { readonly reason: string },
): Promise<PartlyDone<{ signups: string[] }>> {
  const reason = requiredReason(given);
  const locked = await lockSignupsToDecide(tx, signupIds);
  const { done, refused } = await decideOnEach(signupIds, {
    field: 'signupIds',
    policy: errorPolicy,
    rules: DECIDE_SIGNUP_RULES,
    found: locked,
    blocker: ({ facts }) => decisionBlocker(facts()),
    decide: (found) => {
      noteDecision(tx, found.signup);
      return found;
    },
  });
  const signups = done.map(({ signup }) => signup);
  const roles = new Set(done.map(({ role }) => role));
  await endSignups(tx, signups, [...roles], { status: SignupStatus.REJECTED, reason });
  // Whoever asks the organiser comes before those who wait: with fewer requests, somebody on the list may have a place.
  for (const role of roles) await offerFreedPlaces(tx, role);
  await askDeciders(
    tx,
    signups.map(({ id }) => id),
  );
  await tellEach(
    tx,
    'SIGNUP_REJECTED',
    signups.map(({ id, person }) => ({ to: [person.id], params: { reason }, about: id })),
  );
  return new PartlyDone({ signups: signups.map(({ id }) => id) }, refused);
}
