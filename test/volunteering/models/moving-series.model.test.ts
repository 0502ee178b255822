import { shanghaiDay } from '../../../src/platform/calendar/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AlignShiftSeriesDocument,
  CancelShiftSeriesDocument,
  CreateShiftSeriesDocument,
  PublishShiftSeriesDocument,
  SetCalendarDaysDocument,
  UpdateShiftSeriesDocument,
} from '../../../schema/generated/admin.ts';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { aTerm, aVolunteerActivity, type TermRecord } from '../../../seeds/factories/index.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { VolunteerActivity } from '../../../src/domains/volunteering/index.ts';
import { Desk } from '../desk.ts';
import { caller } from '../organising/organisers.ts';
import {
  EARLIER_OR_LATER,
  MovingShifts,
  oneAfterTheOther,
  severalAtATime,
  type MovedShift,
  type Pressed,
} from './moving-shifts.model.ts';

/** Short where every change is tested; MODEL_STEPS=20000 for a night. MODEL_SEED repeats a run. */
const STEPS = Number(process.env['MODEL_STEPS'] ?? 240);
const SEED = process.env['MODEL_SEED'] ?? 'moving-series';
const GUARDIANS = 6;
const DAYS = 12;

/** So that terms and days of the calendar lie around a day that is known. */
const MONDAY = new Date('2026-09-21T01:00:00.000Z');

let desk: Desk;
let district: StaffMember;
let term: TermRecord;
beforeAll(async () => {
  desk = await Desk.open({ variables: { REQUEST_TIMEOUT_MS: '120000' }, at: MONDAY });
  district = await desk.scenario.districtAdmin();
  term = aTerm({ schoolYear: desk.scenario.schoolYear });
  await desk.scenario.write((put) => put(Term, term));
});
afterAll(() => desk.close());

const call = caller(() => desk.hub);

const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

interface CalendarDay {
  readonly date: string;
  readonly kind: 'HOLIDAY' | 'MAKE_UP';
  readonly name: string;
  readonly followsWeekday?: number;
}

interface SeriesRow {
  readonly id: string;
  readonly revision: number;
  readonly weekdays: number[];
  readonly first: string;
  readonly last: string;
}

interface ShiftRow {
  readonly date: string;
  readonly starts_at: Date;
  readonly status: string;
  readonly detached: boolean;
}

/** A series on school days, while the calendar, the term, its rule and single shifts of it change. */
class SchoolDays extends MovingShifts {
  #calendar: readonly CalendarDay[] = [];
  #lastDayOfTerm = '';
  #activity = '';
  /** From their first day on: they ask for nothing any more, whatever the calendar says. */
  readonly #calledOff = new Set<string>();

  static async begin(dice: Dice): Promise<SchoolDays> {
    const world = new SchoolDays(desk, dice, await desk.parents(GUARDIANS));
    desk.now = MONDAY;
    await world.#calendarSays([]);
    await world.#termEnds(term.endsOn);
    const activity = aVolunteerActivity({
      district: desk.scenario.district,
      school: desk.school,
      audience: await desk.scenario.audience({ school: desk.school }),
      organiser: desk.organiser.staff,
    });
    await desk.scenario.write((put) => put(VolunteerActivity, activity));
    world.#activity = activity.id;
    const { payload } = await call(CreateShiftSeriesDocument, desk.organiser, {
      activityId: `volunteer-activity_${activity.id}`,
      weekdays: [1, 2, 3, 4, 5],
      startTime: '15:20',
      endTime: '16:20',
      firstDate: shanghaiDay(MONDAY),
      lastDate: daysAfter(shanghaiDay(MONDAY), DAYS),
      place: '学校东门',
      roles: [{ name: '引导员', capacity: dice.int(1, 2) }],
    });
    await call(PublishShiftSeriesDocument, desk.organiser, { seriesId: payload['series'].id });
    return world;
  }

  override offers(): Promise<readonly MovedShift[]> {
    return desk.rows<MovedShift>(
      `select json_build_object('id', sft.id) as shift, json_build_object('id', rol.id) as role
      from shift sft join shift_role rol on rol.shift_id = sft.id where sft.activity_id = $1 order by sft.series_date, sft.created_at, sft.id limit 6`,
      this.#activity,
    );
  }

  /** Here much more is moved than is signed up for. */
  override async press(): Promise<Pressed> {
    return this.dice.chance(0.5) ? this.move(this.dice.pick(await this.offers())) : super.press();
  }

  override async move(offered: MovedShift): Promise<Pressed> {
    const { dice } = this;
    const drawn = dice.int(1, 100);
    if (drawn <= 8) return this.moveAlone(offered, EARLIER_OR_LATER);
    if (drawn <= 30)
      return this.#calendarSays(
        Array.from({ length: dice.int(0, 3) }, () => this.#day()).filter(
          (day, index, all) => all.findIndex(({ date }) => date === day.date) === index,
        ),
      );
    if (drawn <= 38) return this.#termEnds(dice.pick([term.endsOn, daysAfter(shanghaiDay(MONDAY), dice.int(1, DAYS))]));
    const series = dice.pick(await this.#series());
    if (drawn <= 42) return this.#callOff(series);
    return drawn <= 65 ? this.#change(series) : this.#align(series);
  }

