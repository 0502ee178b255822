import { type SIGN_UP_RULES, SignupBlocker, WaitlistStatus } from '../../model/index.ts';
import { blockersFor } from './signup.blockers.ts';
import type { KnownRole } from './signup.locks.ts';

/** The terms that somebody who signs up has agreed to. */
export interface Consent {
  /** Where nothing but a free place is missing: wait for one. */
  readonly orWait: boolean;
  readonly acceptRiskNotice: boolean;
}

/** The outcome for somebody who signs up. */
export type Becoming =
  | { readonly what: 'HAS_A_PLACE' | 'TAKES_HELD_PLACE' | 'WAITS' }
  | { readonly what: 'REFUSED'; readonly code: keyof typeof SIGN_UP_RULES; readonly field: string };

/** The decision, from what is known about them and the role. Whoever holds an offer takes that place, though there is no other. */
export function decideOnSignup(
  { facts, entry }: Pick<KnownRole, 'facts' | 'entry'>,
  { orWait, acceptRiskNotice }: Consent,
): Becoming {
  const held = entry?.status === WaitlistStatus.OFFERED;
  const blockers = blockersFor(facts);
  const [code] = blockers.filter((each) => !((orWait || held) && each === SignupBlocker.FULL));
  if (code !== undefined) return { what: 'REFUSED', code, field: 'roleId' };
  if (!acceptRiskNotice) return { what: 'REFUSED', code: 'RISK_NOTICE_NOT_ACCEPTED', field: 'acceptRiskNotice' };
  if (held) return { what: 'TAKES_HELD_PLACE' };
  return { what: blockers.length > 0 ? 'WAITS' : 'HAS_A_PLACE' };
}
