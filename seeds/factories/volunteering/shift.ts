import { type Shift, type ShiftRole, ShiftStatus } from '../../../src/domains/volunteering/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import {
  completed,
  daysAfter,
  type Given,
  type GivenWith,
  minutesAfter,
  nextNumber,
  stored,
  WRITTEN_AT,
} from '../given.ts';
import type { VolunteerActivityRecord } from './volunteer-activity.ts';

export type ShiftRecord = RecordOf<Shift>;
export type ShiftRoleRecord = RecordOf<ShiftRole>;

/** An hour, where its activity is. One signs up from two weeks before until an hour before, and cancels freely until a day before. */
export function aShift(given: Given<Shift> & { readonly activity: VolunteerActivityRecord }): ShiftRecord {
  const startsAt = given.startsAt ?? daysAfter(WRITTEN_AT, 100);
  const status = given.status ?? ShiftStatus.SCHEDULED;
  const cancelled = status === ShiftStatus.CANCELLED;
  const signupOpensAt = given.signupOpensAt ?? daysAfter(startsAt, -14);
  return completed<ShiftRecord>(
    {
      ...stored(given),
      activity: '',
      district: given.activity.district,
      school: given.activity.school,
      place: '学校东门',
      startsAt,
      endsAt: minutesAfter(startsAt, 60),
      signupOpensAt,
      signupClosesAt: minutesAfter(startsAt, -60),
      cancelUntil: daysAfter(startsAt, -1),
      status,
      publishedAt: status === ShiftStatus.DRAFT ? null : signupOpensAt,
      cancelledAt: cancelled ? daysAfter(startsAt, -1) : null,
      cancelReason: cancelled ? '天气原因' : null,
      series: null,
      seriesDate: null,
      detached: false,
      offCalendarToldAt: null,
      offCalendar: false,
      revision: 0,
    },
    given,
  );
}

export function aShiftRole(given: GivenWith<ShiftRole, 'shift'>): ShiftRoleRecord {
  return completed<ShiftRoleRecord>(
    {
      ...stored(given),
      shift: '',
      ordinal: 1,
      name: `引导员${nextNumber()}`,
      description: null,
      capacity: 4,
      minimum: 0,
      approvalRequired: false,
      qualification: null,
      placesTaken: 0,
      lastSequence: 0,
    },
    given,
  );
}
