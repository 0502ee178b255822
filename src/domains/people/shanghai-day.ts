const FORMAT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The calendar day of Asia/Shanghai, e.g. `2026-09-01`. */
export function dayOf(moment: Date): string {
  return FORMAT.format(moment);
}
