import type { RECONFIRM_RULES } from './approval.rules.ts';

export interface ReconfirmFacts {
  readonly own: boolean;
  readonly reconfirmUntil: Date | null;
  readonly now: Date;
}

/** Why somebody cannot confirm a sign-up again; null where they can. */
export function reconfirmBlocker({ own, reconfirmUntil, now }: ReconfirmFacts): keyof typeof RECONFIRM_RULES | null {
  if (!own) return 'NOT_YOURS';
  if (reconfirmUntil === null) return 'NOTHING_TO_CONFIRM';
  return now >= reconfirmUntil ? 'TOO_LATE' : null;
}
