import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../seeds/demo/index.ts';
import { openAsOwner } from '../../src/app.ts';
import { Migration20261130234459_names_are_kept_in_one_form as Names } from '../../src/migrations/Migration20261130234459_names_are_kept_in_one_form.ts';
import { settledText } from '../../src/platform/commands/index.ts';
import { ownerConfig } from '../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool);
});
afterAll(() => database.drop());

const rows = async (statement: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await database.pool.query<Record<string, unknown>>(statement, values)).rows;

describe('numbers that were stored before there was one form', () => {
  it('are brought into it; whose number somebody has already is given another one, and the constraint says who', async () => {
    const opened = await openAsOwner(ownerConfig(database));
    try {
      await opened.orm.migrator.down({ to: 'Migration20261201011239_guardianships_that_wait_anew' });
      const staff = (await rows('select id from staff order by id limit 4')).map(({ id }) => id as string);
      for (const [index, number] of ['T9002', 't９００２\u200b', '🧑‍🏫', 'a 1'].entries())
        await rows('update staff set staff_number = $2 where id = $1', staff[index], number);
      const [pupil] = await rows(
        `update student set student_number = 'g 00\u200b77' where id = (select min(id::text)::uuid from student) returning id`,
      );
      await opened.orm.migrator.up();
      expect(
        (await rows('select staff_number as number from staff where id = any($1) order by id', staff)).map(
          ({ number }) => number as string,
        ),
      ).toEqual(['T9002', 'T9002-2', 'X', 'A1']);
      expect(await rows('select student_number as number from student where id = $1', pupil!['id'])).toEqual([
        { number: 'G0077' },
      ]);
      expect(
        await rows(
          `select obj_description(oid, 'pg_constraint') as said from pg_constraint where conname in ('staff_number_shape', 'student_number_shape') and convalidated order by conname`,
        ),
      ).toEqual([
        {
          said: `2026-12: 3 numbers were brought into the form; given another one: ${staff[1]} T9002-2, ${staff[2]} X`,
        },
        { said: '2026-12: 1 numbers were brought into the form; given another one: none' },
      ]);
    } finally {
      await opened.close();
    }
  });
});

