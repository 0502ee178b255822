import { decideOnEach, PartlyDone, type ErrorPolicy, type Transaction } from '../../../../platform/commands/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { actingStaff } from '../../../people/index.ts';
import { tellEach } from '../../notices/index.ts';
import { approvalBlocker } from './approval.decision.ts';
import { lockSignupsToDecide } from './approval.locks.ts';
import { APPROVE_SIGNUP_RULES } from './approval.rules.ts';
import { type Signup, SignupStatus } from '../../model/index.ts';

export interface SignupsToDecide {
  readonly signupIds: readonly string[];
  readonly errorPolicy: ErrorPolicy;
}

/**
 * Gives those who wait for the organiser their places, in the order in which they are named, as long as there are any.
 * @throws RuleViolation NOT_FOUND, OWN_SIGNUP, NOT_PENDING, STARTED, NOT_ELIGIBLE, NOT_QUALIFIED, FULL; BadUserInput
 */
export async function approveSignups(
  tx: Transaction,
  { signupIds, errorPolicy }: SignupsToDecide,
): Promise<PartlyDone<{ signups: string[] }>> {
  const locked = await lockSignupsToDecide(tx, signupIds);
  const { done, refused } = await decideOnEach(signupIds, {
    field: 'signupIds',
    policy: errorPolicy,
    rules: APPROVE_SIGNUP_RULES,
    found: locked,
    blocker: ({ facts }) => approvalBlocker(facts()),
    decide: ({ signup, role }) => {
      signup.status = SignupStatus.CONFIRMED;
      role.placesTaken += 1;
      noteDecision(tx, signup);
      return signup;
    },
  });
  await askDeciders(
    tx,
    done.map(({ id }) => id),
  );
  await tellEach(
    tx,
    'SIGNUP_APPROVED',
    done.map(({ id, person }) => ({ to: [person.id], about: id })),
  );
  return new PartlyDone({ signups: done.map(({ id }) => id) }, refused);
}

export function noteDecision(tx: Transaction, signup: Signup): void {
  signup.decidedBy = actingStaff(tx);
  signup.decidedAt = tx.now;
}
