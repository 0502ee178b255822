import { type CalendarDay, CalendarDayKind } from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type GivenWith, stored } from '../given.ts';

export type CalendarDayRecord = RecordOf<CalendarDay>;

export function aCalendarDay(given: GivenWith<CalendarDay, 'schoolYear' | 'date'>): CalendarDayRecord {
  const kind = given.kind ?? CalendarDayKind.HOLIDAY;
  return completed<CalendarDayRecord>(
    {
      ...stored(given),
      schoolYear: '',
      date: '',
      kind,
      name: '国庆节',
      followsWeekday: kind === CalendarDayKind.MAKE_UP ? 1 : null,
    },
    given,
  );
}
