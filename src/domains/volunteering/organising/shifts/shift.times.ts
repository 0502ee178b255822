import { violationOf } from '../../../../platform/errors/index.ts';
import type { Shift } from '../../model/index.ts';
import { TIME_RULES } from './shift.rules.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export type ShiftTimes = Pick<Shift, 'startsAt' | 'endsAt' | 'signupOpensAt' | 'signupClosesAt' | 'cancelUntil'>;

/** The times that an organiser gives; the rest follows from the start. */
export type WantedTimes = Pick<ShiftTimes, 'startsAt' | 'endsAt'> & {
  readonly [K in 'signupOpensAt' | 'signupClosesAt' | 'cancelUntil']: Date | null;
};

/** How long before its start a shift opens and closes. */
export interface SignupWindow {
  readonly signupOpensDaysBefore: number;
  readonly signupClosesMinutesBefore: number;
  readonly cancelUntilMinutesBefore: number;
}

const USUAL: SignupWindow = {
  signupOpensDaysBefore: 14,
  signupClosesMinutesBefore: 60,
  cancelUntilMinutesBefore: 1440,
};

export function windowBefore(
  startsAt: Date,
  window: SignupWindow = USUAL,
): Pick<ShiftTimes, 'signupOpensAt' | 'signupClosesAt' | 'cancelUntil'> {
  const before = (milliseconds: number): Date => new Date(startsAt.getTime() - milliseconds);
  return {
    signupOpensAt: before(window.signupOpensDaysBefore * DAY),
    signupClosesAt: before(window.signupClosesMinutesBefore * MINUTE),
    cancelUntil: before(window.cancelUntilMinutesBefore * MINUTE),
  };
}

export function timesOf({ startsAt, endsAt, signupOpensAt, signupClosesAt, cancelUntil }: WantedTimes): ShiftTimes {
  const usual = windowBefore(startsAt);
  return {
    startsAt,
    endsAt,
    signupOpensAt: signupOpensAt ?? usual.signupOpensAt,
    signupClosesAt: signupClosesAt ?? usual.signupClosesAt,
    cancelUntil: cancelUntil ?? usual.cancelUntil,
  };
}

/** The times of a shift after a change: what nobody says moves with the start. */
export function movedTimes(
  before: ShiftTimes,
  change: Partial<{ readonly [K in keyof ShiftTimes]: Date | null }>,
): ShiftTimes {
  const startsAt = change.startsAt ?? before.startsAt;
  const later = startsAt.getTime() - before.startsAt.getTime();
  const moved = (time: Date): Date => new Date(time.getTime() + later);
  return {
    startsAt,
    endsAt: change.endsAt ?? moved(before.endsAt),
    signupOpensAt: change.signupOpensAt ?? (later < 0 ? moved(before.signupOpensAt) : before.signupOpensAt),
    signupClosesAt: change.signupClosesAt ?? moved(before.signupClosesAt),
    cancelUntil: change.cancelUntil ?? moved(before.cancelUntil),
  };
}

export function sameTime(
  one: Pick<ShiftTimes, 'startsAt' | 'endsAt'>,
  other: Pick<ShiftTimes, 'startsAt' | 'endsAt'>,
): boolean {
  return one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime();
}

/** @throws RuleViolation STARTS_IN_PAST, ENDS_BEFORE_START, TOO_LONG, SIGNUP_WINDOW */
export function requireTimes(times: ShiftTimes, now: Date): void {
  const { startsAt, endsAt, signupOpensAt, signupClosesAt, cancelUntil } = times;
  if (endsAt <= startsAt) throw violationOf(TIME_RULES, 'ENDS_BEFORE_START', ['endsAt'], ['startsAt']);
  if (endsAt.getTime() - startsAt.getTime() > DAY) throw violationOf(TIME_RULES, 'TOO_LONG', ['endsAt'], ['startsAt']);
  if (startsAt <= now) throw violationOf(TIME_RULES, 'STARTS_IN_PAST', ['startsAt']);
  if (signupOpensAt >= signupClosesAt || signupClosesAt > startsAt)
    throw violationOf(TIME_RULES, 'SIGNUP_WINDOW', ['signupClosesAt'], ['signupOpensAt', 'startsAt']);
  if (cancelUntil > startsAt) throw violationOf(TIME_RULES, 'SIGNUP_WINDOW', ['cancelUntil'], ['startsAt']);
}
