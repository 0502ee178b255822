import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../seeds/demo/index.ts';
import { openAsOwner } from '../../src/app.ts';
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

describe('names that were stored before there was one form', () => {
  it('are brought into it, with a number where two would be called alike; what has nothing left is told by its count alone', async () => {
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
      await rows(`update shift_series set roles = jsonb_set(roles, '{0,name}', to_jsonb('引导员１\u200b'::text))`);
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
      expect(await rows(`select distinct roles -> 0 ->> 'name' as name from shift_series`)).toEqual([
        { name: '引导员1' },
      ]);
      expect(
        await rows(
          `select conname as name, obj_description(oid, 'pg_constraint') as said from pg_constraint where obj_description(oid, 'pg_constraint') like '2026-12:%' order by 1`,
        ),
      ).toEqual([
        { name: 'room_name_is_title', said: '2026-12: 1 rows were brought into the form, of which 0 had nothing left' },
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
});

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
