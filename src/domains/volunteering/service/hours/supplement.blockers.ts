import { SupplementBlocker } from './service-record.rules.ts';

export interface SupplementFacts {
  readonly now: Date;
  /** The volunteer has the place, and the caller is that volunteer or runs the shift. */
  readonly confirmed: boolean;
  readonly startsAt: Date;
  /** A supplement waits for a decision. */
  readonly waiting: boolean;
}

/** Why no time of a shift can be written down as service by the caller; empty where some can. */
export function supplementBlockersFor({ now, confirmed, startsAt, waiting }: SupplementFacts): SupplementBlocker[] {
  if (!confirmed) return [SupplementBlocker.NOT_SIGNED_UP];
  if (now <= startsAt) return [SupplementBlocker.NOT_YET];
  return waiting ? [SupplementBlocker.ALREADY_WAITING] : [];
}
