import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AlignShiftSeriesDocument,
  CancelShiftDocument,
  CancelShiftSeriesDocument,
  CreateShiftSeriesDocument,
  PublishShiftSeriesDocument,
  SetCalendarDaysDocument,
  UpdateShiftSeriesDocument,
} from '../../../schema/generated/admin.ts';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import {
  aTerm,
  aVolunteerActivity,
  type SchoolClassRecord,
  type SchoolRecord,
  type TermRecord,
} from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { tellOffCalendar, VolunteerActivity } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { sweep } from '../../support/sweeps.ts';
import { beginScenario } from '../../support/world.ts';
import { caller } from './organisers.ts';

/** A Monday morning in Asia/Shanghai. */
const MONDAY = new Date('2026-09-21T01:00:00.000Z');

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let term: TermRecord;
let [admin, district]: StaffMember[] = [];

beforeAll(async () => {
  hub = await startTestHub({ clock: () => MONDAY });
  scenario = await beginScenario(hub, MONDAY);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [admin, district] = [await scenario.schoolAdmin(school), await scenario.districtAdmin()];
  term = aTerm({ schoolYear: scenario.schoolYear });
  await scenario.write((put) => put(Term, term));
});
beforeEach(async () => {
  await setDays([]);
  await hub.database.pool.query('update term set starts_on = $2, ends_on = $3 where id = $1', [
    term.id,
    term.startsOn,
    term.endsOn,
  ]);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const call = caller(() => hub);
const holiday = (date: string) => ({ date, kind: 'HOLIDAY', name: '运动会' });
const setDays = (calendar: object[]) =>
  call(SetCalendarDaysDocument, district!, { schoolYearId: `school-year_${scenario.schoolYear.id}`, calendar });

/** Wednesdays from 23 September to 21 October, open to volunteers. */
async function running(given: object = {}): Promise<string> {
  const activity = aVolunteerActivity({
    district: scenario.district,
    school,
    audience: await scenario.audience({ school }),
    organiser: admin!.staff,
  });
  await scenario.write((put) => put(VolunteerActivity, activity));
  const { payload } = await call(CreateShiftSeriesDocument, admin!, {
    activityId: `volunteer-activity_${activity.id}`,
    weekdays: [3],
    startTime: '07:20',
    endTime: '08:00',
    firstDate: '2026-09-23',
    lastDate: '2026-10-21',
    place: '学校东门',
    roles: [{ name: '引导员', capacity: 2 }],
    ...given,
  });
  await call(PublishShiftSeriesDocument, admin!, { seriesId: payload['series'].id });
  return payload['series'].id as string;
}

async function waiting(seriesId: string): Promise<{ off: string[]; missing: string[]; revision: number }> {
  const { data } = await hub.ask(
    'query ($id: ID!) { node(id: $id) { ... on ShiftSeries { revision missingDates shiftsOffCalendar { nodes { seriesDate } } } } }',
    { as: admin!.accountId, variables: { id: seriesId } },
  );
  const { revision, missingDates, shiftsOffCalendar } = data!['node'] as {
    revision: number;
    missingDates: string[];
    shiftsOffCalendar: { nodes: { seriesDate: string }[] };
  };
  return { off: shiftsOffCalendar.nodes.map((each) => each.seriesDate), missing: missingDates, revision };
}

async function standing(seriesId: string): Promise<string[]> {
  const { rows } = await hub.database.pool.query<{ date: string }>(
    "select to_char(series_date, 'YYYY-MM-DD') as date from shift where series_id = $1 and status <> 'CANCELLED' order by 1",
    [seriesId.split('_')[1]],
  );
  return rows.map(({ date }) => date);
}

const align = async (seriesId: string, who: Parameters<typeof call>[1] = admin!, reason = '当天放假') =>
  call(AlignShiftSeriesDocument, who, { seriesId, revision: (await waiting(seriesId)).revision, reason });
const told = async () =>
  (
    await hub.database.pool.query<{ facts: { dates: string } }>(
      "select params as facts from notice where kind = 'volunteering.series-off-calendar' and person_id = $1",
      [admin!.person.id],
    )
  ).rows.map(({ facts }) => facts.dates);

describe('a calendar that changes under a series', () => {
  it('a holiday entered later: its shifts are listed to the organiser, who is told, and called off in one call', async () => {
    const id = await running();
    const { parent } = await family(scenario, [schoolClass]);
    expect(await waiting(id)).toMatchObject({ off: [], missing: [] });
    await setDays([holiday('2026-09-30'), holiday('2026-10-07')]);
    // They stand as long as nobody has said otherwise, and no check calls that an error.
    expect(await standing(id)).toEqual(['2026-09-23', '2026-09-30', '2026-10-07', '2026-10-14', '2026-10-21']);
    await expectChecksHold(hub);
    expect(await waiting(id)).toMatchObject({ off: ['2026-09-30', '2026-10-07'], missing: [] });
    expect(await sweep(hub, MONDAY, (tx) => tellOffCalendar(tx, 50))).toBe(1);
    expect(await sweep(hub, MONDAY, (tx) => tellOffCalendar(tx, 50))).toBe(0);
    expect(await told()).toEqual(['09-30、10-07']);
    expect((await align(id, parent)).error).toBe('FORBIDDEN');
    const { payload } = await align(id);
    expect(payload).toMatchObject({
      cancelledShiftCount: 2,
      addedShiftCount: 0,
      series: { missingDates: [], shiftsOffCalendar: { nodes: [] } },
    });
    expect(await standing(id)).toEqual(['2026-09-23', '2026-10-14', '2026-10-21']);
    expect((await align(id)).payload).toMatchObject({ cancelledShiftCount: 0, addedShiftCount: 0 });
    expect((await call(AlignShiftSeriesDocument, admin!, { seriesId: id, revision: 0 })).codes).toEqual(['CONFLICT']);
  });

  it('a make-up day entered later gets a shift, one that is taken back loses it', async () => {
    const id = await running();
    await setDays([
      { date: '2026-10-10', kind: 'MAKE_UP', name: '补课', followsWeekday: 3 },
      { date: '2026-10-14', kind: 'MAKE_UP', name: '调课', followsWeekday: 5 },
    ]);
    expect(await waiting(id)).toMatchObject({ off: ['2026-10-14'], missing: ['2026-10-10'] });
    expect((await align(id)).payload).toMatchObject({ cancelledShiftCount: 1, addedShiftCount: 1 });
    expect(await standing(id)).toEqual(['2026-09-23', '2026-09-30', '2026-10-07', '2026-10-10', '2026-10-21']);
    await setDays([]);
    expect(await waiting(id)).toMatchObject({ off: ['2026-10-10'], missing: ['2026-10-14'] });
    await align(id);
    // What only the calendar had called off is there again.
    expect(await standing(id)).toEqual(['2026-09-23', '2026-09-30', '2026-10-07', '2026-10-14', '2026-10-21']);
  });

  it('a day that a change of the rule let fall for a holiday is missing once the holiday is taken back', async () => {
    const id = await running();
    await setDays([holiday('2026-09-30')]);
    const { payload, codes } = await call(UpdateShiftSeriesDocument, admin!, {
      seriesId: id,
      revision: (await waiting(id)).revision,
      scope: 'ALL',
      startTime: '07:10',
    });
    expect([codes, payload['cancelledShiftCount']]).toEqual([[], 1]);
    await setDays([]);
    expect(await waiting(id)).toMatchObject({ off: [], missing: ['2026-09-30'] });
    expect((await align(id)).payload).toMatchObject({ cancelledShiftCount: 0, addedShiftCount: 1 });
  });

  it('a series that was called off asks for no day, also where a holiday is taken back', async () => {
    await setDays([holiday('2026-09-30')]);
    const id = await running();
    expect(
      (await call(CancelShiftSeriesDocument, admin!, { seriesId: id, scope: 'ALL', reason: '校门施工' })).codes,
    ).toEqual([]);
    await setDays([]);
    expect(await waiting(id)).toMatchObject({ off: [], missing: [] });
    expect((await align(id)).payload).toMatchObject({ addedShiftCount: 0 });
    expect(await standing(id)).toEqual([]);
  });

  it('a term that ends earlier leaves its vacation without shifts; a series that knows no calendar keeps all', async () => {
    const [id, daily] = [await running(), await running({ skipsHolidays: false })];
    await hub.database.pool.query("update term set ends_on = '2026-10-09' where id = $1", [term.id]);
    expect(await waiting(id)).toMatchObject({ off: ['2026-10-14', '2026-10-21'] });
    expect(await waiting(daily)).toMatchObject({ off: [], missing: [] });
    await expectChecksHold(hub);
    expect((await align(id)).payload).toMatchObject({ cancelledShiftCount: 2 });
    expect((await align(daily)).payload).toMatchObject({ cancelledShiftCount: 0 });
  });

  it('is told of each day once, as the days pass, and anew where a day is off again', async () => {
    await hub.database.pool.query("delete from notice where kind = 'volunteering.series-off-calendar'");
    const days = ['2026-09-28', '2026-09-29', '2026-09-30'];
    await running({ weekdays: [1, 2, 3, 4, 5], firstDate: '2026-09-28', lastDate: '2026-10-02' });
    await setDays(days.map(holiday));
    for (const now of ['2026-09-21T01:00:00Z', '2026-09-28T04:00:00Z', '2026-09-29T04:00:00Z'])
      await sweep(hub, new Date(now), (tx) => tellOffCalendar(tx, 50));
    expect(await told()).toContain('09-28、09-29、09-30');
    await setDays([...days, '2026-10-02'].map(holiday));
    await sweep(hub, MONDAY, (tx) => tellOffCalendar(tx, 50));
    expect((await told()).filter((dates) => dates === '10-02')).toHaveLength(1);
    await setDays(days.map(holiday));
    await sweep(hub, MONDAY, (tx) => tellOffCalendar(tx, 50));
    expect(await told(), 'it is no day off any more').not.toContain('10-02');
    await setDays([...days, '2026-10-02'].map(holiday));
    await sweep(hub, MONDAY, (tx) => tellOffCalendar(tx, 50));
    expect((await told()).filter((dates) => dates === '10-02')).toHaveLength(1);
  });

  it('does what it has announced, of today as well', async () => {
    await setDays([holiday('2026-09-21')]);
    const id = await running({
      weekdays: [1],
      startTime: '15:00',
      endTime: '16:00',
      firstDate: '2026-09-21',
      lastDate: '2026-10-12',
    });
    await setDays([]);
    const { missing, off } = await waiting(id);
    expect([missing, off]).toEqual([['2026-09-21'], []]);
    expect((await align(id)).payload).toMatchObject({ cancelledShiftCount: 0, addedShiftCount: missing.length });
    expect(await waiting(id)).toMatchObject({ missing: [], off: [] });
  });

  it('a holiday that is taken back: what was called off for it alone is missing again and is added; what was called off for another reason is not', async () => {
    const id = await running();
    const {
      rows: [own],
    } = await hub.database.pool.query<{ id: string; revision: number }>(
      "select id, revision from shift where series_id = $1 and series_date = '2026-10-14'",
      [id.split('_')[1]],
    );
    await call(CancelShiftDocument, admin!, { shiftId: `shift_${own!.id}`, reason: '施工' });
    await setDays([holiday('2026-09-30'), holiday('2026-10-07')]);
    expect((await align(id)).payload).toMatchObject({ cancelledShiftCount: 2, addedShiftCount: 0 });
    expect((await waiting(id)).missing).toEqual([]);
    await setDays([]);
    expect((await waiting(id)).missing).toEqual(['2026-09-30', '2026-10-07']);
    expect((await align(id)).payload).toMatchObject({ cancelledShiftCount: 0, addedShiftCount: 2 });
    expect(await standing(id)).toEqual(['2026-09-23', '2026-09-30', '2026-10-07', '2026-10-21']);
    expect((await waiting(id)).missing).toEqual([]);
    expect((await align(id)).payload).toMatchObject({ cancelledShiftCount: 0, addedShiftCount: 0 });
  });

  it('and whoever had a place then, or waited for one, hears that the day is there again, and of it alone', async () => {
    const id = await running({ roles: [{ name: '引导员', capacity: 1 }], signupOpensDaysBefore: 60 });
    const [has, waits, other] = [
      await family(scenario, [schoolClass]),
      await family(scenario, [schoolClass]),
      await family(scenario, [schoolClass]),
    ];
    const roleOn = async (date: string): Promise<string> => {
      const { rows } = await hub.database.pool.query<{ id: string }>(
        "select rol.id from shift_role rol join shift sft on sft.id = rol.shift_id where sft.series_id = $1 and sft.series_date = $2 and sft.status = 'SCHEDULED'",
        [id.split('_')[1], date],
      );
      return `shift-role_${rows[0]!.id}`;
    };
    const signUp = async ({ parent }: Family, date: string, ifFull = 'REFUSE'): Promise<void> => {
      const roleId = await roleOn(date);
      const { payload } = await call(SignUpForShiftDocument, parent, { roleId, acceptRiskNotice: true, ifFull });
      expect(payload.userErrors).toEqual([]);
    };
    await signUp(has, '2026-10-07');
    await signUp(waits, '2026-10-07', 'JOIN_WAITLIST');
    await signUp(other, '2026-10-21');
    const kinds = async ({ parent }: Family): Promise<string[]> => {
      const { data } = await hub.ask<{ viewer: { inbox: { nodes: { kind: string; body: string }[] } } }>(
        '{ viewer { inbox(first: 9) { nodes { kind body } } } }',
        { as: parent.accountId },
      );
      return data!.viewer.inbox.nodes.map(({ kind }) => kind.replace('volunteering.', ''));
    };
    await setDays([holiday('2026-10-07')]);
    await align(id);
    await setDays([]);
    await align(id);
    expect(await kinds(has)).toEqual(['shift-back', 'shift-cancelled']);
    expect(await kinds(waits)).toEqual(['shift-back', 'waitlist-closed']);
    expect(await kinds(other)).toEqual([]);
    // It goes once they have a place again, or wait again, as does that the day had fallen away; it may do so again.
    await signUp(has, '2026-10-07');
    expect(await kinds(has)).toEqual([]);
    await signUp(waits, '2026-10-07', 'JOIN_WAITLIST');
    expect(await kinds(waits)).toEqual([]);
    await setDays([holiday('2026-10-07')]);
    await align(id);
    expect(await kinds(has)).toEqual(['shift-cancelled']);
    expect(await kinds(waits)).toEqual(['waitlist-closed']);
  });
});
