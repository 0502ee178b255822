import type { Transaction } from '../../../../platform/commands/index.ts';
import type { Shift } from '../../model/index.ts';

const RECONFIRM_WITHIN = 48 * 60 * 60_000;

/** Until when the new time of a shift is to be confirmed: two days to answer, and never beyond the start. */
export function reconfirmUntil(tx: Transaction, { startsAt }: Pick<Shift, 'startsAt'>): Date {
  return new Date(Math.min(tx.now.getTime() + RECONFIRM_WITHIN, startsAt.getTime()));
}
