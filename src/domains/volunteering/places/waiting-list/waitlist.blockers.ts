import { SignupBlocker, WaitlistStatus } from '../../model/index.ts';
import { blockersFor, placeBlockersFor, type SignupFacts } from '../signups/signup.blockers.ts';
import { AcceptOfferBlocker, DeclineOfferBlocker, LeaveWaitlistBlocker, WaitlistBlocker } from './waitlist.rules.ts';

export interface WaitlistFacts extends SignupFacts {
  readonly alreadyWaiting: boolean;
}

const ORDER = Object.values(WaitlistBlocker);

/** Why not, most telling first: whoever could not sign up for any other reason than want of a place cannot wait for one either. */
export function waitlistBlockersFor(facts: WaitlistFacts): WaitlistBlocker[] {
  const signup = blockersFor(facts);
  const blockers: WaitlistBlocker[] = signup
    .filter((each) => each !== SignupBlocker.FULL)
    .map((each) => WaitlistBlocker[each]);
  if (facts.alreadyWaiting) blockers.push(WaitlistBlocker.ALREADY_WAITING);
  else if (!signup.includes(SignupBlocker.FULL)) blockers.push(WaitlistBlocker.NOT_FULL);
  return blockers.sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other));
}

/** Facts about an entry, also while its list is yet to be brought up to this moment. */
export interface EntryFacts {
  readonly now: Date;
  readonly entryStatus: WaitlistStatus;
  readonly offerExpiresAt: Date | null;
  /** The start of the shift: nobody waits beyond it. */
  readonly startsAt: Date;
}

/** Why the caller cannot leave the list: only an entry that can still become a place is there to be left. */
export function leaveBlockersFor({ now, entryStatus, offerExpiresAt, startsAt }: EntryFacts): LeaveWaitlistBlocker[] {
  const waits = entryStatus === WaitlistStatus.WAITING && now < startsAt;
  const held = entryStatus === WaitlistStatus.OFFERED && now < offerExpiresAt!;
  return waits || held ? [] : [LeaveWaitlistBlocker.NOT_WAITING];
}

/** Why the caller cannot give up a place that is held for them. */
export function declineBlockersFor({
  now,
  entryStatus,
  offerExpiresAt,
}: Omit<EntryFacts, 'startsAt'>): DeclineOfferBlocker[] {
  if (entryStatus === WaitlistStatus.EXPIRED) return [DeclineOfferBlocker.OFFER_EXPIRED];
  if (entryStatus !== WaitlistStatus.OFFERED) return [DeclineOfferBlocker.NOT_OFFERED];
  return now >= offerExpiresAt! ? [DeclineOfferBlocker.OFFER_EXPIRED] : [];
}

export interface OfferFacts extends SignupFacts {
  readonly entryStatus: WaitlistStatus;
  readonly offerExpiresAt: Date | null;
}

/** Why the place that was offered cannot be taken; an offer that is over is told alone. */
export function acceptBlockersFor(facts: OfferFacts): AcceptOfferBlocker[] {
  const over = declineBlockersFor(facts);
  if (over.length > 0) return over.map((each) => AcceptOfferBlocker[each]);
  return placeBlockersFor(facts).map((each) => AcceptOfferBlocker[each]);
}