describe('names that were stored before there was one form', () => {
  it('are brought into it, with a number where two would be called alike; what has nothing left is called so and can be looked up', async () => {
    const opened = await openAsOwner(ownerConfig(database));
    try {
      await opened.orm.migrator.down({ to: 'Migration20261130160000_told_of_everything' });
      const pupils = (await rows('select id from student order by id limit 3')).map(({ id }) => id as string);
      const before = ['张\ue863', ' 李\u{e0101}  明 ', '🌸'];
      for (const [index, name] of before.entries())
        await rows('update student set name = $2 where id = $1', pupils[index], name);
      const [room] = await rows('select school_id, name from room order by id limit 1');
      await rows(
        `insert into room (id, school_id, name, capacity) values (gen_random_uuid(), $1, $2, 10)`,
        room!['school_id'],
        `${room!['name'] as string}\u200b`,
      );
      const [series] = await rows('select series_id as id from shift where series_id is not null order by id limit 1');
      await rows(
        `update shift_series set roles = jsonb_build_array(roles -> 0 || '{"name": "引导员1"}', roles -> 0 || '{"name": "引导员１"}', roles -> 0 || '{"name": "🌸"}') where id = $1`,
        series!['id'],
      );
      const [shift] = await rows('select id from shift where series_id = $1 order by id limit 1', series!['id']);
      await rows(
        `insert into shift_role (id, created_at, shift_id, ordinal, name, capacity) select gen_random_uuid(), now(), $1, 90 + nth, name, 1
          from unnest(array['🌸', '引导员１', '引导员1', '引导员\u200b１']) with ordinality as each(name, nth)`,
        shift!['id'],
      );
      await opened.orm.migrator.up();
      expect(
        (await rows('select name from student where id = any($1) order by id', pupils)).map(({ name }) => name),
      ).toEqual([settledText(before[0]!, 'NAME'), settledText(before[1]!, 'NAME'), '姓名待更正']);
      expect(
        await rows(
          'select name from room where school_id = $1 and starts_with(name, $2) order by name',
          room!['school_id'],
          room!['name'],
        ),
      ).toEqual([{ name: room!['name'] }, { name: `${room!['name'] as string} (2)` }]);
      expect(
        await rows(
          `select each ->> 'name' as name from shift_series, jsonb_array_elements(roles) each where id = $1`,
          series!['id'],
        ),
      ).toEqual([{ name: '引导员1' }, { name: '引导员1 (2)' }, { name: '名称待更正' }]);
      expect(
        await rows('select name from shift_role where shift_id = $1 and ordinal > 90 order by ordinal', shift!['id']),
      ).toEqual([{ name: '名称待更正' }, { name: '引导员1 (2)' }, { name: '引导员1' }, { name: '引导员1 (3)' }]);
      expect(
        await rows(
          `select table_name, row_id, was, became from settled_name where table_name in ('student', 'room') and was is not null order by 1, 3`,
        ),
      ).toMatchObject([
        { table_name: 'room', was: `${room!['name'] as string}\u200b`, became: `${room!['name'] as string} (2)` },
        { table_name: 'student', row_id: pupils[2], was: '🌸', became: '姓名待更正' },
      ]);
      expect(
        await rows(
          `select conname as name, obj_description(oid, 'pg_constraint') as said from pg_constraint where obj_description(oid, 'pg_constraint') like '2026-12:%' order by 1`,
        ),
      ).toEqual([
        { name: 'room_name_is_title', said: '2026-12: 1 rows were brought into the form, of which 0 had nothing left' },
        {
          name: 'shift_role_name_is_title',
          said: '2026-12: 3 rows were brought into the form, of which 1 had nothing left',
        },
        {
          name: 'student_name_is_name',
          said: '2026-12: 3 rows were brought into the form, of which 1 had nothing left',
        },
      ]);
      expect(
        await rows(`select conname from pg_constraint where conname ~ '_is_(name|title)$' and not convalidated`),
      ).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  it('a correction that is made meanwhile stays, nobody waits for others, and what was done counts where it is broken off and begun anew', async () => {
    const opened = await openAsOwner(ownerConfig(database));
    const corrector = await database.pool.connect();
    try {
      await opened.orm.migrator.down({ to: 'Migration20261130160000_told_of_everything' });
      const pupils = (await rows('select id from student order by id limit 3')).map(({ id }) => id as string);
      for (const id of pupils) await rows(`update student set name = '🌸' where id = $1`, id);
      const migration = new Names(opened.orm.em.getDriver(), opened.orm.config);
      migration.up();
      const queries = migration.getQueries() as string[];
      const settles = queries.findIndex((each) => each.includes('comment on constraint "student_name_is_name"'));
      for (const query of queries.slice(0, settles)) await rows(query);
      await corrector.query('begin');
      await corrector.query(`update student set name = '王小明' where id = $1`, [pupils[1]]);
      const done = rows(queries[settles]!);
      await expect
        .poll(
          async () =>
            (await rows(`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%student%'`))
              .length,
          { timeout: 20_000 },
        )
        .toBe(1);
      await rows(`set lock_timeout = '1s'; update student set name = '张三' where id = '${pupils[2]!}'`);
      await corrector.query('commit');
      await done;
      expect(
        (await rows('select name from student where id = any($1) order by id', pupils)).map(({ name }) => name),
      ).toEqual(['姓名待更正', '王小明', '张三']);
      for (const query of queries) await rows(query);
      expect(
        await rows(
          `select obj_description(oid, 'pg_constraint') as said from pg_constraint where conname = 'student_name_is_name'`,
        ),
      ).toEqual([{ said: '2026-12: 1 rows were brought into the form, of which 1 had nothing left' }]);
    } finally {
      corrector.release();
      await opened.close();
    }
  });
});
