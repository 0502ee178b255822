import { occurrenceOn, type Occurrence } from '../../src/domains/recurrence/index.ts';
import {
  ActivityTopic,
  Shift,
  ShiftRole,
  ShiftSeries,
  VolunteerActivity,
  WaitlistPriority,
} from '../../src/domains/volunteering/index.ts';
import { dateOf } from '../deterministic/index.ts';
import {
  anActivityTopic,
  aShift,
  aShiftRole,
  aShiftSeries,
  aTerm,
  aVolunteerActivity,
  daysAfter,
  minutesAfter,
  type ShiftSeriesRecord,
  type VolunteerActivityRecord,
} from '../factories/index.ts';
import { specialDaysOf } from '../fiction/school-calendar.ts';
import type { District, Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';

/** Two afternoons a week from this week on, one of them moved by itself; as it was before, on one afternoon, in the weeks before. */
export function writeSeries(batch: Batch, workshop: Workshop, { schools: [school], record: district }: District): void {
  const { ids, calendar, reference } = workshop;
  const publishedAt = calendar.after(-40 * 24 * 60);
  const activity = aVolunteerActivity({
    id: ids.next('volunteer-activity'),
    createdAt: publishedAt,
    district,
    school: school!.record,
    audience: school!.audience,
    organiser: school!.admins[0]!,
    title: '放学时段护学岗',
    waitlistPriority: WaitlistPriority.NOT_SERVED_THIS_TERM,
    publishedAt,
  });
  batch.add(VolunteerActivity, activity);
  batch.add(
    ActivityTopic,
    anActivityTopic({
      id: ids.next('activity-topic'),
      activity,
      topic: reference.topics.get('home-school-community')!,
    }),
  );
  const rule = { activity, startTime: '16:20:00', endTime: '17:10:00', place: '学校西门' };
  const day = (week: number, weekday: number): string => dateOf(calendar.at(week, weekday, 0));
  const before = aShiftSeries({
    ...rule,
    id: ids.next('shift-series'),
    createdAt: publishedAt,
    weekdays: [2],
    firstDate: day(-2, 0),
    lastDate: day(-1, 6),
  });
  const now = aShiftSeries({
    ...rule,
    id: ids.next('shift-series'),
    createdAt: publishedAt,
    continues: before,
    origin: before,
    weekdays: [2, 4],
    firstDate: day(0, 0),
    lastDate: day(3, 6),
    revision: 1,
  });
  for (const series of [before, now]) batch.add(ShiftSeries, series);
  const [, , moved] = [before, now].flatMap((series) =>
    daysOf(workshop, series).map((occurrence) => ({ series, occurrence })),
  );
  for (const series of [before, now]) {
    for (const occurrence of daysOf(workshop, series))
      writeShift(batch, workshop, activity, series, occurrence, occurrence.date === moved?.occurrence.date);
  }
}

/** Its days by the calendar that the demonstration is written with: school goes on in the terms, holidays apart, and a make-up day follows another weekday. */
function daysOf({ calendar: { year } }: Workshop, series: ShiftSeriesRecord): Occurrence[] {
  const special = new Map(specialDaysOf(year).map(({ date, followsWeekday }) => [date, followsWeekday]));
  const terms = [1, 2].map((number) => aTerm({ schoolYear: '', year, number }));
  const found: Occurrence[] = [];
  for (let date = series.firstDate; date <= series.lastDate; date = dateOf(daysAfter(new Date(date), 1))) {
    const weekday = special.has(date) ? special.get(date)! : new Date(date).getUTCDay() || 7;
    if (
      weekday !== null &&
      series.weekdays.includes(weekday) &&
      terms.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)
    )
      found.push(occurrenceOn(date, series));
  }
  return found;
}

/** A shift that was moved begins half an hour later. */
function writeShift(
  batch: Batch,
  { ids }: Workshop,
  activity: VolunteerActivityRecord,
  series: ShiftSeriesRecord,
  { date, startsAt, endsAt }: Occurrence,
  detached: boolean,
): void {
  const later = detached ? 30 : 0;
  const shift = aShift({
    id: ids.next('shift'),
    createdAt: activity.createdAt,
    activity,
    series,
    seriesDate: date,
    detached,
    place: series.place,
    revision: detached ? 2 : 1,
    startsAt: minutesAfter(startsAt, later),
    endsAt: minutesAfter(endsAt, later),
    publishedAt: activity.publishedAt,
    signupOpensAt: daysAfter(startsAt, -14),
  });
  batch.add(Shift, shift);
  const [role] = series.roles;
  batch.add(
    ShiftRole,
    aShiftRole({ ...role, id: ids.next('shift-role'), createdAt: activity.createdAt, shift, ordinal: 1 }),
  );
}
