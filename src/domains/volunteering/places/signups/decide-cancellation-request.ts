import { isOwnCase } from '../../../../platform/auth/index.ts';
import { reasonOfDecision, type Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { actingStaff } from '../../../people/index.ts';
import { tell } from '../../notices/index.ts';
import { offerFreedPlaces } from '../waiting-list/offer-freed-places.ts';
import { endSignups } from './end-signups.ts';
import { DECIDE_CANCELLATION_RULES } from './leaving.rules.ts';
import { SignupStatus } from '../../model/index.ts';
import { lockSignupToDecide } from './signup.locks.ts';

export interface CancellationDecision {
  /** Bare id of the sign-up. */
  readonly signupId: string;
  readonly approve: boolean;
  readonly reason: string | null;
}

/**
 * The organiser, or the district where nobody else may, lets a volunteer go, whose place goes to the next one on the waiting list, or does not, and says why.
 * @throws RuleViolation with a code of DECIDE_CANCELLATION_RULES, NotFound, BadUserInput
 */
export async function decideCancellationRequest(
  tx: Transaction,
  { signupId, approve, reason }: CancellationDecision,
): Promise<{ signup: string; role: string }> {
  const answer = reasonOfDecision({ approve, reason }, DECIDE_CANCELLATION_RULES);
  const { signup, role } = await lockSignupToDecide(tx, signupId);
  if (isOwnCase(tx.viewer, signup.person.id)) throw violationOf(DECIDE_CANCELLATION_RULES, 'OWN_SIGNUP', ['signupId']);
  if (signup.cancelRequestedAt === null) throw violationOf(DECIDE_CANCELLATION_RULES, 'NO_REQUEST', ['signupId']);
  const [shift] = await tx.query<{ begun: boolean }>(
    sql`select sft.starts_at <= ${tx.now} as begun from shift sft where sft.id = ${signup.shift.id}`,
  );
  if (shift!.begun) throw violationOf(DECIDE_CANCELLATION_RULES, 'STARTED', ['signupId']);
  signup.cancelDecidedBy = actingStaff(tx);
  if (approve) {
    await endSignups(tx, [signup], [role], {
      status: SignupStatus.CANCELLED,
      reason: answer ?? signup.cancelRequestReason,
    });
    await offerFreedPlaces(tx, role);
  } else {
    signup.cancelRequestedAt = null;
    signup.cancelRequestReason = null;
    signup.cancelRequestAnswer = answer;
  }
  await askDeciders(tx, [signup.id]);
  await tell(tx, approve ? 'CANCELLATION_GRANTED' : 'CANCELLATION_DECLINED', {
    to: [signup.person.id],
    params: { reason: answer },
    about: signup.id,
  });
  return { signup: signup.id, role: role.id };
}
