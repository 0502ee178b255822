import { MeetingStatus } from '../../../src/domains/meetings/index.ts';
import { type Calendar, type Dice, earliest } from '../../deterministic/index.ts';
import { daysAfter, minutesAfter } from '../../factories/index.ts';
import { CANCEL_REASONS } from './themes.ts';

/** When a meeting is held and what has become of it by now. */
export interface Occasion {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: MeetingStatus;
  readonly publishedAt: Date | null;
  readonly replyBy: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
}

const HOUR = 60;
const EVENINGS = [17 * HOUR + 30, 19 * HOUR + 10] as const;
const SATURDAYS = [9 * HOUR, 10 * HOUR + 40, 14 * HOUR, 15 * HOUR + 40] as const;
const LENGTH = 90;
const DRAFTS_AMONG_COMING = 0.15;
const CANCELLED = 0.03;

export interface Place {
  /** From the present week. */
  readonly week: number;
  readonly weekday: number;
  readonly minutes: number;
}

/** A grade has its day of the week and its hour, so that brothers and sisters of one school seldom clash. */
export function eveningOf(grade: number, school: number, week: number): Place {
  return { week, weekday: (grade * 2 + school) % 5, minutes: EVENINGS[grade % 2]! };
}

export function saturday(week: number, number: number): Place {
  return { week, weekday: 5, minutes: SATURDAYS[number % SATURDAYS.length]! };
}

export function occasionAt(calendar: Calendar, dice: Dice, { week, weekday, minutes }: Place): Occasion {
  const startsAt = calendar.at(week, weekday, minutes);
  const endsAt = minutesAfter(startsAt, LENGTH);
  const coming = startsAt > calendar.now;
  if (coming && dice.chance(DRAFTS_AMONG_COMING)) {
    return {
      startsAt,
      endsAt,
      status: MeetingStatus.DRAFT,
      publishedAt: null,
      replyBy: null,
      cancelledAt: null,
      cancelReason: null,
    };
  }
  const lead = daysAfter(startsAt, -dice.int(9, 15));
  const publishedAt = coming ? earliest(lead, calendar.after(-dice.int(26, 140) * HOUR)) : lead;
  const deadline = daysAfter(startsAt, -dice.int(1, 2));
  const replyBy = dice.chance(0.8) && deadline > daysAfter(publishedAt, 1) ? deadline : null;
  if (!dice.chance(CANCELLED)) {
    return {
      startsAt,
      endsAt,
      status: MeetingStatus.PUBLISHED,
      publishedAt,
      replyBy,
      cancelledAt: null,
      cancelReason: null,
    };
  }
  const cancelledAt = earliest(daysAfter(startsAt, -1), calendar.after(-3 * HOUR));
  return {
    startsAt,
    endsAt,
    status: MeetingStatus.CANCELLED,
    publishedAt,
    replyBy,
    cancelledAt,
    cancelReason: dice.pick(CANCEL_REASONS),
  };
}
