import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoAccounts, isEmpty, loadDemo } from '../../seeds/demo/index.ts';
import { permissions } from '../../src/app.ts';
import { loadViewer } from '../../src/domains/identity/index.ts';
import type { Viewer } from '../../src/platform/auth/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { brokenChecks, countRows, hashOfTables, statesThatDoNotOccur } from './database-state.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
/** Written by use, not by seeds. */
const OF_THE_PLATFORM = new Set(['audit_record', 'idempotent_call', 'rate_budget', 'refusal_tally']);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
});
afterAll(() => database.drop());

async function another(now: Date): Promise<TestDatabase> {
  const other = await createTestDatabase();
  const client = await other.pool.connect();
  try {
    await loadDemo(client, { now });
  } finally {
    client.release();
  }
  return other;
}

function viewerOf(account: string): Promise<Viewer | null> {
  const read = async (text: string, values: unknown[]) =>
    (await database.pool.query({ text, values, rowMode: 'array' })).rows as unknown[][];
  const id = demoAccounts.find((each) => each.name === account)!.id;
  return loadViewer({ read } as unknown as Database, permissions, { accountId: id, sessionId: null }, NOW);
}

describe('the demonstration', () => {
  test('is the same to the byte on every run', async () => {
    const other = await another(NOW);
    try {
      expect(await hashOfTables(other.pool)).toBe(await hashOfTables(database.pool));
    } finally {
      await other.drop();
    }
  });

  test('has the same ids whatever week it is loaded in', async () => {
    const other = await another(new Date('2027-03-01T01:00:00.000Z'));
    try {
      expect(await hashOfTables(other.pool, 't.id::text')).toBe(await hashOfTables(database.pool, 't.id::text'));
      expect(await brokenChecks(other.pool)).toEqual([]);
    } finally {
      await other.drop();
    }
  });

  test('keeps every invariant', async () => {
    expect(await brokenChecks(database.pool)).toEqual([]);
  });

  test('shows every state that anything can be in', async () => {
    const missing = await statesThatDoNotOccur(database.pool, OF_THE_PLATFORM);
    // Conferences are to come: nothing books a slot yet. Nobody's service has been decided otherwise than their attendance was noted.
    const overruled = ['came_before_by', 'left_before_by'].flatMap((column) =>
      ['QR', 'LIST'].map((how) => `attendance.${column} ${how}`),
    );
    expect(missing.filter((each) => !overruled.includes(each))).toEqual(['engagement.kind SLOT_BOOKING']);
  });

  test('has an edition of each validity', async () => {
    const { rows } = await database.pool.query<{ validity: string }>(
      `select distinct case when effective_from > '2026-11-16' then 'NOT_YET_IN_FORCE' when effective_to < '2026-11-16' then ending else 'IN_FORCE' end as validity
        from policy_edition where status = 'PUBLISHED' order by 1`,
    );
    expect(rows.map(({ validity }) => validity)).toEqual([
      'AMENDED',
      'EXPIRED',
      'IN_FORCE',
      'NOT_YET_IN_FORCE',
      'REPEALED',
    ]);
  });

  test('has its volumes', async () => {
    const volumes = {
      district: 1,
      school: 3,
      grade: 9,
      topic: 12,
      student: 309,
      household: 232,
      guardian: 355,
      policy_document: 25,
      policy_edition: 41,
      policy_lecture: 11,
      course: 13,
      course_edition: 17,
      lecturer: 8,
      meeting: 59,
      volunteer_activity: 31,
      shift: 89,
    };
    expect(await countRows(database.pool, Object.keys(volumes))).toEqual(volumes);
  });

  test('bears the titles of the source documents', async () => {
    const { rows } = await database.pool.query<{ title: string }>(
      'select title from policy_document union all select title from course',
    );
    const titles = rows.map(({ title }) => title.replace(/（第\d+次修订）$/, ''));
    expect(titles).toEqual(
      expect.arrayContaining([
        '西城区义务教育学校“双减”工作评估要点',
        '西城区义务教育学校课后服务评估要点',
        '西城区义务教育阶段学科作业设计与实施指导意见',
        '西城区义务教育阶段课后服务课程建设指导意见',
        '国家和北京市“双减”政策分析',
        '家校社联动做好生命守望者',
      ]),
    );
  });

  test('is written whole or not at all', async () => {
    expect(await isEmpty(database.pool)).toBe(false);
    const other = await createTestDatabase();
    try {
      const cutOff = loadDemo(other.pool, {
        onProgress(rows) {
          if (rows > 5000) throw new Error('cut off');
        },
      });
      await expect(cutOff).rejects.toThrow('cut off');
      expect(await isEmpty(other.pool)).toBe(true);
    } finally {
      await other.drop();
    }
  });
});

