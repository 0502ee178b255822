import { LONGEST_REASON, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { type Guardianship, GuardianshipStatus } from '../families/guardianship.entity.ts';
import { rightsEnded } from '../rights/rights-ended.ts';
import { dayOf } from '../shanghai-day.ts';
import { Staff } from '../staff/staff.entity.ts';
import { lockTieInMyCare } from './binding.locks.ts';
import { TIE_RULES, type TieRule } from './binding.rules.ts';

export interface TieChange {
  readonly guardianshipId: string;
  readonly reason: string;
}

type Changed = Promise<{ guardianship: string }>;

/** From the next request on the guardian sees nothing of the child. @throws NotFound, RuleViolation, BadUserInput */
export function blockGuardian(tx: Transaction, change: TieChange): Changed {
  return changed(tx, change, { from: [GuardianshipStatus.ACTIVE, GuardianshipStatus.PENDING], rule: 'NOT_ACTIVE' }, (tie) => {
    tie.status = GuardianshipStatus.BLOCKED;
    tie.dataAccess = false;
  });
}

/** In force again. @throws NotFound, RuleViolation, BadUserInput */
export function unblockGuardian(tx: Transaction, change: TieChange): Changed {
  return changed(tx, change, { from: [GuardianshipStatus.BLOCKED], rule: 'NOT_BLOCKED' }, (tie) => {
    tie.status = GuardianshipStatus.ACTIVE;
    tie.dataAccess = true;
  });
}

/** Over for good: a new code binds the two again. @throws NotFound, RuleViolation, BadUserInput */
export function endGuardianship(tx: Transaction, change: TieChange): Changed {
  return changed(tx, change, { from: [GuardianshipStatus.ACTIVE, GuardianshipStatus.BLOCKED], rule: 'NOT_ACTIVE' }, (tie) => {
    const today = dayOf(tx.now);
    tie.status = GuardianshipStatus.ENDED;
    tie.validTo = today < tie.validFrom ? tie.validFrom : today;
  });
}

async function changed(
  tx: Transaction, { guardianshipId, reason }: TieChange, { from, rule }: { from: readonly GuardianshipStatus[]; rule: TieRule }, change: (tie: Guardianship) => void,
): Changed {
  const decisionReason = requiredText(reason, { path: ['reason'], longest: LONGEST_REASON });
  const { tie, own } = await lockTieInMyCare(tx, guardianshipId);
  if (own) throw violationOf(TIE_RULES, 'OWN', ['guardianshipId']);
  if (!from.includes(tie.status)) throw violationOf(TIE_RULES, rule, ['guardianshipId']);
  change(tie);
  tie.decisionReason = decisionReason;
  tie.decidedAt = tx.now;
  tie.decidedBy = tx.em.getReference(Staff, tx.viewer.staffId!);
  await rightsEnded(tx, { guardianIds: [tie.guardian.id] });
  return { guardianship: tie.id };
}
