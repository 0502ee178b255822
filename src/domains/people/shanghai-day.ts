const FORMAT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

const MINUTE_MS = 60_000;

/** A day begins with a minute, and nearly all who ask mean the present one. */
let latest = { minute: NaN, day: '' };

/** The calendar day of Asia/Shanghai, e.g. `2026-09-01`. */
export function dayOf(moment: Date): string {
  const minute = Math.floor(moment.getTime() / MINUTE_MS);
  if (minute !== latest.minute) latest = { minute, day: FORMAT.format(moment) };
  return latest.day;
}
