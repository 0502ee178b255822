import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CancelShiftDocument,
  CancelShiftSeriesDocument,
  CreateShiftSeriesDocument,
  PublishShiftSeriesDocument,
  SeriesEditorDocument,
  UpdateShiftDocument,
  UpdateShiftSeriesDocument,
} from '../../../schema/generated/admin.ts';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import {
  aCalendarDay,
  aTerm,
  aVolunteerActivity,
  type SchoolClassRecord,
  type SchoolRecord,
  type TermRecord,
  type VolunteerActivityRecord,
} from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { CalendarDay, CalendarDayKind, Term } from '../../../src/domains/people/index.ts';
import { VolunteerActivity } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { caller, organisedState, type Answered } from './organisers.ts';

/** A Monday morning in Asia/Shanghai. */
const MONDAY = new Date('2026-09-21T01:00:00.000Z');

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let term: TermRecord;
let [admin, neighbourAdmin]: StaffMember[] = [];
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub, MONDAY);
  clock = MONDAY;
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [admin, neighbourAdmin] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(await scenario.school())];
  term = aTerm({ schoolYear: scenario.schoolYear });
  const day = (date: string, followsWeekday: number | null = null) =>
    aCalendarDay({
      schoolYear: scenario.schoolYear,
      date,
      followsWeekday,
      kind: followsWeekday === null ? CalendarDayKind.HOLIDAY : CalendarDayKind.MAKE_UP,
    });
  await scenario.write((put) => {
    put(Term, term);
    for (const date of ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'])
      put(CalendarDay, day(date));
    put(CalendarDay, day('2026-10-10', 3));
  });
});
beforeEach(() => {
  clock = MONDAY;
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const call = caller(() => hub);

async function activityOf(): Promise<VolunteerActivityRecord> {
  const activity = aVolunteerActivity({
    district: scenario.district,
    school,
    audience: await scenario.audience({ school }),
    organiser: admin!.staff,
  });
  await scenario.write((put) => put(VolunteerActivity, activity));
  return activity;
}
/** Wednesdays from 23 September to 21 October: 30 September, the make-up Saturday 10 October, but no 7 October. */
async function seriesOf(given: object = {}, who = admin!): Promise<Awaited<ReturnType<typeof call>>> {
  return call(CreateShiftSeriesDocument, who, {
    activityId: `volunteer-activity_${(await activityOf()).id}`,
    weekdays: [3],
    startTime: '07:20',
    endTime: '08:00',
    firstDate: '2026-09-23',
    lastDate: '2026-10-21',
    place: '学校东门',
    roles: [{ name: '引导员', capacity: 2 }],
    ...given,
  });
}
async function running(given: object = {}): Promise<string> {
  const { payload } = await seriesOf(given);
  await call(PublishShiftSeriesDocument, admin!, { seriesId: payload['series'].id });
  return payload['series'].id as string;
}
interface Row {
  id: string;
  date: string;
  from: string;
  status: string;
  detached: boolean;
  series: string;
}
async function shiftsOf(seriesId: string): Promise<Row[]> {
  const { rows } = await hub.database.pool.query<Row>(
    `
    with recursive line as (select id from shift_series where id = $1 union select s.id from shift_series s join line on s.continues_id = line.id)
    select 'shift_' || t.id as id, t.series_date::text as date, to_char(t.starts_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as from, t.status, t.detached, 'shift-series_' || t.series_id as series
    from shift t join line on line.id = t.series_id order by t.series_date, t.id`,
    [seriesId.split('_')[1]],
  );
  return rows;
}
const standing = async (seriesId: string): Promise<string[]> =>
  (await shiftsOf(seriesId)).filter(({ status }) => status !== 'CANCELLED').map(({ from }) => from);
async function signUp({ parent }: Family, shiftId: string): Promise<string> {
  const { data } = await hub.ask('query ($id: ID!) { shift(id: $id) { roles { nodes { id } } } }', {
    as: parent.accountId,
    variables: { id: shiftId },
  });
  const answer = await hub.ask(SignUpForShiftDocument, {
    as: parent.accountId,
    variables: { input: { roleId: data!['shift'].roles.nodes[0].id as string, acceptRiskNotice: true } as never },
  });
  return answer.data!.signUpForShift.signup!.id;
}
const signupAt = async (id: string) =>
  (await hub.database.pool.query('select status, reconfirm_until from signup where id = $1', [id.split('_')[1]]))
    .rows[0] as { status: string; reconfirm_until: Date | null };

const DATES = ['2026-09-23', '2026-09-30', '2026-10-10', '2026-10-14', '2026-10-21'];
const ALL = ['09-23 07:20', '09-30 07:20', '10-10 07:20', '10-14 07:20', '10-21 07:20'];

describe('a series', () => {
  it('makes a shift for each day that its rule asks for: no holiday, make-up days by the weekday that they follow', async () => {
    const { payload, codes } = await seriesOf();
    expect(codes).toEqual([]);
    expect(payload).toMatchObject({
      shiftCount: 5,
      series: { weekdays: [3], startTime: '07:20:00', firstDate: '2026-09-23', lastDate: '2026-10-21', revision: 0 },
    });
    expect(await shiftsOf(payload['series'].id as string)).toMatchObject(
      DATES.map((date, index) => ({ date, from: ALL[index], status: 'DRAFT', detached: false })),
    );
    const published = await call(PublishShiftSeriesDocument, admin!, { seriesId: payload['series'].id });
    expect(published.payload).toMatchObject({ publishedShiftCount: 5, series: { revision: 1 } });
    expect((await call(PublishShiftSeriesDocument, admin!, { seriesId: payload['series'].id })).codes).toEqual([
      'NOT_DRAFT',
    ]);
  });

  it('over a term, and nothing of it in the past', async () => {
    const { payload } = await seriesOf({ termId: `term_${term.id}`, firstDate: null, lastDate: null });
    expect(payload['series']).toMatchObject({ firstDate: term.startsOn, lastDate: term.endsOn });
    const rows = await shiftsOf(payload['series'].id as string);
    expect(rows[0]!.date).toBe('2026-09-23');
    expect(rows.at(-1)!.date).toBe('2027-01-20');
  });

  it('is edited with its calendar beside it', async () => {
    const { payload } = await seriesOf();
    const answer = await hub.ask(SeriesEditorDocument, {
      as: admin!.accountId,
      variables: { id: payload['series'].id as string },
    });
    expect(answer.errors).toBeUndefined();
    const node = answer.data!.node as Answered;
    expect(node['activity'].district.schoolYears.nodes[0].calendarDays.nodes).toHaveLength(6);
    expect(node['shifts'].nodes).toHaveLength(5);
    expect(
      (
        await hub.ask(SeriesEditorDocument, {
          as: (await family(scenario, [schoolClass])).parent.accountId,
          variables: { id: payload['series'].id as string },
        })
      ).data!.node,
    ).toBeNull();
  });

  it.each([
    ['NO_OCCURRENCES', { firstDate: '2026-10-01', lastDate: '2026-10-08' }],
    ['NO_OCCURRENCES', { firstDate: '2026-09-01', lastDate: '2026-09-16' }],
    ['TOO_MANY_SHIFTS', { weekdays: [1, 2, 3, 4, 5, 6, 7], skipsHolidays: false, lastDate: '2027-09-23' }],
    ['DATES_TOO_LONG', { lastDate: '2028-01-01' }],
    ['ENDS_BEFORE_START', { endTime: '07:20' }],
    ['ENDS_BEFORE_START', { lastDate: '2026-09-22' }],
    ['SIGNUP_WINDOW', { signupOpensDaysBefore: 1, signupClosesMinutesBefore: 1440 }],
    ['SIGNUP_WINDOW', { cancelUntilMinutesBefore: -1 }],
    ['CAPACITY_RANGE', { roles: [{ name: '引导员', capacity: 0 }] }],
  ])('is refused as %s, and nothing is written', async (code, given) => {
    const activityId = `volunteer-activity_${(await activityOf()).id}`;
    const before = await organisedState(hub);
    expect((await seriesOfActivity(activityId, given)).codes).toEqual([code]);
    expect(await organisedState(hub)).toBe(before);
  });
  const seriesOfActivity = (activityId: string, given: object) => seriesOfGiven({ activityId, ...given });
  const seriesOfGiven = (given: object) =>
    call(CreateShiftSeriesDocument, admin!, {
      weekdays: [3],
      startTime: '07:20',
      endTime: '08:00',
      firstDate: '2026-09-23',
      lastDate: '2026-10-21',
      place: '学校东门',
      roles: [{ name: '引导员', capacity: 2 }],
      ...given,
    });

  it('is beyond the reach of another school', async () => {
    const seriesId = await running();
    const before = await organisedState(hub);
    for (const [document, input] of [
      [UpdateShiftSeriesDocument, { seriesId, revision: 1, scope: 'ALL', place: '越权' }],
      [CancelShiftSeriesDocument, { seriesId, scope: 'ALL', reason: '越权' }],
      [PublishShiftSeriesDocument, { seriesId }],
    ] as const)
      expect((await call(document, neighbourAdmin!, input)).error).toBe('NOT_FOUND');
    expect(await organisedState(hub)).toBe(before);
  });
});

describe('this one', () => {
  it('that is changed or called off by itself is passed by whatever the series does', async () => {
    const seriesId = await running();
    const [first, second, , fourth] = (await shiftsOf(seriesId)) as [Row, Row, Row, Row];
    await call(UpdateShiftDocument, admin!, {
      shiftId: second.id,
      revision: 1,
      startsAt: '2026-09-29T23:00:00.000Z',
      endsAt: '2026-09-29T23:40:00.000Z',
    });
    await call(CancelShiftDocument, admin!, { shiftId: fourth.id, reason: '运动会' });
    const { payload } = await call(UpdateShiftSeriesDocument, admin!, {
      seriesId,
      revision: 1,
      scope: 'ALL',
      startTime: '07:30',
      endTime: '08:10',
    });
    expect(payload).toMatchObject({
      series: { id: seriesId, revision: 2, startTime: '07:30:00' },
      cancelledShiftCount: 0,
    });
    expect(await shiftsOf(seriesId)).toMatchObject([
      { id: first.id, from: '09-23 07:30' },
      { id: second.id, from: '09-30 07:00', detached: true },
      { from: '10-10 07:30' },
      { id: fourth.id, status: 'CANCELLED', detached: true },
      { from: '10-21 07:30' },
    ]);
    expect(
      (await call(CancelShiftSeriesDocument, admin!, { seriesId, scope: 'ALL', reason: '计划调整' })).payload,
    ).toMatchObject({ cancelledShiftCount: 3 });
    expect(await standing(seriesId)).toEqual(['09-30 07:00']);
  });
});

describe('this and following', () => {
  it('splits the series: what was before keeps its rule, a new one goes on from it', async () => {
    const seriesId = await running();
    const { payload, codes } = await call(UpdateShiftSeriesDocument, admin!, {
      seriesId,
      revision: 1,
      scope: 'THIS_AND_FOLLOWING',
      from: '2026-10-10',
      weekdays: [3, 5],
      startTime: '16:00',
      endTime: '16:40',
      place: '学校西门',
    });
    expect(codes).toEqual([]);
    expect(payload).toMatchObject({
      series: { firstDate: '2026-10-10', weekdays: [3, 5], place: '学校西门' },
      shiftCount: 4,
      cancelledShiftCount: 0,
    });
    expect(payload['series'].id).not.toBe(seriesId);
    expect(await standing(seriesId)).toEqual([
      '09-23 07:20',
      '09-30 07:20',
      '10-10 16:00',
      '10-14 16:00',
      '10-16 16:00',
      '10-21 16:00',
    ]);
    expect(new Set((await shiftsOf(seriesId)).slice(2).map(({ series, status }) => `${series} ${status}`))).toEqual(
      new Set([`${payload['series'].id} SCHEDULED`]),
    );
    const { rows } = await hub.database.pool.query('select last_date::text from shift_series where id = $1', [
      seriesId.split('_')[1],
    ]);
    expect(rows).toEqual([{ last_date: '2026-10-09' }]);
    await expectChecksHold(hub);
  });

  it('keeps its days: what it goes on from reaches no further than the day before, and no day has two shifts', async () => {
    const seriesId = await running();
    const split = (on: string, from: string, revision: number) =>
      call(UpdateShiftSeriesDocument, admin!, {
        seriesId: on,
        revision,
        scope: 'THIS_AND_FOLLOWING',
        from,
        place: '学校西门',
      });
    const later = (await split(seriesId, '2026-10-14', 1)).payload['series'].id as string;
    const longer = (lastDate: string) =>
      call(UpdateShiftSeriesDocument, admin!, { seriesId, revision: 2, scope: 'ALL', lastDate });
    const refused = await longer('2026-10-21');
    expect(refused.codes).toEqual(['GOES_ON']);
    expect(await standing(seriesId)).toEqual(ALL);
    expect((await longer('2026-10-13')).codes).toEqual([]);
    // Whichever of three is meant, and whatever lies between.
    await split(seriesId, '2026-09-30', 3);
    expect(
      (await call(UpdateShiftSeriesDocument, admin!, { seriesId, revision: 4, scope: 'ALL', lastDate: '2026-11-18' }))
        .codes,
    ).toEqual(['GOES_ON']);
    expect(
      (
        await call(UpdateShiftSeriesDocument, admin!, {
          seriesId: later,
          revision: 0,
          scope: 'ALL',
          lastDate: '2026-10-28',
        })
      ).codes,
    ).toEqual([]);
    expect(await standing(seriesId)).toEqual([...ALL, '10-28 07:20']);
  });

  it('calls off the days that fit no longer, asks those who stay to confirm again, and moves nobody else', async () => {
    const seriesId = await running({ weekdays: [3, 4], lastDate: '2026-10-22' });
    const rows = await shiftsOf(seriesId);
    const own = await family(scenario, [schoolClass]);
    const on = (date: string): string => rows.find((each) => each.date === date)!.id;
    clock = new Date('2026-10-08T04:00:00.000Z');
    const [kept, dropped] = [await signUp(own, on('2026-10-14')), await signUp(own, on('2026-10-15'))];
    clock = new Date('2026-10-09T04:00:00.000Z');
    const { payload } = await call(UpdateShiftSeriesDocument, admin!, {
      seriesId,
      revision: 1,
      scope: 'THIS_AND_FOLLOWING',
      from: '2026-10-14',
      weekdays: [3],
      startTime: '07:00',
      reason: '周四不再需要',
    });
    expect(payload).toMatchObject({ cancelledShiftCount: 2, userErrors: [] });
    expect(await signupAt(kept)).toEqual({
      status: 'CONFIRMED',
      reconfirm_until: new Date('2026-10-11T04:00:00.000Z'),
    });
    expect(await signupAt(dropped)).toEqual({ status: 'CANCELLED', reconfirm_until: null });
    expect((await shiftsOf(seriesId)).filter(({ status }) => status === 'CANCELLED').map(({ date }) => date)).toEqual([
      '2026-10-15',
      '2026-10-22',
    ]);
    const again = await call(UpdateShiftSeriesDocument, admin!, {
      seriesId: payload['series'].id,
      revision: 0,
      scope: 'ALL',
      weekdays: [3, 4],
    });
    expect(again.payload).toMatchObject({ userErrors: [], shiftCount: 4 });
    await expectChecksHold(hub);
  });

  it('is called off from a day on: the rule ends the day before', async () => {
    const seriesId = await running();
    expect(
      (
        await call(CancelShiftSeriesDocument, admin!, {
          seriesId,
          scope: 'THIS_AND_FOLLOWING',
          from: '2026-10-10',
          reason: '计划调整',
        })
      ).payload,
    ).toMatchObject({ cancelledShiftCount: 3, series: { lastDate: '2026-10-09' } });
    expect(await standing(seriesId)).toEqual(['09-23 07:20', '09-30 07:20']);
    expect(
      (
        await call(CancelShiftSeriesDocument, admin!, {
          seriesId,
          scope: 'THIS_AND_FOLLOWING',
          from: '2026-10-10',
          reason: '计划调整',
        })
      ).codes,
    ).toEqual(['NOTHING_AHEAD']);
  });

  it('leaves alone what has begun, and drafts that nobody has seen go without a trace', async () => {
    const seriesId = await running();
    clock = new Date('2026-09-30T00:00:00.000Z');
    const { payload } = await call(UpdateShiftSeriesDocument, admin!, {
      seriesId,
      revision: 1,
      scope: 'ALL',
      startTime: '07:00',
    });
    expect(payload).toMatchObject({ userErrors: [], shiftCount: 3 });
    expect(await standing(seriesId)).toEqual([
      '09-23 07:20',
      '09-30 07:20',
      '10-10 07:00',
      '10-14 07:00',
      '10-21 07:00',
    ]);
    clock = MONDAY;
    const drafts = (await seriesOf()).payload['series'].id as string;
    await call(UpdateShiftSeriesDocument, admin!, { seriesId: drafts, revision: 0, scope: 'ALL', weekdays: [1] });
    expect((await shiftsOf(drafts)).map(({ date, status }) => `${date} ${status}`)).toEqual([
      '2026-09-28 DRAFT',
      '2026-10-12 DRAFT',
      '2026-10-19 DRAFT',
    ]);
  });

  it('wants its first day, and a revision that is still the last', async () => {
    const seriesId = await running();
    const before = await organisedState(hub);
    expect(
      (
        await call(UpdateShiftSeriesDocument, admin!, {
          seriesId,
          revision: 1,
          scope: 'THIS_AND_FOLLOWING',
          place: '西门',
        })
      ).error,
    ).toBe('BAD_USER_INPUT');
    expect(
      (await call(UpdateShiftSeriesDocument, admin!, { seriesId, revision: 0, scope: 'ALL', place: '西门' })).codes,
    ).toEqual(['CONFLICT']);
    expect(
      (await call(UpdateShiftSeriesDocument, admin!, { seriesId, revision: 1, scope: 'ALL', endTime: '07:00' })).codes,
    ).toEqual(['ENDS_BEFORE_START']);
    expect(await organisedState(hub)).toBe(before);
    const both = await Promise.all(
      ['16:00', '17:00'].map((endTime) =>
        call(UpdateShiftSeriesDocument, admin!, { seriesId, revision: 1, scope: 'ALL', endTime }),
      ),
    );
    expect(both.flatMap(({ codes }) => codes)).toEqual(['CONFLICT']);
  });
});