  #day(): CalendarDay {
    const date = daysAfter(shanghaiDay(MONDAY), this.dice.int(0, DAYS));
    return this.dice.chance(0.6)
      ? { date, kind: 'HOLIDAY', name: '运动会' }
      : { date, kind: 'MAKE_UP', name: '调课', followsWeekday: this.dice.int(1, 7) };
  }

  async #calendarSays(calendar: readonly CalendarDay[]): Promise<Pressed> {
    const { codes, error } = await call(SetCalendarDaysDocument, district, {
      schoolYearId: `school-year_${desk.scenario.schoolYear.id}`,
      calendar,
    });
    if (codes.length === 0 && !error) this.#calendar = calendar;
    return { name: 'calendar', codes: error ? [error] : codes };
  }

  async #termEnds(on: string): Promise<Pressed> {
    await desk.rows('update term set ends_on = $2 where id = $1', term.id, on);
    this.#lastDayOfTerm = on;
    return { name: 'term', codes: [] };
  }

  #series(): Promise<SeriesRow[]> {
    return desk.rows<SeriesRow>(
      `select id, revision, weekdays, to_char(first_date, 'YYYY-MM-DD') as first, to_char(last_date, 'YYYY-MM-DD') as last
      from shift_series where activity_id = $1 order by first_date`,
      this.#activity,
    );
  }

  async #change({ id, revision }: SeriesRow): Promise<Pressed> {
    const { dice } = this;
    const from = dice.chance(0.4)
      ? { scope: 'THIS_AND_FOLLOWING', from: daysAfter(shanghaiDay(MONDAY), dice.int(0, DAYS)) }
      : { scope: 'ALL' };
    const startTime = dice.pick(['14:20', '15:20', '15:50']);
    const lastDate = dice.chance(0.4) ? { lastDate: daysAfter(shanghaiDay(MONDAY), dice.int(0, DAYS + 4)) } : {};
    const { codes, error } = await call(UpdateShiftSeriesDocument, desk.organiser, {
      seriesId: `shift-series_${id}`,
      revision,
      ...from,
      ...lastDate,
      startTime,
      endTime: `16${startTime.slice(2)}`,
      weekdays: dice.pick([
        [1, 2, 3, 4, 5],
        [1, 3, 5],
        [2, 4, 6],
      ]),
    });
    return { name: 'change', codes: error ? [error] : codes };
  }

  async #callOff({ id, last }: SeriesRow): Promise<Pressed> {
    const { codes, error } = await call(CancelShiftSeriesDocument, desk.organiser, {
      seriesId: `shift-series_${id}`,
      scope: 'ALL',
      reason: '校门施工',
    });
    const now = (await this.#series()).find((each) => each.id === id);
    if (codes.length === 0 && !error && now?.last === last) this.#calledOff.add(id);
    return { name: 'call off', codes: error ? [error] : codes };
  }

  async #align({ id, revision }: SeriesRow): Promise<Pressed> {
    const calendar = this.#calendar;
    const { codes, error } = await call(AlignShiftSeriesDocument, desk.organiser, {
      seriesId: `shift-series_${id}`,
      revision,
      reason: '校历已调整',
    });
    if (codes.length === 0 && !error && this.oneAfterTheOther) await this.#lieOnSchoolDays(id, calendar);
    return { name: 'align', codes: error ? [error] : codes };
  }

  /** Where nothing else happens meanwhile, what an alignment leaves can be told from the calendar. */
  oneAfterTheOther = false;

  async #lieOnSchoolDays(id: string, calendar: readonly CalendarDay[]): Promise<void> {
    const series = (await this.#series()).find((each) => each.id === id)!;
    const shifts = await desk.rows<ShiftRow>(
      `select to_char(series_date, 'YYYY-MM-DD') as date, starts_at, status, detached from shift where series_id = $1`,
      id,
    );
    const apart = new Set(shifts.filter(({ detached }) => detached).map(({ date }) => date));
    const asked: string[] = [];
    for (let date = series.first; date <= series.last; date = daysAfter(date, 1)) {
      const day = calendar.find((each) => each.date === date);
      const follows = day?.kind === 'HOLIDAY' ? 0 : (day?.followsWeekday ?? weekdayOf(date));
      if (
        !this.#calledOff.has(id) &&
        date >= term.startsOn &&
        date <= this.#lastDayOfTerm &&
        date > shanghaiDay(desk.now) &&
        series.weekdays.includes(follows) &&
        !apart.has(date)
      )
        asked.push(date);
    }
    const stand = shifts
      .filter(({ status, detached, date }) => status !== 'CANCELLED' && !detached && date > shanghaiDay(desk.now))
      .map(({ date }) => date);
    expect(stand.sort()).toEqual(asked);
  }
}

function walk(name: string) {
  const dice = new Dice(`${SEED}/${name}`);
  return {
    steps: STEPS / 2,
    dice,
    database: desk.hub.database,
    begin: async () => Object.assign(await SchoolDays.begin(dice), { oneAfterTheOther: name === 'one' }),
  };
}

describe(`${STEPS} steps from the seed ${SEED}`, () => {
  it(
    "one after the other: over holidays and the end of a term, no place is two people's, and what is aligned lies on school days",
    async () => {
      const done = await oneAfterTheOther(walk('one'));
      if (STEPS >= 2000)
        expect([...done].sort()).toEqual(
          expect.arrayContaining([
            'accept',
            'align',
            'calendar',
            'call off',
            'cancel',
            'change',
            'move',
            'offer',
            'sign up',
            'take over',
            'term',
          ]),
        );
    },
    120_000 + STEPS * 500,
  );

  it('several at a time', () => severalAtATime(walk('several')), 120_000 + STEPS * 500);
});
