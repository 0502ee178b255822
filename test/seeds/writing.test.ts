import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Topic } from '../../src/domains/topics/index.ts';
import { District, Person, School, SchoolYear, Stage } from '../../src/domains/people/index.ts';
import { VolunteerSuspension } from '../../src/domains/volunteering/index.ts';
import { AuditOutcome, AuditRecord } from '../../src/platform/commands/index.ts';
import { aDistrict, aPerson, aSchool, aSchoolYear, aTopic, aVolunteerSuspension } from '../../seeds/factories/index.ts';
import {
  Batch,
  emptyTables,
  hubTables,
  insertRows,
  isEmpty,
  missingTables,
  writeBatch,
} from '../../seeds/writing/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => emptyTables(database.pool));
afterAll(() => database.drop());

const write = <Entity extends object>(
  entity: abstract new (...args: never[]) => Entity,
  ...records: Parameters<typeof insertRows<Entity>>[3]
) => insertRows(database.pool, hubTables(), entity, records);

test('texts arrive as they are, whatever is in them', async () => {
  const codes = ['反斜杠 \\ 与 \\N', '制表\t符', '换\n行\r\n', '"引号" \'单\'', '{括,号}', '', '\\.', '🏫'];
  const topics = codes.map((code, index) => aTopic({ code, name: `主题 ${index}` }));
  await write(Topic, ...topics);
  const { rows } = await database.pool.query<{ id: string; code: string }>('select id, code from topic');
  expect(new Map(rows.map(({ id, code }) => [id, code]))).toEqual(new Map(topics.map(({ id, code }) => [id, code])));
});

test('arrays, references, dates, times and nulls arrive as they are; what PostgreSQL computes is left to it', async () => {
  const district = aDistrict();
  const school = aSchool({ district, stages: [Stage.PRIMARY, Stage.JUNIOR_MIDDLE] });
  const year = aSchoolYear({ district, year: 2026 });
  const person = aPerson({ phone: null });
  const record = aVolunteerSuspension({ person, district, endsAt: new Date('2026-12-01T02:03:04.567Z') });
  await write(District, district);
  await write(School, school);
  await write(SchoolYear, year);
  await write(Person, person);
  await write(VolunteerSuspension, record);
  const { rows } = await database.pool.query(
    `select s.district_id, s.stages, y.starts_on::text, p.phone, v.school_id, v.ends_at
      from school s, school_year y, person p, volunteer_suspension v`,
  );
  expect(rows).toEqual([
    {
      district_id: district.id,
      stages: ['PRIMARY', 'JUNIOR_MIDDLE'],
      starts_on: '2026-09-01',
      phone: null,
      school_id: null,
      ends_at: record.endsAt,
    },
  ]);
});

test('JSON arrives as JSON, and what is left out takes its default', async () => {
  const id = '019b76da-a800-7000-8000-000000000001';
  await write(AuditRecord, {
    id,
    mutation: 'signUpForShift',
    outcome: AuditOutcome.REFUSED,
    subjects: { role: 'a\t"b"\\' },
  });
  const { rows } = await database.pool.query<{ subjects: object; code: null; created_at: Date }>(
    'select subjects, code, created_at from audit_record where id = $1',
    [id],
  );
  expect(rows).toEqual([{ subjects: { role: 'a\t"b"\\' }, code: null, created_at: expect.any(Date) as Date }]);
});

test('a batch is written whole, in the order that references want, or not at all', async () => {
  const district = aDistrict();
  const batch = new Batch(hubTables());
  batch.add(School, aSchool({ district }));
  batch.add(District, district);
  batch.afterwards('update school set name = $1', ['改名']);
  await writeBatch(database.pool, batch);
  expect((await database.pool.query('select name from school')).rows).toEqual([{ name: '改名' }]);

  const broken = new Batch(hubTables());
  const other = aDistrict();
  broken.add(District, other);
  broken.add(School, aSchool({ district: other, code: 'too short' }));
  await expect(writeBatch(database.pool, broken)).rejects.toMatchObject({ constraint: 'school_code_shape' });
  expect((await database.pool.query('select count(*)::int as count from district')).rows).toEqual([{ count: 1 }]);
  expect(database.pool.idleCount).toBe(database.pool.totalCount);
});

test('a record without what the first one has is told', async () => {
  const batch = new Batch(hubTables());
  batch.add(District, aDistrict());
  const { name: _, ...nameless } = aDistrict();
  expect(() => batch.add(District, nameless)).toThrow('A record of District lacks name.');
});

test('many rows are no other case than few', async () => {
  await write(District, ...Array.from({ length: 1234 }, () => aDistrict()));
  expect((await database.pool.query('select count(*)::int as count from district')).rows).toEqual([{ count: 1234 }]);
});

test('a database is empty when nothing but reference data is in it', async () => {
  expect(await isEmpty(database.pool)).toBe(true);
  expect(await missingTables(database.pool)).toEqual([]);
  await write(Person, aPerson());
  expect(await isEmpty(database.pool)).toBe(false);
});

test('emptying leaves the audit log, from which nobody may delete', async () => {
  await write(Person, aPerson());
  await write(AuditRecord, {
    mutation: 'signUpForShift',
    outcome: AuditOutcome.SUCCEEDED,
    subjects: {},
    id: '019b76da-a800-7000-8000-000000000002',
  });
  await emptyTables(database.pool);
  const { rows } = await database.pool.query(
    'select (select count(*) from person)::int as people, (select count(*) from audit_record)::int > 0 as audited',
  );
  expect(rows).toEqual([{ people: 0, audited: true }]);
  expect(await isEmpty(database.pool)).toBe(true);
});
