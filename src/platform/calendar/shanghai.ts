const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const CALENDAR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Asia/Shanghai has no summer time. */
const SHANGHAI_MS = 8 * 3_600_000;

/** A moment as the clocks of Asia/Shanghai show it: `2026-01-20 09:30`. */
export function shanghaiTime(moment: Date): string {
  return CLOCK.format(moment);
}

/** A day begins with a minute, and nearly all who ask mean the present one. */
let latest = { minute: NaN, day: '' };

/** The calendar day of a moment in Asia/Shanghai: `2026-01-20`. */
export function shanghaiDay(moment: Date): string {
  const minute = Math.floor(moment.getTime() / MINUTE_MS);
  if (minute !== latest.minute) latest = { minute, day: CALENDAR.format(moment) };
  return latest.day;
}

/** The same as a number that grows by one each day. */
export function shanghaiDayNumber(moment: Date): number {
  return Math.floor((moment.getTime() + SHANGHAI_MS) / DAY_MS);
}

/** When the day of that number begins, in milliseconds. */
export function startOfShanghaiDay(dayNumber: number): number {
  return dayNumber * DAY_MS - SHANGHAI_MS;
}

/** `2026-01-20` → `2026年1月20日`. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
