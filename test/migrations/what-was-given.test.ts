import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDemo } from '../../seeds/demo/index.ts';
import { migrate, openAsOwner } from '../../src/app.ts';
import { brokenChecks } from '../support/checks.ts';
import { ownerConfig } from '../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const MIGRATION = 'Migration20261130090000_what_was_given';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool);
});
afterAll(() => database.drop());

const rows = async <Row extends object>(text: string, ...values: unknown[]) =>
  (await database.pool.query<Row>(text, values)).rows;

interface Planted {
  readonly subject: string;
  /** Days from the end of the year. */
  readonly from: number;
  readonly to?: number;
  readonly more?: string;
}

/** A role in a class of this year, of whoever is last by their id. */
async function plant({ subject, from, to, more = '' }: Planted): Promise<string> {
  const [made] = await rows<{ id: string }>(
    `insert into staff_assignment (id, staff_id, role, subject, district_id, school_id, school_class_id, valid_from, valid_to)
    select gen_random_uuid(), (select max(id::text)::uuid from staff), 'SUBJECT_TEACHER', $1, s.district_id, s.id, c.id, y.ends_on + $2::int, y.ends_on + $3::int
    from school_class c join school s on s.id = c.school_id join school_year y on y.id = c.school_year_id
    where y.ends_on > now() + interval '20 days' order by c.id limit 1 returning id`,
    subject,
    Math.min(from, 0),
    to ?? null,
  );
  if (from > 0)
    await rows(
      `update staff_assignment set ended_at = now(), ended_with_year = true, valid_to = null, valid_from = valid_from + $2::int where id = $1`,
      made!.id,
      from,
    );
  if (more) await rows(`update staff_assignment set ${more} where id = $1`, made!.id);
  return made!.id;
}

it('roles of a hub in production: what a short year had ended waits for a longer one, once, and whoever was released in summer has lost what the year had ended', async () => {
  const opened = await openAsOwner(ownerConfig(database));
  await opened.orm.migrator.down({ migrations: [MIGRATION] }).finally(() => opened.close());
  const before = await brokenChecks(database.pool);
  const ids = {
    clamped: await plant({ subject: '一', from: -10 }),
    waits: await plant({ subject: '二', from: 20 }),
    older: await plant({ subject: '三', from: 20, more: "created_at = now() - interval '1 day'" }),
    newer: await plant({ subject: '三', from: 10 }),
    replaced: await plant({ subject: '四', from: 20 }),
    held: await plant({ subject: '四', from: -10 }),
    revived: await plant({ subject: '五', from: 20, more: 'ended_with_year = false' }),
  };
  await rows(
    `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, dedupe_key)
    select gen_random_uuid(), now(), s.person_id, 'people.role-ended-with-year', '{}', 'staff-assignment', a.id, a.id::text
    from staff_assignment a join staff s on s.id = a.staff_id where a.id = any($1)`,
    [ids.waits, ids.revived],
  );
  // A year ago: the year was over when its teacher was released from another role at the school.
  const [gone] = await rows<{ id: string; lecturer: string }>(
    `with one as (update staff_assignment set last_day_given = null where id = (select a.id from staff_assignment a join school_class c on c.id = a.school_class_id
      join school_year y on y.id = c.school_year_id where y.ends_on < now() and a.ended_at is null order by a.id limit 1) returning *),
    made as (insert into staff_assignment (id, staff_id, role, district_id, school_id, valid_from, ended_at, ended_by_id)
      select gen_random_uuid(), staff_id, 'LECTURER', district_id, school_id, '2020-01-01', now() + interval '1 second', (select min(id::text)::uuid from staff) from one returning id, staff_id),
    noted as (insert into audit_record (id, created_at, mutation, outcome, subjects, about, districts, schools)
      select gen_random_uuid(), now() + interval '1 second', 'releaseStaff', 'SUCCEEDED', '{}', array[staff_id], '{}', '{}' from made)
    select one.id, made.id as lecturer from one, made`,
  );
  expect(await migrate(ownerConfig(database))).toEqual([MIGRATION]);
  const after = await rows<{ id: string; ended: boolean; inForce: boolean }>(
    `select id, ended_at is not null as ended, valid_from <= valid_to as "inForce" from staff_assignment where id = any($1)`,
    Object.values(ids),
  );
  const of = (id: string) => after.find((each) => each.id === id)!;
  expect(Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, [of(id).ended, of(id).inForce]]))).toEqual({
    clamped: [false, true],
    waits: [false, false],
    older: [true, null],
    newer: [false, false],
    replaced: [true, null],
    held: [false, true],
    revived: [true, null],
  });
  expect(
    await rows(
      "select about_id, rests_on is not distinct from '{}' as over from notice where kind = 'people.role-ended-with-year' and about_id = any($1) order by about_id = $2",
      [ids.waits, ids.revived],
      ids.revived,
    ),
  ).toEqual([
    { about_id: ids.waits, over: false },
    { about_id: ids.revived, over: true },
  ]);
  expect(
    await rows(
      'select ended_at is not null as ended, ended_by_id is not null as by from staff_assignment where id = $1',
      gone!.id,
    ),
  ).toEqual([{ ended: true, by: true }]);
  expect(await brokenChecks(database.pool)).toEqual(before);

  // A year that is longer gives back what waits, as the very rows.
  await rows(
    `update school_year set ends_on = ends_on + 25 where id = (select c.school_year_id from staff_assignment a join school_class c on c.id = a.school_class_id where a.id = $1)`,
    ids.waits,
  );
  expect(
    await rows('select count(*)::int as n from staff_assignment where id = any($1) and valid_from <= valid_to', [
      [ids.waits, ids.newer],
    ]),
  ).toEqual([{ n: 2 }]);
}, 120_000);
