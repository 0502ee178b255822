import { PartlyDone, rowByRow, type ErrorPolicy, type Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { Staff } from '../../../people/index.ts';
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
  const { done, refused } = await rowByRow(signupIds, { field: 'signupIds', policy: errorPolicy }, (id) => {
    const found = locked.get(id);
    if (!found) throw violationOf(APPROVE_SIGNUP_RULES, 'NOT_FOUND');
    const blocker = approvalBlocker(found.facts());
    if (blocker !== null) throw violationOf(APPROVE_SIGNUP_RULES, blocker);
    found.signup.status = SignupStatus.CONFIRMED;
    found.role.placesTaken += 1;
    noteDecision(tx, found.signup);
    return Promise.resolve(found.signup);
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
  signup.decidedBy = tx.em.getReference(Staff, tx.viewer.staffId!);
  signup.decidedAt = tx.now;
}
