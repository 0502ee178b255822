import { requiredText, type Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { LONGEST_PLACE } from '../shifts/create-shift.ts';
import type { ShiftSeries } from '../../model/index.ts';
import type { SignupWindow } from '../shifts/shift.times.ts';
import type { RecurrenceRule } from '../../../recurrence/index.ts';
import { SERIES_RULES } from './series.rules.ts';

/** All that a series says but its roles. */
export type SeriesTerms = RecurrenceRule & SignupWindow & Pick<ShiftSeries, 'place'>;

const DAY = 24 * 60 * 60_000;
const LONGEST_DAYS = 400;
const MOST_MINUTES = 90 * 1440;

/** @throws RuleViolation ENDS_BEFORE_START, SIGNUP_WINDOW, DATES_TOO_LONG; BadUserInput */
export function requireTerms(wanted: SeriesTerms): SeriesTerms {
  const weekdays = [...new Set(wanted.weekdays)].sort();
  if (weekdays.length === 0 || weekdays.some((day) => day < 1 || day > 7)) {
    throw new BadUserInput({ zh: '周几应为1(周一)到7(周日)。', en: 'Days of the week are 1 (Monday) to 7 (Sunday).' }, [
      'input',
      'weekdays',
    ]);
  }
  if (wanted.endTime <= wanted.startTime)
    throw violationOf(SERIES_RULES, 'ENDS_BEFORE_START', ['endTime'], ['startTime']);
  if (wanted.lastDate < wanted.firstDate)
    throw violationOf(SERIES_RULES, 'ENDS_BEFORE_START', ['lastDate'], ['firstDate']);
  if (Date.parse(wanted.lastDate) - Date.parse(wanted.firstDate) > LONGEST_DAYS * DAY)
    throw violationOf(SERIES_RULES, 'DATES_TOO_LONG', ['lastDate'], ['firstDate']);
  requireWindow(wanted);
  return { ...wanted, weekdays, place: requiredText(wanted.place, { path: ['place'], longest: LONGEST_PLACE }) };
}

function requireWindow({
  signupOpensDaysBefore,
  signupClosesMinutesBefore,
  cancelUntilMinutesBefore,
}: SignupWindow): void {
  const closes = signupClosesMinutesBefore >= 0 && signupClosesMinutesBefore < signupOpensDaysBefore * 1440;
  if (!closes || signupOpensDaysBefore * 1440 > MOST_MINUTES)
    throw violationOf(SERIES_RULES, 'SIGNUP_WINDOW', ['signupClosesMinutesBefore'], ['signupOpensDaysBefore']);
  if (cancelUntilMinutesBefore < 0 || cancelUntilMinutesBefore > MOST_MINUTES)
    throw violationOf(SERIES_RULES, 'SIGNUP_WINDOW', ['cancelUntilMinutesBefore']);
}

export interface WantedDates {
  readonly termId?: string | null;
  readonly firstDate?: string | null;
  readonly lastDate?: string | null;
}

/** The dates that are given, or those of a term of the district. @throws NotFound, BadUserInput */
export async function datesOf(
  tx: Transaction,
  districtId: string,
  { termId, firstDate, lastDate }: WantedDates,
): Promise<Pick<RecurrenceRule, 'firstDate' | 'lastDate'>> {
  const term = termId ? await termDates(tx, districtId, termId) : null;
  const [first, last] = [firstDate ?? term?.firstDate, lastDate ?? term?.lastDate];
  if (!first || !last)
    throw new BadUserInput({ zh: '请指定学期,或首日和末日。', en: 'Name a term, or a first and a last day.' }, [
      'input',
      'firstDate',
    ]);
  return { firstDate: first, lastDate: last };
}

async function termDates(
  tx: Transaction,
  districtId: string,
  termId: string,
): Promise<Pick<RecurrenceRule, 'firstDate' | 'lastDate'>> {
  const [term] = await tx.query<{ first: string; last: string }>(sql`
    select to_char(trm.starts_on, 'YYYY-MM-DD') as first, to_char(trm.ends_on, 'YYYY-MM-DD') as last
    from term trm join school_year yr on yr.id = trm.school_year_id where trm.id = ${termId} and yr.district_id = ${districtId}`);
  if (!term) throw new NotFound();
  return { firstDate: term.first, lastDate: term.last };
}
