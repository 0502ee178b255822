import { v7 } from 'uuid';
import type { Transaction } from '../../../../../platform/commands/index.ts';
import { violationOf } from '../../../../../platform/errors/index.ts';
import { sql } from '../../../../../platform/reading/index.ts';
import { organisedShift } from '../attendance.locks.ts';
import { SHOW_CODE_RULES } from '../attendance.rules.ts';
import { codeOf, type CheckInCode } from './check-in-code.ts';

/** Whoever leaves late still finds the code. */
const AFTER_THE_END_MS = 60 * 60_000;

export interface ShowCodeFacts {
  readonly scheduled: boolean;
  readonly opensAt: Date;
  readonly endsAt: Date;
}

export function showCodeBlockerFor(
  { scheduled, opensAt, endsAt }: ShowCodeFacts,
  now: Date,
): keyof typeof SHOW_CODE_RULES | null {
  if (!scheduled) return 'CANCELLED';
  if (now < opensAt) return 'TOO_EARLY';
  return now.getTime() >= endsAt.getTime() + AFTER_THE_END_MS ? 'OVER' : null;
}

/**
 * The code that volunteers scan, for whoever runs the shift: from when they can check in until an hour after the end. To whom
 * it was given is kept: who could show it to themself is approved by another.
 * @param shiftId bare id of the shift
 * @throws RuleViolation, NotFound, Forbidden
 */
export async function showCheckInCode(
  tx: Transaction,
  { shiftId }: { readonly shiftId: string },
): Promise<CheckInCode & { shift: string }> {
  const shift = await organisedShift(tx, shiftId);
  const blocker = showCodeBlockerFor(shift, tx.now);
  if (blocker !== null) throw violationOf(SHOW_CODE_RULES, blocker, ['shiftId']);
  await keepWhoHasIt(tx, shiftId);
  return { shift: shiftId, ...(await codeOf(tx, shiftId)) };
}

/** A program shows it for those behind it, whose own case it is. */
async function keepWhoHasIt(tx: Transaction, shiftId: string): Promise<void> {
  const persons = [...new Set(tx.viewer.ownPersonIds)].sort();
  await tx.query(sql`insert into check_in_code_shown (id, created_at, shift_id, person_id)
    select who.id, ${tx.now}, ${shiftId}::uuid, who.person_id from unnest(${persons.map(() => v7())}::uuid[], ${persons}::uuid[]) as who(id, person_id)
    on conflict on constraint check_in_code_shown_unique do nothing`);
}
