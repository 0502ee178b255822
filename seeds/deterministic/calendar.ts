const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Asia/Shanghai, which has known no summer time since 1991. */
const AHEAD_OF_UTC = 8 * 60 * MINUTE;

/** A Monday morning in Asia/Shanghai. */
export const DEFAULT_NOW = new Date('2026-11-16T01:00:00.000Z');

/** Days and times of Asia/Shanghai, reckoned from the moment that the seeds take for now. */
export class Calendar {
  readonly now: Date;
  /** The year in which the present school year began. */
  readonly year: number;
  readonly #monday: number;

  constructor(now: Date) {
    this.now = now;
    const local = new Date(now.getTime() + AHEAD_OF_UTC);
    this.year = local.getUTCMonth() >= 8 ? local.getUTCFullYear() : local.getUTCFullYear() - 1;
    const midnight = Math.floor(local.getTime() / DAY) * DAY;
    this.#monday = midnight - ((local.getUTCDay() + 6) % 7) * DAY;
  }

  /**
   * A time of day, so many weeks from the present one.
   * @param weekday 0 is Monday
   * @param minutes since midnight
   */
  at(week: number, weekday: number, minutes: number): Date {
    return new Date(this.#monday + (week * 7 + weekday) * DAY + minutes * MINUTE - AHEAD_OF_UTC);
  }

  /** The date, so many days from today, as YYYY-MM-DD. */
  date(days: number): string {
    return dateOf(new Date(this.now.getTime() + days * DAY));
  }

  after(minutes: number): Date {
    return new Date(this.now.getTime() + minutes * MINUTE);
  }
}

/** The date in Asia/Shanghai. */
export function dateOf(time: Date): string {
  return new Date(time.getTime() + AHEAD_OF_UTC).toISOString().slice(0, 10);
}

/** Nine in the morning of a date in Asia/Shanghai. */
export function morningOf(date: string): Date {
  return new Date(`${date}T01:00:00.000Z`);
}

export function earliest(...times: readonly (Date | null)[]): Date {
  return new Date(Math.min(...times.filter((time) => time !== null).map((time) => time.getTime())));
}

export function latest(...times: readonly (Date | null)[]): Date {
  return new Date(Math.max(...times.filter((time) => time !== null).map((time) => time.getTime())));
}
