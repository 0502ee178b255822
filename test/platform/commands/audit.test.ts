import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import {
  family,
  openShift,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { id, tried } from './tried.ts';

const NOTHING = '00000000-0000-7000-8000-000000000000';

let hub: TestHub;
let teacher: StaffMember;
let administrator: StaffMember;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let parent: Family;
let offered: ShiftOnOffer;
let now = new Date();

beforeAll(async () => {
  hub = await startTestHub({ clock: () => now, variables: { RATES: 'off' } });
  scenario = await beginScenario(hub, now);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  administrator = await scenario.districtAdmin();
  teacher = await scenario.teacher(schoolClass);
  parent = await family(scenario, [schoolClass]);
  offered = await openShift(scenario, teacher, { school });
});
afterAll(() => hub.stop());

async function audited(work: () => Promise<unknown>) {
  const {
    rows: [before],
  } = await hub.database.pool.query<{ n: number }>('select count(*)::int as n from audit_record');
  await work();
  const { rows } = await hub.database.pool.query(
    'select account, outcome, code, subjects from audit_record order by created_at, id offset $1',
    [before!.n],
  );
  return rows as unknown[];
}

const signUp = (as: string | undefined, roleId: string) =>
  hub.ask(SignUpForShiftDocument, { as, variables: { input: { roleId } } });

describe('a mutation that is refused by what is none of its rules', () => {
  it('is audited where the caller may not, with what it was about', async () => {
    expect(await audited(() => signUp(teacher.accountId, `shift-role_${offered.role.id}`))).toEqual([
      { account: teacher.accountId, outcome: 'REFUSED', code: 'FORBIDDEN', subjects: { role: offered.role.id } },
    ]);
  });

  it('is audited where there is no such thing, or an id of another type', async () => {
    for (const prefix of ['shift-role', 'shift']) {
      expect(await audited(() => signUp(parent.parent.accountId, `${prefix}_${NOTHING}`))).toEqual([
        { account: parent.parent.accountId, outcome: 'REFUSED', code: 'NOT_FOUND', subjects: { role: NOTHING } },
      ]);
    }
  });

  it('is audited where the input cannot be read, and nothing of the input is kept', async () => {
    expect(await audited(() => signUp(parent.parent.accountId, '王小明 13800000000'))).toEqual([
      { account: parent.parent.accountId, outcome: 'REFUSED', code: 'BAD_USER_INPUT', subjects: {} },
    ]);
  });

  it('is audited once where something goes wrong inside', async () => {
    await hub.database.pool.query('alter table signup rename to signup_away');
    try {
      expect(await audited(() => signUp(parent.parent.accountId, `shift-role_${offered.role.id}`))).toEqual([
        { account: parent.parent.accountId, outcome: 'REFUSED', code: 'INTERNAL', subjects: { role: offered.role.id } },
      ]);
    } finally {
      await hub.database.pool.query('alter table signup_away rename to signup');
    }
  });

  it('is not audited for a guest, who could fill the log', async () => {
    expect(await audited(() => signUp(undefined, `shift-role_${offered.role.id}`))).toEqual([]);
  });
});

describe('the audit log is filled by nobody', () => {
  const markAll = (as: string) =>
    hub.ask('mutation { markAllNoticesRead(input: {}) { markedCount userErrors { code } } }', { as });
  const lines = (document: string, as: string, input: object) =>
    hub.ask<Record<string, { userErrors: { code: string }[] }>>(document, { as, variables: { input } });

  it('what changes nothing leaves no record: marking nothing read, by one parent, again and again', async () => {
    expect(
      await audited(async () => {
        for (let time = 0; time < 20; time += 1) await markAll(parent.parent.accountId);
      }),
    ).toEqual([]);
  });

  it('nor does a change to what it is already, nor an answer that is told again; what changes something does, once', async () => {
    const update = (name: string, idempotencyKey?: string) =>
      lines(
        'mutation ($input: UpdateSchoolInput!) { updateSchool(input: $input) { userErrors { code } } }',
        administrator.accountId,
        {
          schoolId: `school_${school.id}`,
          name,
          ...(idempotencyKey && { idempotencyKey }),
        },
      );
    const recorded = await audited(async () => {
      for (let time = 0; time < 3; time += 1) await update('银杏桥小学');
      for (let time = 0; time < 3; time += 1) await update('银杏桥小学', 'again');
      for (let time = 0; time < 3; time += 1) await update('梧桐里小学', 'another');
    });
    expect(recorded).toMatchObject([{ outcome: 'SUCCEEDED' }, { outcome: 'SUCCEEDED' }]);
  });

  it('2,000 refusals a minute are five records for each reason, and a count with the first and the last', async () => {
    const [intruder, other] = [
      (await family(scenario, [schoolClass])).parent.accountId,
      (await family(scenario, [schoolClass])).parent.accountId,
    ];
    const refuse = (as: string) => signUp(as, `shift-role_${NOTHING}`);
    const recorded = await audited(async () => {
      for (let time = 0; time < 10; time += 1) await Promise.all(Array.from({ length: 20 }, () => refuse(intruder)));
      await refuse(other);
    });
    const { rows } = await hub.database.pool.query<{ minutes: number; refused: number; ordered: boolean }>(
      `select count(*)::int as minutes, sum(refused_count)::int as refused, bool_and(first_at <= last_at) as ordered from refusal_tally where actor = $1 and code = 'NOT_FOUND'`,
      [intruder],
    );
    expect(rows[0]).toMatchObject({ refused: 200, ordered: true });
    expect(recorded.filter((row) => (row as { account: string }).account === intruder)).toHaveLength(
      5 * rows[0]!.minutes,
    );
    expect(recorded.filter((row) => (row as { account: string }).account === other)).toHaveLength(1);
  });

  it('nothing that was tried is hidden behind other refusals of the same minute', async () => {
    const refuse = (mutation: string, more = '') =>
      hub.ask(
        `mutation { ${mutation}(input: { guardianshipId: "guardianship_${NOTHING}" ${more} }) { userErrors { code } } }`,
        { as: teacher.accountId },
      );
    now = new Date(Math.ceil(now.getTime() / 60_000) * 60_000);
    const before = now;
    for (let time = 0; time < 9; time += 1) await refuse('rejectGuardianship', 'reason: "不是家长"');
    await refuse('approveGuardianship');
    const of = async (table: string, columns: string) =>
      (
        await hub.database.pool.query<object>(
          `select ${columns} from ${table} where created_at >= $1 and code = 'NOT_FOUND' group by mutation order by mutation`,
          [before],
        )
      ).rows;
    expect(await of('audit_record', 'mutation, count(*)::int as n')).toEqual([
      { mutation: 'approveGuardianship', n: 1 },
      { mutation: 'rejectGuardianship', n: 5 },
    ]);
    expect(await of('refusal_tally', 'mutation, sum(refused_count)::int as n')).toEqual([
      { mutation: 'approveGuardianship', n: 1 },
      { mutation: 'rejectGuardianship', n: 9 },
    ]);
  });

  it('whoever tries everything leaves one record of each that was tried, and no more than fifty besides', async () => {
    const attempt = (mutation: string) =>
      hub.ask(
        `mutation { ${mutation}(input: { ${id[mutation] ?? 'signup'}Id: "shift-role_${NOTHING}" }) { userErrors { code } } }`,
        { as: intruder },
      );
    const intruder = (await family(scenario, [schoolClass])).parent.accountId;
    now = new Date(Math.ceil((now.getTime() + 1) / 60_000) * 60_000);
    const recorded = await audited(async () => {
      for (let time = 0; time < 6; time += 1) for (const mutation of tried) await attempt(mutation);
    });
    expect(recorded.length).toBeGreaterThanOrEqual(50);
    expect(recorded.length).toBeLessThanOrEqual(50 + tried.length);
    const { rows } = await hub.database.pool.query<{ tried: number; counted: number }>(
      'select count(distinct mutation)::int as tried, sum(refused_count)::int as counted from refusal_tally where actor = $1',
      [intruder],
    );
    expect(rows).toEqual([{ tried: tried.length, counted: 6 * tried.length }]);
  });

  it('what was told to one alone is on record, though nothing has changed: once an hour, however often they ask', async () => {
    const roster = (as: string) =>
      lines(
        'mutation ($input: ExportShiftRosterInput!) { exportShiftRoster(input: $input) { path userErrors { code } } }',
        as,
        { shiftId: `shift_${offered.shift.id}` },
      );
    const again = async (as: string): Promise<void> => {
      for (let time = 0; time < 5; time += 1)
        expect((await roster(as)).data!['exportShiftRoster']!.userErrors).toEqual([]);
    };
    expect(await audited(() => again(teacher.accountId))).toMatchObject([
      { account: teacher.accountId, outcome: 'SUCCEEDED' },
    ]);
    now = new Date(now.getTime() + 3_600_001);
    expect(await audited(() => again(teacher.accountId))).toHaveLength(1);
  });

  it('looks for what the same caller did within the hour among their own calls, however many others made', async () => {
    let asked: { readonly text: string; readonly values: readonly unknown[] } | undefined;
    const beside = await startTestHub({
      database: hub.database,
      clock: () => now,
      onStatement: (text, values) => {
        if (text.includes('insert into audit_record')) asked = { text, values };
      },
    });
    const client = await hub.database.pool.connect();
    try {
      await beside.ask('mutation ($input: ExportShiftRosterInput!) { exportShiftRoster(input: $input) { path } }', {
        as: teacher.accountId,
        variables: { input: { shiftId: `shift_${offered.shift.id}` } },
      });
      await client.query('begin');
      await client.query(
        `insert into audit_record (id, created_at, account, mutation, outcome, subjects)
        select gen_random_uuid(), $1::timestamptz - make_interval(secs => n % 3000), gen_random_uuid(), 'exportShiftRoster', 'SUCCEEDED', '{}' from generate_series(1, 20000) n`,
        [now],
      );
      await client.query('analyze audit_record');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${asked!.text}`, [...asked!.values]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/using audit_record_account_index on audit_record earlier/);
      expect(plan).not.toMatch(/Seq Scan on audit_record earlier/);
    } finally {
      await client.query('rollback');
      client.release();
      await beside.stop();
    }
  });

  it('a code that is shown and asked for again and again is on record once an hour', async () => {
    const show = () =>
      lines(
        'mutation ($input: ShowCheckInCodeInput!) { showCheckInCode(input: $input) { token userErrors { code } } }',
        teacher.accountId,
        { shiftId: `shift_${offered.shift.id}` },
      );
    now = new Date(offered.shift.startsAt.getTime() + 60_000);
    const tokens = new Set<string>();
    expect(
      await audited(async () => {
        for (let time = 0; time < 6; time += 1) {
          const { token } = (await show()).data!['showCheckInCode'] as unknown as { token: string };
          tokens.add(token);
          now = new Date(now.getTime() + 15_000);
        }
      }),
    ).toMatchObject([{ outcome: 'SUCCEEDED' }]);
    expect(tokens.size).toBeGreaterThan(2);
  });

  it('is kept for 400 days, and nothing younger than half a year goes, whoever deletes', async () => {
    now = new Date();
    const { pool } = hub.database;
    const days = async () =>
      (
        await pool.query<{ days: number }>(
          `select extract(day from now() - created_at)::int as days from audit_record where mutation = 'planted' order by 1`,
        )
      ).rows.map((row) => row.days);
    for (const ago of [183, 185, 399, 402]) {
      await pool.query(
        `insert into audit_record (id, created_at, mutation, outcome, subjects) values (gen_random_uuid(), now() - make_interval(days => $1), 'planted', 'SUCCEEDED', '{}')`,
        [ago],
      );
    }
    await hub.hub.runJob('platform.forget-audit-records');
    expect(await days()).toEqual([183, 185, 399]);
    await expect(pool.query(`delete from audit_record where mutation = 'planted'`)).rejects.toMatchObject({
      constraint: 'audit_record_stays',
    });
    await pool.query(
      `delete from audit_record where mutation = 'planted' and created_at < now() - interval '184 days'`,
    );
    expect(await days()).toEqual([183]);
  });
});
