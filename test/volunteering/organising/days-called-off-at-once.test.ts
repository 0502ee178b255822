import { afterAll, beforeAll, expect, it } from 'vitest';
import * as admin from '../../../schema/generated/admin.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import { tellOffCalendar } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { sweep } from '../../support/sweeps.ts';
import { whileHeld } from '../../people/while-held.ts';
import { MONDAY, openSeriesSchool, seriesCalls, type SeriesSchool } from './series.ts';

let world: SeriesSchool;
let district: StaffMember;
const { call, seriesOf } = seriesCalls(() => world);
beforeAll(async () => {
  world = await openSeriesSchool(() => MONDAY);
  district = await world.scenario.districtAdmin();
});
afterAll(async () => {
  await expectChecksHold(world.hub);
  await world.hub.stop();
});

const rows = async <Row extends object>(text: string, ...values: readonly unknown[]): Promise<Row[]> =>
  (await world.hub.database.pool.query<Row>(text, [...values])).rows;
const off = (...dates: readonly string[]) =>
  call(admin.SetCalendarDaysDocument, district, {
    schoolYearId: `school-year_${world.scenario.schoolYear.id}`,
    calendar: dates.map((date) => ({ date, kind: 'HOLIDAY', name: '运动会' })),
  });
const told = () => sweep(world.hub, MONDAY, (tx) => tellOffCalendar(tx, 100));
const shown = async (): Promise<string[]> =>
  (
    await rows<{ dates: string }>(
      "select params->>'dates' as dates from notice where kind = 'volunteering.series-off-calendar' and rests_on is distinct from '{}'",
    )
  ).map(({ dates }) => dates);

it('of two days that are called off, or there again, at one moment the notice says neither', async () => {
  const series = (await seriesOf()).payload['series'].id as string;
  await call(admin.PublishShiftSeriesDocument, world.admin, { seriesId: series });
  const shiftOn = async (date: string): Promise<string> =>
    (
      await rows<{ id: string }>(
        "select 'shift_' || id as id from shift where series_id = $1 and series_date = $2",
        series.slice('shift-series_'.length),
        date,
      )
    )[0]!.id;
  await off('2026-09-30', '2026-10-14', '2026-10-21');
  await told();
  expect(await shown()).toEqual(['09-30、10-10、10-14、10-21']);
  await off('2026-09-30', '2026-10-21');
  const cancels = async () => {
    const { codes, error } = await call(admin.CancelShiftDocument, world.admin, {
      shiftId: await shiftOn('2026-09-30'),
      reason: '放假',
    });
    expect([codes, error]).toEqual([[], undefined]);
  };
  await whileHeld<unknown>(
    world.hub.database,
    "select from notice where kind = 'volunteering.series-off-calendar' for update",
    [],
    [cancels, told],
  );
  expect(await shown()).toEqual(['10-10、10-21']);
});
