import { CreateShiftSeriesDocument, PublishShiftSeriesDocument } from '../../../schema/generated/admin.ts';
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
import type { Family, Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { CalendarDay, CalendarDayKind, Term } from '../../../src/domains/people/index.ts';
import { VolunteerActivity } from '../../../src/domains/volunteering/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { caller } from './organisers.ts';

/** A Monday morning in Asia/Shanghai. */
export const MONDAY = new Date('2026-09-21T01:00:00.000Z');

export const ALL = ['09-23 07:20', '09-30 07:20', '10-10 07:20', '10-14 07:20', '10-21 07:20'];

export interface Row {
  id: string;
  date: string;
  from: string;
  status: string;
  detached: boolean;
  series: string;
}

export interface SeriesSchool {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly term: TermRecord;
  readonly admin: StaffMember;
  readonly neighbourAdmin: StaffMember;
}

/** A school in a year whose calendar has holidays and a day that makes up for one. */
export async function openSeriesSchool(clock: () => Date): Promise<SeriesSchool> {
  const hub = await startTestHub({ clock });
  const scenario = await beginScenario(hub, MONDAY);
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const [admin, neighbourAdmin] = [
    await scenario.schoolAdmin(school),
    await scenario.schoolAdmin(await scenario.school()),
  ];
  const term = aTerm({ schoolYear: scenario.schoolYear });
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

  return { hub, scenario, school, schoolClass, term, admin, neighbourAdmin };
}

/** Shifts of a series at the school, and who signs up for them. */
export function seriesCalls(world: () => SeriesSchool) {
  const call = caller(() => world().hub);

  async function activityOf(): Promise<VolunteerActivityRecord> {
    const activity = aVolunteerActivity({
      district: world().scenario.district,
      school: world().school,
      audience: await world().scenario.audience({ school: world().school }),
      organiser: world().admin.staff,
    });
    await world().scenario.write((put) => put(VolunteerActivity, activity));
    return activity;
  }
  /** Wednesdays from 23 September to 21 October: 30 September, the make-up Saturday 10 October, but no 7 October. */
  async function seriesOf(given: object = {}, who = world().admin): Promise<Awaited<ReturnType<typeof call>>> {
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
    await call(PublishShiftSeriesDocument, world().admin, { seriesId: payload['series'].id });
    return payload['series'].id as string;
  }
  async function shiftsOf(seriesId: string): Promise<Row[]> {
    const { rows } = await world().hub.database.pool.query<Row>(
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
    const { data } = await world().hub.ask('query ($id: ID!) { shift(id: $id) { roles { nodes { id } } } }', {
      as: parent.accountId,
      variables: { id: shiftId },
    });
    const answer = await world().hub.ask(SignUpForShiftDocument, {
      as: parent.accountId,
      variables: { input: { roleId: data!['shift'].roles.nodes[0].id as string, acceptRiskNotice: true } as never },
    });
    return answer.data!.signUpForShift.signup!.id;
  }
  const signupAt = async (id: string) =>
    (
      await world().hub.database.pool.query('select status, reconfirm_until from signup where id = $1', [
        id.split('_')[1],
      ])
    ).rows[0] as { status: string; reconfirm_until: Date | null };

  return { call, activityOf, seriesOf, running, shiftsOf, standing, signUp, signupAt };
}
