import type { Transaction } from '../../../platform/commands/index.ts';
import { actingStaff } from '../acting.ts';
import type { Guardianship } from '../families/guardianship.entity.ts';

export interface TieDecision {
  readonly reason: string | null;
  /** It blocks the guardian, or takes a block back. */
  readonly ofBlock: boolean;
}

/** Writes a decision of the caller's: a small part of every command that decides on a guardianship. */
export function decideTie(tx: Transaction, tie: Guardianship, { reason, ofBlock }: TieDecision): void {
  tie.decisionReason = reason;
  tie.decisionOfBlock = ofBlock;
  tie.recoveredAt = null;
  tie.decidedAt = tx.now;
  tie.decidedBy = actingStaff(tx);
}
