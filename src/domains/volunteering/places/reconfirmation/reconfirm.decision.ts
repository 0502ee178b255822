import { ReconfirmBlocker } from '../approval/approval.rules.ts';

export interface ReconfirmFacts {
  readonly own: boolean;
  readonly reconfirmUntil: Date | null;
  readonly now: Date;
}

/** Why somebody cannot confirm a sign-up again; null where they can. */
export function reconfirmBlocker({ own, reconfirmUntil, now }: ReconfirmFacts): ReconfirmBlocker | null {
  if (!own) return ReconfirmBlocker.NOT_YOURS;
  if (reconfirmUntil === null) return ReconfirmBlocker.NOTHING_TO_CONFIRM;
  return now >= reconfirmUntil ? ReconfirmBlocker.TOO_LATE : null;
}
