import { requiredReason, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { GuardianshipStatus } from '../families/guardianship.entity.ts';
import { tellOfDecidedGuardian } from '../telling/tell-of-guardians.ts';
import { lockTieInMyCare } from './binding.locks.ts';
import { DECIDE_RULES } from './binding.rules.ts';
import { decideTie } from './decide-tie.ts';

/** @throws NotFound where the pupil is not in the caller's care, RuleViolation, BadUserInput */
export async function rejectGuardianship(
  tx: Transaction,
  { guardianshipId, reason }: { readonly guardianshipId: string; readonly reason: string },
): Promise<{ guardianship: string }> {
  const why = requiredReason(reason);
  const { tie, own } = await lockTieInMyCare(tx, guardianshipId);
  if (own !== null) throw violationOf(DECIDE_RULES, own === 'TIE' ? 'OWN_REQUEST' : 'OWN_CHILD', ['guardianshipId']);
  if (tie.status !== GuardianshipStatus.PENDING) throw violationOf(DECIDE_RULES, 'NOT_PENDING', ['guardianshipId']);
  tie.status = GuardianshipStatus.REJECTED;
  // Of one that waited anew it was given before.
  tie.dataAccess = false;
  decideTie(tx, tie, { reason: why, ofBlock: false });
  await tellOfDecidedGuardian(tx, tie, 'REJECTED');
  return { guardianship: tie.id };
}
