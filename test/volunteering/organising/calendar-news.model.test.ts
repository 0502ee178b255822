import { afterAll, beforeAll, expect, it } from 'vitest';
import * as admin from '../../../schema/generated/admin.ts';
import { CancelSignupDocument, SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { family, type FamilyGuardian, type StaffMember } from '../../../seeds/scenario/index.ts';
import { tellOffCalendar } from '../../../src/domains/volunteering/index.ts';
import { Migration20261130122000_told_while_it_is_so } from '../../../src/migrations/Migration20261130122000_told_while_it_is_so.ts';
import { Migration20261130140000_told_in_one_order } from '../../../src/migrations/Migration20261130140000_told_in_one_order.ts';
import { FULL } from '../../forms/form.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { sweep } from '../../support/sweeps.ts';
import { MONDAY, openSeriesSchool, seriesCalls, type SeriesSchool } from './series.ts';

/** Two series of one activity on the same days, whose calendar changes under them; MODEL_SEED repeats a run. */
const STEPS = Number(process.env['MODEL_STEPS'] ?? (FULL ? 400 : 120));
const SEED = process.env['MODEL_SEED'] ?? 'calendar';
const DAYS = ['2026-09-30', '2026-10-14'];

let now = MONDAY;
let world: SeriesSchool;
let district: StaffMember;
const { call, activityOf } = seriesCalls(() => world);
beforeAll(async () => {
  world = await openSeriesSchool(() => now);
  district = await world.scenario.districtAdmin();
});
afterAll(async () => {
  await expectChecksHold(world.hub);
  await world.hub.stop();
});

const rows = async <Row extends object>(text: string, ...values: readonly unknown[]): Promise<Row[]> =>
  (await world.hub.database.pool.query<Row>(text, [...values])).rows;

async function setDays(off: ReadonlySet<string>): Promise<void> {
  const calendar = [...off].map((date) => ({ date, kind: 'HOLIDAY', name: '运动会' }));
  const { codes, error } = await call(admin.SetCalendarDaysDocument, district, {
    schoolYearId: `school-year_${world.scenario.schoolYear.id}`,
    calendar,
  });
  expect([codes, error]).toEqual([[], undefined]);
}

async function publishedSeries(activity: string, startTime: string, endTime: string): Promise<string> {
  const { payload } = await call(admin.CreateShiftSeriesDocument, world.admin, {
    activityId: `volunteer-activity_${activity}`,
    weekdays: [3],
    startTime,
    endTime,
    firstDate: '2026-09-23',
    lastDate: '2026-10-21',
    place: '学校东门',
    signupOpensDaysBefore: 60,
    roles: [{ name: '引导员', capacity: 1 }],
  });
  await call(admin.PublishShiftSeriesDocument, world.admin, { seriesId: payload['series'].id });
  return payload['series'].id as string;
}

interface Shown {
  readonly kind: string;
  readonly body: string;
  readonly about: { readonly id: string } | null;
}
async function inbox({ accountId }: { readonly accountId: string }): Promise<Shown[]> {
  const { data } = await world.hub.ask<{ viewer: { inbox: { nodes: Shown[] } } }>(
    '{ viewer { inbox(first: 50) { nodes { kind body about { id } } } } }',
    { as: accountId },
  );
  return data!.viewer.inbox.nodes.map((each) => ({ ...each, kind: each.kind.replace('volunteering.', '') }));
}

/** What somebody lost with a shift that was called off of its day, and has not had since in the shift of that series that is there again. */
async function lost({ person }: FamilyGuardian): Promise<string[]> {
  const found = await rows<{ said: string }>(
    `with had as (select shift_id, 'shift-cancelled' as kind, cancelled_at as ended from signup where person_id = $1 union all select shift_id, 'waitlist-closed', ended_at from waitlist_entry where person_id = $1),
      wanted as (select shift_id from signup where person_id = $1 union select shift_id from waitlist_entry where person_id = $1)
     select had.kind || ' shift_' || off.id as said from had join shift off on off.id = had.shift_id and off.off_calendar and had.ended = off.cancelled_at
     where not exists (select 1 from shift anew join wanted on wanted.shift_id = anew.id where anew.series_id = off.series_id and anew.series_date = off.series_date and anew.id > off.id)`,
    person.id,
  );
  return found.map(({ said }) => said).sort();
}

async function roleOn(series: string, date: string): Promise<string | undefined> {
  const [found] = await rows<{ id: string }>(
    "select rol.id from shift_role rol join shift sft on sft.id = rol.shift_id where sft.series_id = $1 and sft.series_date = $2 and sft.status = 'SCHEDULED'",
    series.split('_')[1],
    date,
  );
  return found?.id;
}

async function align(series: string): Promise<void> {
  const [shown] = await rows<{ revision: number }>(
    'select revision from shift_series where id = $1',
    series.split('_')[1],
  );
  const { codes, error } = await call(admin.AlignShiftSeriesDocument, world.admin, {
    seriesId: series,
    ...shown,
    reason: '当天放假',
  });
  expect([codes, error]).toEqual([[], undefined]);
}

/** How often somebody is told that a shift is off, and has a place in that of the other series on that day. */
async function hadBeside({ person }: FamilyGuardian): Promise<number> {
  const found = await rows(
    `select 1 from notice ntc join shift off on off.id = ntc.about_id join shift oth on oth.series_date = off.series_date and oth.series_id <> off.series_id
       join signup sgn on sgn.shift_id = oth.id and sgn.person_id = ntc.person_id and sgn.status = 'CONFIRMED'
     where ntc.person_id = $1 and ntc.kind = 'volunteering.shift-cancelled' and ntc.rests_on is distinct from '{}'`,
    person.id,
  );
  return found.length;
}

/** Days of which whoever runs a series is told that they are to be called off. */
async function toCallOff(series: string): Promise<string[]> {
  const told = (await inbox(world.admin)).filter(
    ({ kind, about }) => kind === 'series-off-calendar' && about!.id === series,
  );
  return told.flatMap(({ body }) => body.match(/\d\d-\d\d/g)!).sort();
}

it('whoever had a place in the morning, and has one in the afternoon since, reads that the morning is off', async () => {
  const { id: activity } = await activityOf();
  const [morning, afternoon] = [
    await publishedSeries(activity, '07:20', '08:00'),
    await publishedSeries(activity, '15:20', '16:00'),
  ];
  await setDays(new Set());
  await align(morning);
  await align(afternoon);
  const { parent } = await family(world.scenario, [world.schoolClass]);
  const signUp = async (series: string): Promise<void> => {
    const roleId = `shift-role_${await roleOn(series, '2026-10-07')}`;
    const { payload } = await call(SignUpForShiftDocument, parent, { roleId, acceptRiskNotice: true });
    expect(payload['userErrors']).toEqual([]);
  };
  const kinds = async (): Promise<string[]> => (await inbox(parent)).map(({ kind }) => kind);
  await signUp(morning);
  await setDays(new Set(['2026-10-07']));
  await align(morning);
  await signUp(afternoon);
  expect(await kinds()).toEqual(['shift-cancelled']);
  // As a hub of before had it: it is brought back with the right on which it rested.
  const told = "kind = 'volunteering.shift-cancelled' and person_id = $1";
  const [before] = await rows(`select rests_on from notice where ${told}`, parent.person.id);
  await rows(`update notice set rests_on = '{}' where ${told}`, parent.person.id);
  for (const each of [Migration20261130122000_told_while_it_is_so, Migration20261130140000_told_in_one_order]) {
    const migration = new each({} as never, {} as never);
    migration.up();
    for (const statement of migration.getQueries()) await rows(statement as string);
  }
  expect(await rows(`select rests_on from notice where ${told}`, parent.person.id)).toEqual([before]);
  expect(await kinds()).toEqual(['shift-cancelled']);
  await setDays(new Set());
  await align(morning);
  await signUp(morning);
  expect(await kinds()).toEqual([]);
});

it(
  `in ${STEPS} steps from the seed ${SEED}: that a day is off is told as long as the shift of that series is, and that it should be as long as it is not`,
  async () => {
    const dice = new Dice(SEED);
    const { id: activity } = await activityOf();
    const series = [
      await publishedSeries(activity, '07:20', '08:00'),
      await publishedSeries(activity, '15:20', '16:00'),
    ];
    const parents = [
      (await family(world.scenario, [world.schoolClass])).parent,
      (await family(world.scenario, [world.schoolClass])).parent,
    ];
    const off = new Set<string>();
    await setDays(off);
    for (const each of series) await align(each);
    let [told, beside, asked] = [0, 0, 0];
    for (let step = 0; step < STEPS; step += 1) {
      now = new Date(now.getTime() + 1_000);
      const [date, who] = [dice.pick(DAYS), dice.pick(parents)];
      const one = series[dice.chance(0.75) ? 0 : 1]!;
      const what = dice.pick(['calendar', 'tell', 'align', 'align', 'sign up', 'sign up', 'sign up', 'cancel']);
      if (what === 'calendar') {
        if (!off.delete(date)) off.add(date);
        await setDays(off);
      } else if (what === 'align') await align(one);
      else if (what === 'tell') await sweep(world.hub, now, (tx) => tellOffCalendar(tx, 50));
      else if (what === 'sign up') {
        const role = await roleOn(dice.pick(series), date);
        const input = { roleId: `shift-role_${role}`, acceptRiskNotice: true, ifFull: 'JOIN_WAITLIST' };
        if (role) await call(SignUpForShiftDocument, who, input);
      } else {
        const [signup] = await rows<{ id: string }>(
          "select id from signup where person_id = $1 and status = 'CONFIRMED' order by id limit 1",
          who.person.id,
        );
        if (signup) await call(CancelSignupDocument, who, { signupId: `signup_${signup.id}` });
      }
      for (const parent of parents) {
        const shown = (await inbox(parent))
          .filter(({ kind }) => ['shift-cancelled', 'waitlist-closed'].includes(kind))
          .map(({ kind, about }) => `${kind} ${about!.id}`);
        told += shown.length;
        beside += await hadBeside(parent);
        expect(shown.sort(), `step ${step}: ${what} ${date}`).toEqual(await lost(parent));
      }
      // What the calendar has a place for again is found by the job, what was called off by whoever did so.
      for (const each of what === 'tell' ? series : what === 'align' ? [one] : []) {
        const standing: string[] = [];
        for (const day of off) if (await roleOn(each, day)) standing.push(day.slice(5));
        const named = (await toCallOff(each)).filter((day) => what === 'tell' || off.has(`2026-${day}`));
        asked += named.length;
        expect(named, `step ${step}: ${what}`).toEqual(what === 'tell' ? standing.sort() : []);
      }
    }
    // A run in which little happens says little.
    expect(Math.min(told, beside, asked), `${told} ${beside} ${asked}`).toBeGreaterThan(0);
  },
  60_000 + STEPS * 2_000,
);