describe('the named accounts', () => {
  test('are all there, and may be used', async () => {
    for (const { name } of demoAccounts) expect(await viewerOf(name), name).not.toBeNull();
  });

  test('the parent has two children in two schools', async () => {
    const viewer = await viewerOf('parent');
    expect(viewer?.studentIds).toHaveLength(2);
    expect(viewer?.childSchoolIds).toHaveLength(2);
  });

  test('separated parents have one child and a household each', async () => {
    const [one, other] = [await viewerOf('parent-separated-a'), await viewerOf('parent-separated-b')];
    expect(one?.studentIds).toEqual(other?.studentIds);
    expect(one?.householdIds).toHaveLength(1);
    expect(one?.householdIds).not.toEqual(other?.householdIds);
  });

  test('the blocked parent sees no child', async () => {
    const viewer = await viewerOf('blocked-parent');
    expect(viewer).toMatchObject({ studentIds: [], householdIds: [], childClassIds: [], audienceKeys: [] });
  });

  test('the teacher who is a parent is one person', async () => {
    const viewer = await viewerOf('teacher-parent');
    expect(viewer?.studentIds).toHaveLength(1);
    expect(viewer?.assignments.map(({ role }) => role)).toContain('HOMEROOM_TEACHER');
  });

  test.each([
    ['teacher', 'HOMEROOM_TEACHER'],
    ['grade-head', 'GRADE_HEAD'],
    ['school-admin', 'SCHOOL_ADMIN'],
    ['district-admin', 'DISTRICT_ADMIN'],
    ['analyst', 'ANALYST'],
    ['lecturer', 'LECTURER'],
  ])('%s is %s', async (account, role) => {
    expect((await viewerOf(account))?.assignments.map((each) => each.role)).toContain(role);
  });

  test('the parent has a meeting to reply to, and finds every sort of shift', async () => {
    const viewer = (await viewerOf('parent'))!;
    const { rows: waiting } = await database.pool.query(
      `select m.id from meeting m join meeting_invitation i on i.meeting_id = m.id and i.household_id = any($1)
        where m.status = 'PUBLISHED' and m.starts_at > $2 and not exists (select 1 from meeting_reply r where r.invitation_id = i.id)`,
      [viewer.householdIds, NOW],
    );
    expect(waiting.length).toBeGreaterThan(0);
    const { rows } = await database.pool.query<{ state: string }>(
      `select distinct case when s.status <> 'SCHEDULED' then s.status when $2 >= s.ends_at then 'OVER' when $2 >= s.starts_at then 'RUNNING'
          when $2 >= s.signup_closes_at then 'CLOSED' when $2 < s.signup_opens_at then 'NOT_OPEN'
          when exists (select 1 from shift_role r where r.shift_id = s.id and r.places_taken < r.capacity) then 'OPEN' else 'FULL' end as state
        from shift s where s.school_id = any($1) order by 1`,
      [viewer.childSchoolIds, NOW],
    );
    expect(rows.map(({ state }) => state)).toEqual([
      'CANCELLED',
      'CLOSED',
      'DRAFT',
      'FULL',
      'NOT_OPEN',
      'OPEN',
      'OVER',
      'RUNNING',
    ]);
  });
});
