import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CancelShiftSeriesDocument, UpdateShiftSeriesDocument } from '../../../schema/generated/admin.ts';
import { family } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { organisedState } from './organisers.ts';
import { ALL, MONDAY, openSeriesSchool, seriesCalls, type SeriesSchool } from './series.ts';

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

const { call, seriesOf, running, shiftsOf, standing, signUp, signupAt } = seriesCalls(() => world);

describe('this and following', () => {
  it('splits the series: what was before keeps its rule, a new one goes on from it', async () => {
    const seriesId = await running();
    const { payload, codes } = await call(UpdateShiftSeriesDocument, world.admin, {
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
    const { rows } = await world.hub.database.pool.query('select last_date::text from shift_series where id = $1', [
      seriesId.split('_')[1],
    ]);
    expect(rows).toEqual([{ last_date: '2026-10-09' }]);
    await expectChecksHold(world.hub);
  });

  it('keeps its days: what it goes on from reaches no further than the day before, and no day has two shifts', async () => {
    const seriesId = await running();
    const split = (on: string, from: string, revision: number) =>
      call(UpdateShiftSeriesDocument, world.admin, {
        seriesId: on,
        revision,
        scope: 'THIS_AND_FOLLOWING',
        from,
        place: '学校西门',
      });
    const later = (await split(seriesId, '2026-10-14', 1)).payload['series'].id as string;
    const longer = (lastDate: string) =>
      call(UpdateShiftSeriesDocument, world.admin, { seriesId, revision: 2, scope: 'ALL', lastDate });
    const refused = await longer('2026-10-21');
    expect(refused.codes).toEqual(['GOES_ON']);
    expect(await standing(seriesId)).toEqual(ALL);
    expect((await longer('2026-10-13')).codes).toEqual([]);
    // Whichever of three is meant, and whatever lies between.
    await split(seriesId, '2026-09-30', 3);
    expect(
      (
        await call(UpdateShiftSeriesDocument, world.admin, {
          seriesId,
          revision: 4,
          scope: 'ALL',
          lastDate: '2026-11-18',
        })
      ).codes,
    ).toEqual(['GOES_ON']);
    expect(
      (
        await call(UpdateShiftSeriesDocument, world.admin, {
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
    const own = await family(world.scenario, [world.schoolClass]);
    const on = (date: string): string => rows.find((each) => each.date === date)!.id;
    clock = new Date('2026-10-08T04:00:00.000Z');
    const [kept, dropped] = [await signUp(own, on('2026-10-14')), await signUp(own, on('2026-10-15'))];
    clock = new Date('2026-10-09T04:00:00.000Z');
    const { payload } = await call(UpdateShiftSeriesDocument, world.admin, {
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
    const again = await call(UpdateShiftSeriesDocument, world.admin, {
      seriesId: payload['series'].id,
      revision: 0,
      scope: 'ALL',
      weekdays: [3, 4],
    });
    expect(again.payload).toMatchObject({ userErrors: [], shiftCount: 4 });
    await expectChecksHold(world.hub);
  });

  it('is called off from a day on: the rule ends the day before', async () => {
    const seriesId = await running();
    expect(
      (
        await call(CancelShiftSeriesDocument, world.admin, {
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
        await call(CancelShiftSeriesDocument, world.admin, {
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
    const { payload } = await call(UpdateShiftSeriesDocument, world.admin, {
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
    await call(UpdateShiftSeriesDocument, world.admin, { seriesId: drafts, revision: 0, scope: 'ALL', weekdays: [1] });
    expect((await shiftsOf(drafts)).map(({ date, status }) => `${date} ${status}`)).toEqual([
      '2026-09-28 DRAFT',
      '2026-10-12 DRAFT',
      '2026-10-19 DRAFT',
    ]);
  });

  it('wants its first day, and a revision that is still the last', async () => {
    const seriesId = await running();
    const before = await organisedState(world.hub);
    expect(
      (
        await call(UpdateShiftSeriesDocument, world.admin, {
          seriesId,
          revision: 1,
          scope: 'THIS_AND_FOLLOWING',
          place: '西门',
        })
      ).error,
    ).toBe('BAD_USER_INPUT');
    expect(
      (await call(UpdateShiftSeriesDocument, world.admin, { seriesId, revision: 0, scope: 'ALL', place: '西门' }))
        .codes,
    ).toEqual(['CONFLICT']);
    expect(
      (await call(UpdateShiftSeriesDocument, world.admin, { seriesId, revision: 1, scope: 'ALL', endTime: '07:00' }))
        .codes,
    ).toEqual(['ENDS_BEFORE_START']);
    expect(await organisedState(world.hub)).toBe(before);
    const both = await Promise.all(
      ['16:00', '17:00'].map((endTime) =>
        call(UpdateShiftSeriesDocument, world.admin, { seriesId, revision: 1, scope: 'ALL', endTime }),
      ),
    );
    expect(both.flatMap(({ codes }) => codes)).toEqual(['CONFLICT']);
  });
});
