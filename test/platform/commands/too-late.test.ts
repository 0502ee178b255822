import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openShift, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import { ShiftStatus } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let organiser: StaffMember;
beforeAll(async () => {
  hub = await startTestHub({
    variables: { REQUEST_TIMEOUT_MS: '2000', STATEMENT_TIMEOUT_MS: '20000', LOCK_TIMEOUT_MS: '300' },
  });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  organiser = await scenario.teacher(await scenario.schoolClass(school));
});
afterEach(async () => {
  await hub.database.pool.query('drop trigger if exists slow on shift; drop trigger if exists slow on audit_record');
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const PUBLISH =
  'mutation ($input: PublishShiftsInput!) { publishShifts(input: $input) { shifts { id status district { name } } userErrors { code } } }';

/** A draft, and what is asked, stored and noted of it. */
async function draft() {
  const { shift } = await openShift(scenario, organiser, {
    school,
    shift: { status: ShiftStatus.DRAFT, publishedAt: null },
  });
  return {
    publish: (idempotencyKey?: string) =>
      hub.ask(PUBLISH, {
        as: organiser.accountId,
        variables: { input: { shiftIds: [`shift_${shift.id}`], idempotencyKey } },
      }),
    status: async () =>
      (await hub.database.pool.query<{ status: string }>('select status from shift where id = $1', [shift.id])).rows[0]!
        .status,
    audited: async () =>
      (
        await hub.database.pool.query<{ outcome: string }>(
          `select outcome from audit_record where mutation = 'publishShifts' and subjects::text like '%' || $1 || '%'`,
          [shift.id],
        )
      ).rows.map(({ outcome }) => outcome),
  };
}

/** Whoever writes to the table does so after that. */
async function slow(table: 'shift' | 'audit_record', body: string, at: 'before' | 'commit' = 'before'): Promise<void> {
  await hub.database.pool.query(
    `create or replace function slow_${table}() returns trigger language plpgsql as $$ begin ${body}; return new; end $$`,
  );
  await hub.database.pool.query(
    at === 'before'
      ? `create trigger slow before insert or update on ${table} for each row execute function slow_${table}()`
      : `create constraint trigger slow after insert or update on ${table} deferrable initially deferred for each row execute function slow_${table}()`,
  );
}

const nobodyIsAtWork = () =>
  vi.waitFor(
    async () => {
      const { rows } = await hub.database.pool.query(
        `select 1 from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
      );
      expect(rows).toEqual([]);
    },
    { timeout: 30_000, interval: 100 },
  );

describe('a mutation whose time is up', () => {
  it('before it is committed is told as not done, and is not done', async () => {
    const here = await draft();
    await slow('shift', 'perform pg_sleep(2)');
    await slow('audit_record', 'perform pg_sleep(2)');
    const { status, errors } = await here.publish();
    expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'TRY_LATER']);
    expect(errors![0]!.message).not.toMatch(/可能|may have/);
    await nobodyIsAtWork();
    expect([await here.status(), await here.audited()]).toEqual(['DRAFT', []]);
    await hub.database.pool.query('drop trigger slow on shift; drop trigger slow on audit_record');
    expect((await here.publish()).data).toMatchObject({ publishShifts: { userErrors: [] } });
    expect(await here.audited()).toEqual(['SUCCEEDED']);
  }, 60_000);

  it('while it is committed is told as one that may have been done', async () => {
    const here = await draft();
    await slow('shift', 'perform pg_sleep(4)', 'commit');
    const { status, errors } = await here.publish('once');
    expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'TRY_LATER']);
    expect(errors![0]!.message).toMatch(/可能已完成.*idempotencyKey/);
    await nobodyIsAtWork();
    expect(await here.status()).toBe('SCHEDULED');
    await hub.database.pool.query('drop trigger slow on shift');
    expect((await here.publish('once')).data).toMatchObject({ publishShifts: { userErrors: [] } });
    expect(await here.audited()).toEqual(['SUCCEEDED']);
  }, 60_000);

  it('in a statement of its own is not told as refused, neither to the caller nor to the audit log', async () => {
    const here = await draft();
    await slow('shift', `raise exception 'too slow' using errcode = '57014'`);
    const { status, errors } = await here.publish();
    expect([status, errors?.map(({ extensions }) => extensions.code)]).toEqual([503, ['TRY_LATER']]);
    expect([await here.status(), await here.audited()]).toEqual(['DRAFT', []]);
  });
});

describe('a mutation that is done', () => {
  it('and whose answer cannot be read is told as done, not as one to be tried again', async () => {
    const here = await draft();
    const holder = await hub.database.pool.connect();
    try {
      await holder.query('begin; lock table district in access exclusive mode');
      const { status, data, errors } = await here.publish();
      expect([status, data]).toEqual([200, null]);
      expect(errors).toMatchObject([
        { path: ['publishShifts', 'shifts', 0, 'district'], extensions: { code: 'TRY_LATER' } },
      ]);
      expect(errors![0]!.message).toMatch(/已完成.*不要重复提交/);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    expect([await here.status(), await here.audited()]).toEqual(['SCHEDULED', ['SUCCEEDED']]);
  });
});
