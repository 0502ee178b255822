import type { ShiftSeries } from '../../../src/domains/volunteering/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type GivenWith, stored } from '../given.ts';

export type ShiftSeriesRecord = RecordOf<ShiftSeries>;

/** Every Wednesday morning. */
export function aShiftSeries(given: GivenWith<ShiftSeries, 'activity' | 'firstDate' | 'lastDate'>): ShiftSeriesRecord {
  return completed<ShiftSeriesRecord>(
    {
      ...stored(given),
      activity: '',
      continues: null,
      origin: null,
      weekdays: [3],
      startTime: '07:20:00',
      endTime: '08:00:00',
      firstDate: '',
      lastDate: '',
      skipsHolidays: true,
      place: '学校东门',
      signupOpensDaysBefore: 14,
      signupClosesMinutesBefore: 60,
      cancelUntilMinutesBefore: 1440,
      roles: [
        { name: '引导员', description: null, capacity: 4, minimum: 1, approvalRequired: false, qualification: null },
      ],
      revision: 0,
    },
    given,
  );
}
