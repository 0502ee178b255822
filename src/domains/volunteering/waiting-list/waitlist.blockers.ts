import { SignupBlocker } from '../signups/signup-blocker.enum.ts';
import { blockersFor, placeBlockersFor, type SignupFacts } from '../signups/signup.blockers.ts';
import { AcceptOfferBlocker, WaitlistBlocker } from './waitlist.rules.ts';
import { WaitlistStatus } from './waitlist-entry.entity.ts';

export interface WaitlistFacts extends SignupFacts {
  readonly alreadyWaiting: boolean;
}

const ORDER = Object.values(WaitlistBlocker);

/** Why not, most telling first: whoever could not sign up for any other reason than want of a place cannot wait for one either. */
export function waitlistBlockersFor(facts: WaitlistFacts): WaitlistBlocker[] {
  const signup = blockersFor(facts);
  const blockers: WaitlistBlocker[] = signup.filter((each) => each !== SignupBlocker.FULL).map((each) => WaitlistBlocker[each]);
  if (facts.alreadyWaiting) blockers.push(WaitlistBlocker.ALREADY_WAITING);
  else if (!signup.includes(SignupBlocker.FULL)) blockers.push(WaitlistBlocker.NOT_FULL);
  return blockers.sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other));
}

export interface OfferFacts extends SignupFacts {
  readonly entryStatus: WaitlistStatus;
  readonly offerExpiresAt: Date | null;
}

/** Why the place that was offered cannot be taken; an offer that is over is told alone. */
export function acceptBlockersFor(facts: OfferFacts): AcceptOfferBlocker[] {
  const { entryStatus, offerExpiresAt, now } = facts;
  if (entryStatus === WaitlistStatus.EXPIRED) return [AcceptOfferBlocker.OFFER_EXPIRED];
  if (entryStatus !== WaitlistStatus.OFFERED) return [AcceptOfferBlocker.NOT_OFFERED];
  if (now >= offerExpiresAt!) return [AcceptOfferBlocker.OFFER_EXPIRED];
  return placeBlockersFor(facts).map((each) => AcceptOfferBlocker[each as keyof typeof AcceptOfferBlocker]);
}
