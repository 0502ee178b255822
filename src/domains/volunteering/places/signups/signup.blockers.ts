import { RequestCancellationBlocker } from './leaving.rules.ts';
import { CancelSignupBlocker, SignupBlocker } from '../../model/index.ts';

/** All that the decision depends on. */
export interface SignupFacts {
  readonly now: Date;
  readonly scheduled: boolean;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly startsAt: Date;
  readonly capacity: number;
  readonly placesTaken: number;
  readonly alreadySignedUp: boolean;
  readonly eligible: boolean;
  readonly suspendedUntil: Date | null;
  readonly qualified: boolean;
  readonly overlaps: boolean;
}

/** Why not, most telling first; empty where the sign-up is possible. The times exclude one another, so one of them is told at most. */
export function blockersFor(facts: SignupFacts): SignupBlocker[] {
  const blockers: SignupBlocker[] = [];
  if (!facts.scheduled) blockers.push(SignupBlocker.CANCELLED);
  if (facts.now >= facts.startsAt) blockers.push(SignupBlocker.STARTED);
  else if (facts.now >= facts.closesAt) blockers.push(SignupBlocker.CLOSED);
  else if (facts.now < facts.opensAt) blockers.push(SignupBlocker.NOT_OPEN);
  if (facts.alreadySignedUp) blockers.push(SignupBlocker.ALREADY_SIGNED_UP);
  if (!facts.eligible) blockers.push(SignupBlocker.NOT_ELIGIBLE);
  if (facts.suspendedUntil !== null && facts.now < facts.suspendedUntil) blockers.push(SignupBlocker.SUSPENDED);
  if (!facts.qualified) blockers.push(SignupBlocker.NOT_QUALIFIED);
  // One's own sign-up occupies the time as well: that is no second reason.
  if (facts.overlaps && !facts.alreadySignedUp) blockers.push(SignupBlocker.OVERLAP);
  if (facts.placesTaken >= facts.capacity) blockers.push(SignupBlocker.FULL);
  return blockers;
}

/**
 * The reasons that also stand against a place that is kept for somebody: one may take it until the start, though
 * signing up has ended.
 */
const OF_PLACE = {
  CANCELLED: SignupBlocker.CANCELLED,
  STARTED: SignupBlocker.STARTED,
  CLOSED: null,
  NOT_OPEN: null,
  ALREADY_SIGNED_UP: SignupBlocker.ALREADY_SIGNED_UP,
  NOT_ELIGIBLE: SignupBlocker.NOT_ELIGIBLE,
  SUSPENDED: SignupBlocker.SUSPENDED,
  NOT_QUALIFIED: SignupBlocker.NOT_QUALIFIED,
  OVERLAP: SignupBlocker.OVERLAP,
  FULL: null,
} as const satisfies Readonly<Record<SignupBlocker, SignupBlocker | null>>;

export type PlaceBlocker = NonNullable<(typeof OF_PLACE)[SignupBlocker]>;

/** The same of a place that is kept for somebody; null where it says when one may sign up, and not whether the person could serve. */
export const placeBlockerOf = (blocker: SignupBlocker): PlaceBlocker | null => OF_PLACE[blocker];

/** Why somebody cannot have a place that is kept for them. */
export function placeBlockersFor(facts: SignupFacts): PlaceBlocker[] {
  return blockersFor(facts).flatMap((blocker) => placeBlockerOf(blocker) ?? []);
}

export interface CancelSignupFacts {
  readonly now: Date;
  readonly own: boolean;
  readonly active: boolean;
  readonly cancelUntil: Date;
  readonly startsAt: Date;
  /** The organiser was asked to let them go, and has not answered yet. */
  readonly requested: boolean;
}

export function cancelBlockersFor(facts: CancelSignupFacts): CancelSignupBlocker[] {
  const blockers: CancelSignupBlocker[] = [];
  if (!facts.own) blockers.push(CancelSignupBlocker.NOT_YOURS);
  if (!facts.active) blockers.push(CancelSignupBlocker.NOT_ACTIVE);
  else if (facts.now >= facts.cancelUntil) blockers.push(CancelSignupBlocker.TOO_LATE);
  return blockers;
}

/** Why the caller cannot ask to be let go; empty where they can. */
export function requestBlockersFor({
  own,
  active,
  now,
  cancelUntil,
  startsAt,
  requested,
}: CancelSignupFacts): RequestCancellationBlocker[] {
  const blockers: RequestCancellationBlocker[] = [];
  if (!own) blockers.push(RequestCancellationBlocker.NOT_YOURS);
  if (!active) blockers.push(RequestCancellationBlocker.NOT_ACTIVE);
  else if (now >= startsAt) blockers.push(RequestCancellationBlocker.STARTED);
  else if (now < cancelUntil) blockers.push(RequestCancellationBlocker.STILL_FREE);
  else if (requested) blockers.push(RequestCancellationBlocker.ALREADY_REQUESTED);
  return blockers;
}
