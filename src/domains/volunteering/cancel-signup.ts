import type { Transaction } from '../../platform/commands/index.ts';
import { BadUserInput, RuleViolation } from '../../platform/errors/index.ts';
import { EngagementKind, release } from '../timetable/index.ts';
import { cancelBlockersFor } from './signup.blockers.ts';
import { SignupStatus } from './signup.entity.ts';
import { lockSignupForCancel } from './signup.locks.ts';
import { cancelSentences } from './signup.sentences.ts';

const LONGEST_REASON = 200;

/**
 * Takes back a sign-up of the caller's, whose place and time are free again.
 * @param signupId bare id of the sign-up
 * @throws RuleViolation with a CancelSignupBlocker, NotFound, BadUserInput
 */
export async function cancelSignup(
  tx: Transaction, { signupId, reason }: { readonly signupId: string; readonly reason: string | null },
): Promise<{ signup: string; role: string }> {
  const cancelReason = reasonOf(reason);
  const { signup, role, facts } = await lockSignupForCancel(tx, signupId);
  const [blocker] = cancelBlockersFor(facts);
  if (blocker !== undefined) throw new RuleViolation(blocker, cancelSentences[blocker], ['signupId']);

  if (signup.status === SignupStatus.CONFIRMED) role.placesTaken -= 1;
  signup.status = SignupStatus.CANCELLED;
  signup.cancelledAt = tx.now;
  signup.cancelReason = cancelReason;
  await release(tx.em, { kind: EngagementKind.SHIFT_SIGNUP, sourceId: signup.id }, tx.now);
  return { signup: signup.id, role: role.id };
}

function reasonOf(reason: string | null): string | null {
  const text = reason?.trim() ?? '';
  if (text.length > LONGEST_REASON || text.includes('\0') || !text.isWellFormed()) {
    throw new BadUserInput({
      zh: `取消原因最长 ${LONGEST_REASON} 个字符,且不能含有无法存储的字符。`,
      en: `The reason may have ${LONGEST_REASON} characters at most, and only ones that can be stored.`,
    }, ['input', 'reason']);
  }
  return text === '' ? null : text;
}
