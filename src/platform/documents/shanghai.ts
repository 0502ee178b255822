const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A moment as the clocks of Asia/Shanghai show it: `2026-01-20 09:30`. */
export function shanghaiTime(moment: Date): string {
  return CLOCK.format(moment);
}

/** The day of a moment in Asia/Shanghai: `2026-01-20`. */
export function shanghaiDay(moment: Date): string {
  return shanghaiTime(moment).slice(0, 10);
}

/** `2026-01-20` → `2026年1月20日`. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
