import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDistricts } from '../../seeds/district/index.ts';
import { districtPlan } from '../../seeds/district/plan.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { brokenChecks, countRows } from './database-state.ts';

const FACTOR = 1 / 50;

let database: TestDatabase;
let told: number[];
beforeAll(async () => {
  database = await createTestDatabase();
  told = [];
  await loadDistricts(database.pool, {
    now: new Date('2026-11-16T01:00:00.000Z'),
    factor: FACTOR,
    districts: 2,
    lanes: 3,
    onProgress: (rows) => told.push(rows),
  });
});
afterAll(() => database.drop());

test('a district on a small scale, and another beside it, keep every invariant', async () => {
  expect(await brokenChecks(database.pool)).toEqual([]);
});

test('it has exactly its share of every volume', async () => {
  const volumes = {
    student: 1600,
    household: 1200,
    guardian: 1800,
    meeting: 120,
    meeting_invitation: 6400,
    meeting_reply: 4800,
    volunteer_activity: 30,
    shift: 180,
    shift_role: 360,
    signup: 2400,
    policy_document: 8,
    policy_edition: 18,
    segment: 1206,
    policy_lecture: 6,
    course: 6,
  };
  const twice = Object.fromEntries(Object.entries(volumes).map(([table, rows]) => [table, 2 * rows]));
  expect(await countRows(database.pool, Object.keys(volumes))).toEqual(twice);
});

test('progress counts every row once', async () => {
  const { rows } = await database.pool.query<{ tables: string[] }>(
    "select array_agg(relname::text) as tables from pg_stat_user_tables where schemaname = 'public' and relname not in ('schema_migration', 'grade', 'topic', 'rights_version')",
  );
  const counts = await countRows(database.pool, rows[0]!.tables);
  expect(told.at(-1)).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
  expect(told).toEqual([...told].sort((one, other) => one - other));
});

test('the whole district has the volumes that it promises', () => {
  const { schools, volumes } = districtPlan(0);
  const grades = { PRIMARY: 6, JUNIOR: 3, NINE_YEAR: 9 };
  expect(schools).toHaveLength(60);
  expect(new Set(schools.map(({ name }) => name)).size).toBe(60);
  expect(schools.reduce((sum, { kind, classesPerGrade }) => sum + grades[kind] * classesPerGrade, 0)).toBe(2400);
  expect(volumes).toMatchObject({
    students: 80_000,
    households: 60_000,
    guardians: 90_000,
    courses: 300,
    lessonsPerEdition: 10,
    classMeetings: 5_000,
    wideMeetings: 1_000,
    invitations: 320_000,
    replies: 240_000,
    activities: 1_500,
    shifts: 9_000,
    rolesPerShift: 2,
    signups: 120_000,
    documents: 400,
    policyEditions: 900,
    lectures: 300,
  });
  expect(volumes.segments).toBeGreaterThanOrEqual(60_000);
});
