import { LONGEST_REASON, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { GuardianshipStatus } from '../families/guardianship.entity.ts';
import { Staff } from '../staff/staff.entity.ts';
import { tellOfDecidedGuardian } from '../telling/tell-of-guardians.ts';
import { lockTieInMyCare } from './binding.locks.ts';
import { DECIDE_RULES } from './binding.rules.ts';

/** @throws NotFound where the pupil is not in the caller's care, RuleViolation, BadUserInput */
export async function rejectGuardianship(
  tx: Transaction,
  { guardianshipId, reason }: { readonly guardianshipId: string; readonly reason: string },
): Promise<{ guardianship: string }> {
  const decisionReason = requiredText(reason, { path: ['reason'], longest: LONGEST_REASON });
  const { tie, own } = await lockTieInMyCare(tx, guardianshipId);
  if (own !== null) throw violationOf(DECIDE_RULES, own === 'TIE' ? 'OWN_REQUEST' : 'OWN_CHILD', ['guardianshipId']);
  if (tie.status !== GuardianshipStatus.PENDING) throw violationOf(DECIDE_RULES, 'NOT_PENDING', ['guardianshipId']);
  tie.status = GuardianshipStatus.REJECTED;
  tie.decisionReason = decisionReason;
  tie.decidedAt = tx.now;
  tie.decisionOfBlock = false;
  tie.decidedBy = tx.em.getReference(Staff, tx.viewer.staffId!);
  await tellOfDecidedGuardian(tx, tie, 'REJECTED');
  return { guardianship: tie.id };
}
