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
import { family } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { organisedState, type Answered } from './organisers.ts';
import { ALL, MONDAY, openSeriesSchool, seriesCalls, type Row, type SeriesSchool } from './series.ts';

let world: SeriesSchool;
let clock: Date;

beforeAll(async () => {
  clock = MONDAY;
  world = await openSeriesSchool(() => clock);
});
beforeEach(() => {
  clock = MONDAY;
});
afterAll(async () => {
  await expectChecksHold(world.hub);
  await world.hub.stop();
});

const { call, activityOf, seriesOf, running, shiftsOf, standing } = seriesCalls(() => world);

const DATES = ['2026-09-23', '2026-09-30', '2026-10-10', '2026-10-14', '2026-10-21'];

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
    const published = await call(PublishShiftSeriesDocument, world.admin, { seriesId: payload['series'].id });
    expect(published.payload).toMatchObject({ publishedShiftCount: 5, series: { revision: 1 } });
    expect((await call(PublishShiftSeriesDocument, world.admin, { seriesId: payload['series'].id })).codes).toEqual([
      'NOT_DRAFT',
    ]);
  });

  it('over a term, and nothing of it in the past', async () => {
    const { payload } = await seriesOf({ termId: `term_${world.term.id}`, firstDate: null, lastDate: null });
    expect(payload['series']).toMatchObject({ firstDate: world.term.startsOn, lastDate: world.term.endsOn });
    const rows = await shiftsOf(payload['series'].id as string);
    expect(rows[0]!.date).toBe('2026-09-23');
    expect(rows.at(-1)!.date).toBe('2027-01-20');
  });

  it('is edited with its calendar beside it', async () => {
    const { payload } = await seriesOf();
    const answer = await world.hub.ask(SeriesEditorDocument, {
      as: world.admin.accountId,
      variables: { id: payload['series'].id as string },
    });
    expect(answer.errors).toBeUndefined();
    const node = answer.data!.node as Answered;
    expect(node['activity'].district.schoolYears.nodes[0].calendarDays.nodes).toHaveLength(6);
    expect(node['shifts'].nodes).toHaveLength(5);
    expect(
      (
        await world.hub.ask(SeriesEditorDocument, {
          as: (await family(world.scenario, [world.schoolClass])).parent.accountId,
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
    const before = await organisedState(world.hub);
    expect((await seriesOfActivity(activityId, given)).codes).toEqual([code]);
    expect(await organisedState(world.hub)).toBe(before);
  });
  const seriesOfActivity = (activityId: string, given: object) => seriesOfGiven({ activityId, ...given });
  const seriesOfGiven = (given: object) =>
    call(CreateShiftSeriesDocument, world.admin, {
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
    const before = await organisedState(world.hub);
    for (const [document, input] of [
      [UpdateShiftSeriesDocument, { seriesId, revision: 1, scope: 'ALL', place: '越权' }],
      [CancelShiftSeriesDocument, { seriesId, scope: 'ALL', reason: '越权' }],
      [PublishShiftSeriesDocument, { seriesId }],
    ] as const)
      expect((await call(document, world.neighbourAdmin, input)).error).toBe('NOT_FOUND');
    expect(await organisedState(world.hub)).toBe(before);
  });
});

describe('this one', () => {
  it('that is changed or called off by itself is passed by whatever the series does', async () => {
    const seriesId = await running();
    const [first, second, , fourth] = (await shiftsOf(seriesId)) as [Row, Row, Row, Row];
    await call(UpdateShiftDocument, world.admin, {
      shiftId: second.id,
      revision: 1,
      startsAt: '2026-09-29T23:00:00.000Z',
      endsAt: '2026-09-29T23:40:00.000Z',
    });
    await call(CancelShiftDocument, world.admin, { shiftId: fourth.id, reason: '运动会' });
    const { payload } = await call(UpdateShiftSeriesDocument, world.admin, {
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
      (await call(CancelShiftSeriesDocument, world.admin, { seriesId, scope: 'ALL', reason: '计划调整' })).payload,
    ).toMatchObject({ cancelledShiftCount: 3 });
    expect(await standing(seriesId)).toEqual(['09-30 07:00']);
  });
});
