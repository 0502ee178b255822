const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Monday, nine in the morning, of the week of `now` in Asia/Shanghai: what the demonstration takes for the present. */
export function thisWeek(now: Date): Date {
  const midnight = Math.floor((now.getTime() + 8 * HOUR) / DAY) * DAY;
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight - sinceMonday * DAY + HOUR);
}
