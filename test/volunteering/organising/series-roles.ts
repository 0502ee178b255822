import { expect } from 'vitest';
import {
  AddShiftSeriesRoleDocument,
  CreateShiftSeriesDocument,
  PublishShiftSeriesDocument,
  RemoveShiftSeriesRoleDocument,
  UpdateShiftSeriesRoleDocument,
} from '../../../schema/generated/admin.ts';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import { aVolunteerActivity, type SchoolClassRecord, type SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type FamilyGuardian, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { VolunteerActivity } from '../../../src/domains/volunteering/index.ts';
import type { TestHub } from '../../support/hub.ts';
import { caller } from './organisers.ts';

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly admin: StaffMember;
}

interface Series {
  readonly id: string;
  revision: number;
}

export const bare = (id: string): string => id.split('_')[1]!;

/** A series whose roles are added, changed and taken out, and who signs up for them. */
export function seriesRoles(world: () => World) {
  const call = caller(() => world().hub);

  /** Guides (two) and crossing guards (three), on four Wednesdays, open to sign up. */
  async function series(): Promise<Series> {
    const activity = aVolunteerActivity({
      district: world().scenario.district,
      school: world().school,
      audience: await world().scenario.audience({ school: world().school }),
      organiser: world().admin.staff,
    });
    await world().scenario.write((put) => put(VolunteerActivity, activity));
    const { payload } = await call(CreateShiftSeriesDocument, world().admin, {
      activityId: `volunteer-activity_${activity.id}`,
      weekdays: [3],
      startTime: '07:20',
      endTime: '08:00',
      firstDate: '2026-09-23',
      lastDate: '2026-10-14',
      signupOpensDaysBefore: 30,
      skipsHolidays: false,
      place: '学校东门',
      roles: [
        { name: '引导员', capacity: 2, minimum: 1 },
        { name: '护导员', capacity: 3 },
      ],
    });
    const id = payload['series'].id as string;
    await call(PublishShiftSeriesDocument, world().admin, { seriesId: id });
    return { id, revision: 1 };
  }

  /** Each shift of the series and of those that go on from it: its day, and its roles with their places, e.g. `09-23 引导员 2, 护导员 3`. */
  async function offered({ id }: Series): Promise<string[]> {
    const { rows } = await world().hub.database.pool.query<{ line: string }>(
      `
    with recursive line as (select id from shift_series where id = $1 union select s.id from shift_series s join line on s.continues_id = line.id)
    select to_char(t.series_date, 'MM-DD ') || string_agg(r.name || ' ' || r.capacity, ', ' order by r.ordinal) as line
    from shift t join line on line.id = t.series_id join shift_role r on r.shift_id = t.id where t.status <> 'CANCELLED' group by t.id order by t.series_date`,
      [bare(id)],
    );
    return rows.map(({ line }) => line);
  }

  async function roleAt({ id }: Series, date: string, name: string): Promise<string> {
    const { rows } = await world().hub.database.pool.query<{ id: string }>(
      'select r.id from shift_role r join shift t on t.id = r.shift_id where t.series_id = $1 and t.series_date = $2 and r.name = $3',
      [bare(id), date, name],
    );
    return `shift-role_${rows[0]!.id}`;
  }

  async function shiftAt({ id }: Series, date: string): Promise<string> {
    const { rows } = await world().hub.database.pool.query<{ id: string }>(
      'select id from shift where series_id = $1 and series_date = $2',
      [bare(id), date],
    );
    return `shift_${rows[0]!.id}`;
  }

  async function volunteers(roleId: string, count: number, ifFull = 'REFUSE'): Promise<FamilyGuardian[]> {
    const parents = (
      await Promise.all(Array.from({ length: count }, () => family(world().scenario, [world().schoolClass])))
    ).map(({ parent }) => parent);
    for (const parent of parents)
      expect((await call(SignUpForShiftDocument, parent, { roleId, acceptRiskNotice: true, ifFull })).codes).toEqual(
        [],
      );
    return parents;
  }

  const add = (given: Series, input: object, who = world().admin) =>
    call(AddShiftSeriesRoleDocument, who, { seriesId: given.id, revision: given.revision, scope: 'ALL', ...input });
  const change = (given: Series, input: object, who = world().admin) =>
    call(UpdateShiftSeriesRoleDocument, who, { seriesId: given.id, revision: given.revision, scope: 'ALL', ...input });
  const remove = (given: Series, input: object, who = world().admin) =>
    call(RemoveShiftSeriesRoleDocument, who, { seriesId: given.id, revision: given.revision, scope: 'ALL', ...input });

  return { call, series, offered, roleAt, shiftAt, volunteers, add, change, remove };
}
