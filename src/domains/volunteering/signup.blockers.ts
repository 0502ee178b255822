import { registerEnum } from '../../platform/graphql/index.ts';

/** In the order in which they are told: what nobody can change first, what is only full last. */
export enum SignupBlocker {
  CANCELLED = 'CANCELLED',
  STARTED = 'STARTED',
  CLOSED = 'CLOSED',
  NOT_OPEN = 'NOT_OPEN',
  ALREADY_SIGNED_UP = 'ALREADY_SIGNED_UP',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
  SUSPENDED = 'SUSPENDED',
  NOT_QUALIFIED = 'NOT_QUALIFIED',
  OVERLAP = 'OVERLAP',
  FULL = 'FULL',
}

/** Of the enum's values; the mutation's error codes are the same. */
export const SIGNUP_BLOCKERS: Readonly<Record<SignupBlocker, string>> = {
  CANCELLED: 'The shift does not take place (班次已取消).',
  STARTED: 'The shift has begun or is over (已开始).',
  CLOSED: 'Signing up has ended (报名已截止).',
  NOT_OPEN: 'Signing up has not begun (报名未开始).',
  ALREADY_SIGNED_UP: 'Signed up for this shift already, in this role or another (已报名).',
  NOT_ELIGIBLE: 'The activity is for other families (不在适用范围).',
  SUSPENDED: 'The volunteer may not sign up for the time being (暂停报名资格).',
  NOT_QUALIFIED: 'The role wants a qualification that is not on record (缺少所需资质).',
  OVERLAP: 'Something else occupies the time (时间冲突).',
  FULL: 'All places are taken (名额已满).',
};

registerEnum(SignupBlocker, 'SignupBlocker', 'Why somebody cannot sign up for a role of a shift (不能报名的原因).', SIGNUP_BLOCKERS);

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

export enum CancelSignupBlocker {
  NOT_YOURS = 'NOT_YOURS',
  NOT_ACTIVE = 'NOT_ACTIVE',
  TOO_LATE = 'TOO_LATE',
}

/** Of the enum's values; the mutation's error codes are the same. */
export const CANCEL_SIGNUP_BLOCKERS: Readonly<Record<CancelSignupBlocker, string>> = {
  NOT_YOURS: 'Somebody else has signed up (非本人报名).',
  NOT_ACTIVE: 'It was taken back or declined already (报名已失效).',
  TOO_LATE: 'The time for free cancelling is over: ask the organiser (已过自由取消时间).',
};

registerEnum(CancelSignupBlocker, 'CancelSignupBlocker', 'Why somebody cannot take a sign-up back (不能取消报名的原因).', CANCEL_SIGNUP_BLOCKERS);

export interface CancelSignupFacts {
  readonly now: Date;
  readonly own: boolean;
  readonly active: boolean;
  readonly cancelUntil: Date;
}

export function cancelBlockersFor(facts: CancelSignupFacts): CancelSignupBlocker[] {
  const blockers: CancelSignupBlocker[] = [];
  if (!facts.own) blockers.push(CancelSignupBlocker.NOT_YOURS);
  if (!facts.active) blockers.push(CancelSignupBlocker.NOT_ACTIVE);
  else if (facts.now >= facts.cancelUntil) blockers.push(CancelSignupBlocker.TOO_LATE);
  return blockers;
}
