import { LONGEST_REASON, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { tell } from '../notices.ts';
import { REQUEST_CANCELLATION_RULES } from './leaving.rules.ts';
import type { CancelSignupFacts } from './signup.blockers.ts';
import type { Signup } from './signup.entity.ts';
import { lockSignupForCancel } from './signup.locks.ts';

type Code = keyof typeof REQUEST_CANCELLATION_RULES;

/** Why the caller cannot ask to be let go; empty where they can. */
export function requestBlockersFor({ own, active, now, cancelUntil }: CancelSignupFacts, startsAt: Date, { cancelRequestedAt }: Pick<Signup, 'cancelRequestedAt'>): Code[] {
  const blockers: Code[] = [];
  if (!own) blockers.push('NOT_YOURS');
  if (!active) blockers.push('NOT_ACTIVE');
  else if (now >= startsAt) blockers.push('STARTED');
  else if (now < cancelUntil) blockers.push('STILL_FREE');
  else if (cancelRequestedAt !== null) blockers.push('ALREADY_REQUESTED');
  return blockers;
}

/**
 * Asks the organiser to let the caller go, when it is too late to cancel freely. The sign-up stands until they do.
 * @param signupId bare id of the sign-up
 * @throws RuleViolation with a code of REQUEST_CANCELLATION_RULES, NotFound, BadUserInput
 */
export async function requestSignupCancellation(
  tx: Transaction, { signupId, reason }: { readonly signupId: string; readonly reason: string },
): Promise<{ signup: string }> {
  const wanted = requiredText(reason, { path: ['reason'], longest: LONGEST_REASON });
  const { signup, facts } = await lockSignupForCancel(tx, signupId);
  const [shift] = await tx.query<{ starts_at: string; organiser: string }>(sql`
    select to_json(sft.starts_at) as starts_at, stf.person_id as organiser from shift sft
      join volunteer_activity act on act.id = sft.activity_id join staff stf on stf.id = act.organiser_id where sft.id = ${signup.shift.id}`);
  const [blocker] = requestBlockersFor(facts, new Date(shift!.starts_at), signup);
  if (blocker !== undefined) throw violationOf(REQUEST_CANCELLATION_RULES, blocker, ['signupId']);
  signup.cancelRequestedAt = tx.now;
  signup.cancelRequestReason = wanted;
  signup.cancelRequestAnswer = null;
  await tell(tx, 'CANCELLATION_REQUESTED', { to: [shift!.organiser], about: signup.id });
  return { signup: signup.id };
}
