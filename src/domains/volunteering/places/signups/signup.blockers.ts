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

/** Of times and places: they say when somebody may sign up, not whether the person could serve. */
const OF_SIGNING_UP: ReadonlySet<SignupBlocker> = new Set([
  SignupBlocker.CLOSED,
  SignupBlocker.NOT_OPEN,
  SignupBlocker.FULL,
]);

/** Why somebody cannot have a place that is kept for them: one may take it until the start, though signing up has ended. */
export function placeBlockersFor(facts: SignupFacts): SignupBlocker[] {
  return blockersFor(facts).filter((blocker) => !OF_SIGNING_UP.has(blocker));
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
