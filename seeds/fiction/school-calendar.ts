/** Holidays and make-up days of a school year, after the manner in which they are announced each autumn. */
export interface SpecialDay {
  readonly date: string;
  readonly name: string;
  /** For a make-up day: whose timetable it follows, 1 Monday to 7 Sunday. */
  readonly followsWeekday: number | null;
}

const DAY = 86_400_000;
const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;
const daysFrom = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

function holiday(name: string, first: string, days: number): SpecialDay[] {
  return Array.from({ length: days }, (_, index) => daysFrom(first, index))
    .filter((date) => weekdayOf(date) <= 5)
    .map((date) => ({ date, name, followsWeekday: null }));
}

/** A week off has its last two school days made up for: the Sunday before it, and the Saturday after. */
function weekOff(name: string, first: string, days: number): SpecialDay[] {
  const off = holiday(name, first, days);
  const [before, after] = [
    daysFrom(first, -weekdayOf(first)),
    daysFrom(first, days + ((13 - weekdayOf(daysFrom(first, days))) % 7)),
  ];
  return [before, after]
    .map((date, index): SpecialDay => ({
      date,
      name: `${name}调休`,
      followsWeekday: weekdayOf(off.at(index - 2)!.date),
    }))
    .concat(off);
}

/** @param year in which the school year begins */
export function specialDaysOf(year: number): SpecialDay[] {
  return [
    ...weekOff('国庆节', `${year}-10-01`, 7),
    ...holiday('元旦', `${year + 1}-01-01`, 1),
    ...holiday('清明节', `${year + 1}-04-05`, 1),
    ...weekOff('劳动节', `${year + 1}-05-01`, 5),
  ];
}
