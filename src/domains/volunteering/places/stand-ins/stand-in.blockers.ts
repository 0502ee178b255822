import { placeBlockersFor, type SignupFacts } from '../signups/signup.blockers.ts';
import { StandInStatus } from '../../model/index.ts';
import {
  AcceptStandInBlocker,
  DeclineStandInBlocker,
  OfferStandInBlocker,
  WithdrawStandInBlocker,
} from './stand-in.rules.ts';

export interface OfferStandInFacts {
  readonly now: Date;
  readonly own: boolean;
  readonly confirmed: boolean;
  readonly startsAt: Date;
  /** The place is offered to somebody already. */
  readonly offered: boolean;
  readonly approvalRequired: boolean;
}

/** Why the caller cannot offer their place to somebody, most telling first; empty where they can. */
export function offerBlockersFor({ now, own, confirmed, startsAt, offered }: OfferStandInFacts): OfferStandInBlocker[] {
  if (!own) return [OfferStandInBlocker.NOT_YOURS];
  if (!confirmed) return [OfferStandInBlocker.NOT_CONFIRMED];
  if (now >= startsAt) return [OfferStandInBlocker.STARTED];
  return offered ? [OfferStandInBlocker.ALREADY_OFFERED] : [];
}

/** The same for the waiting list, which is not asked where the organiser confirms who serves. */
export function offerToListBlockersFor(facts: OfferStandInFacts): OfferStandInBlocker[] {
  return [...offerBlockersFor(facts), ...(facts.approvalRequired ? [OfferStandInBlocker.NEEDS_APPROVAL] : [])];
}

export interface OpenFacts {
  readonly now: Date;
  readonly status: StandInStatus;
  readonly expiresAt: Date;
}

/** Why an offer to the caller cannot be declined any more; empty where it can. An offer that is over is so whether or not it says so yet. */
export function declineStandInBlockersFor({
  now,
  status,
  expiresAt,
}: OpenFacts): Exclude<DeclineStandInBlocker, DeclineStandInBlocker.NOT_ASKED>[] {
  if (status === StandInStatus.EXPIRED || (status === StandInStatus.OFFERED && now >= expiresAt))
    return [DeclineStandInBlocker.EXPIRED];
  return status === StandInStatus.OFFERED ? [] : [DeclineStandInBlocker.NOT_OPEN_ANY_MORE];
}

export type AcceptStandInFacts = SignupFacts & OpenFacts;

/** Why an offer to the caller cannot be accepted; one that is over is told alone. */
export function acceptStandInBlockersFor(
  facts: AcceptStandInFacts,
): Exclude<AcceptStandInBlocker, AcceptStandInBlocker.NOT_ASKED>[] {
  const over = declineStandInBlockersFor(facts);
  if (over.length > 0) return over.map((each) => AcceptStandInBlocker[each]);
  return placeBlockersFor(facts).map((each) => AcceptStandInBlocker[each]);
}

/** Why the volunteer cannot take an offer of theirs back: also one that waits for the organiser can be, and one that has run out unnoticed. */
export function withdrawBlockersFor({
  status,
}: Pick<OpenFacts, 'status'>): Exclude<WithdrawStandInBlocker, WithdrawStandInBlocker.NOT_YOURS>[] {
  const open = status === StandInStatus.OFFERED || status === StandInStatus.PENDING;
  return open ? [] : [WithdrawStandInBlocker.NOT_OPEN_ANY_MORE];
}
