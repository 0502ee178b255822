import { shanghaiDay } from '../../../platform/calendar/index.ts';
import { requiredReason, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { type Guardianship, GuardianshipStatus } from '../families/guardianship.entity.ts';
import { rightsEnded, rightsRegained } from '../rights/rights-ended.ts';
import { tellOfDecidedGuardian, type GuardianOutcome } from '../telling/tell-of-guardians.ts';
import { lockTieInMyCare } from './binding.locks.ts';
import { TIE_RULES, type TieRule } from './binding.rules.ts';
import { decideTie } from './decide-tie.ts';

export interface TieChange {
  readonly guardianshipId: string;
  readonly reason: string;
}

type Changed = Promise<{ guardianship: string }>;

/** From the next request on the guardian sees nothing of the child. @throws NotFound, RuleViolation, BadUserInput */
export function blockGuardian(tx: Transaction, change: TieChange): Changed {
  return changed(tx, change, 'NOT_ACTIVE', (tie) => {
    if (tie.status !== GuardianshipStatus.ACTIVE && tie.status !== GuardianshipStatus.PENDING) return null;
    tie.approvedBeforeBlock = tie.status === GuardianshipStatus.ACTIVE;
    tie.dataAccessBeforeBlock = tie.approvedBeforeBlock && tie.dataAccess;
    tie.status = GuardianshipStatus.BLOCKED;
    tie.dataAccess = false;
    return 'BLOCK_CHANGED';
  });
}

/**
 * As it was before the block, and no more: a request waits again, and who saw nothing sees nothing. What would have run out
 * meanwhile is over. What the block had ended is given back as far as nothing stands against it.
 * @throws NotFound, RuleViolation, BadUserInput
 */
export function unblockGuardian(tx: Transaction, change: TieChange): Changed {
  return changed(tx, change, 'NOT_BLOCKED', (tie) => {
    if (tie.status !== GuardianshipStatus.BLOCKED) return null;
    const ranOut = tie.validTo !== null && tie.validTo < shanghaiDay(tx.now);
    tie.status = !tie.approvedBeforeBlock
      ? GuardianshipStatus.PENDING
      : ranOut
        ? GuardianshipStatus.ENDED
        : GuardianshipStatus.ACTIVE;
    tie.dataAccess = tie.dataAccessBeforeBlock!;
    forgetBlock(tie);
    return 'BLOCK_CHANGED';
  });
}

/** Over for good: a new code binds the two again. The guardian is told, but where they were blocked until now. @throws NotFound, RuleViolation, BadUserInput */
export function endGuardianship(tx: Transaction, change: TieChange): Changed {
  return changed(tx, change, 'NOT_ACTIVE', (tie) => {
    const { status: before } = tie;
    if (before !== GuardianshipStatus.ACTIVE && before !== GuardianshipStatus.BLOCKED) return null;
    const today = shanghaiDay(tx.now);
    tie.status = GuardianshipStatus.ENDED;
    // A guardianship that has run out already ended on its own last day.
    if (tie.validTo === null || tie.validTo > today) tie.validTo = today < tie.validFrom ? tie.validFrom : today;
    forgetBlock(tie);
    return before === GuardianshipStatus.ACTIVE ? 'ENDED' : 'BLOCK_CHANGED';
  });
}

function forgetBlock(tie: Guardianship): void {
  tie.approvedBeforeBlock = null;
  tie.dataAccessBeforeBlock = null;
}

/** @param change answers what the guardian is told of; null where the guardianship does not stand where it can be changed so */
async function changed(
  tx: Transaction,
  { guardianshipId, reason }: TieChange,
  rule: TieRule,
  change: (tie: Guardianship) => GuardianOutcome | null,
): Changed {
  const why = requiredReason(reason);
  const { tie, own } = await lockTieInMyCare(tx, guardianshipId);
  if (own !== null) throw violationOf(TIE_RULES, own === 'TIE' ? 'OWN' : 'OWN_CHILD', ['guardianshipId']);
  const outcome = change(tie);
  if (outcome === null) throw violationOf(TIE_RULES, rule, ['guardianshipId']);
  decideTie(tx, tie, { reason: why, ofBlock: outcome === 'BLOCK_CHANGED' });
  await tellOfDecidedGuardian(tx, tie, outcome);
  await rightsEnded(tx, { guardianIds: [tie.guardian.id] });
  if (tie.status === GuardianshipStatus.ACTIVE) await rightsRegained(tx, { guardianIds: [tie.guardian.id] });
  return { guardianship: tie.id };
}
