import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EnrolStudentsDocument } from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord } from '../../../seeds/factories/index.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let admin: StaffMember;
let schoolClass: SchoolClassRecord;
let log = '';

beforeAll(async () => {
  const logger = pino(
    { level: 'info' },
    new Writable({
      write(chunk: Buffer, _, done) {
        log += chunk.toString();
        done();
      },
    }),
  );
  hub = await startTestHub({ logger });
  const scenario = await beginScenario(hub);
  const school = await scenario.school();
  admin = await scenario.schoolAdmin(school);
  schoolClass = await scenario.schoolClass(school);
});
afterAll(() => hub.stop());

/** Somebody else is always just ahead: so many times a pupil cannot be written, whatever the command has found. */
async function aheadTimes(times: number, errcode: string): Promise<void> {
  await hub.database.pool.query(`create sequence tries;
    create function ahead() returns trigger language plpgsql as $$ begin
      if nextval('tries') <= ${times} then raise exception 'planted' using errcode = '${errcode}', constraint = 'student_planted_unique'; end if;
      return new;
    end $$;
    create trigger ahead before insert on student for each row execute function ahead()`);
}
const tries = async (): Promise<number> =>
  Number((await hub.database.pool.query<{ tries: string }>('select last_value as tries from tries')).rows[0]!.tries);

beforeEach(() => {
  log = '';
});
afterEach(() => hub.database.pool.query('drop trigger ahead on student; drop function ahead; drop sequence tries'));

const enrol = (studentNumber: string) =>
  asked(hub, EnrolStudentsDocument, admin.accountId, {
    classId: `class_${schoolClass.id}`,
    rows: [{ name: '周小满', studentNumber }],
  });
const pupils = async (studentNumber: string): Promise<number> =>
  (await hub.database.pool.query('select 1 from student where student_number = $1', [studentNumber])).rowCount!;

describe.each([
  ['a unique constraint', '23505'],
  ['an exclusion', '23P01'],
])('whoever finds each time that somebody was ahead, by %s', (_, errcode) => {
  it('looks again, and is done once nobody is', async () => {
    await aheadTimes(4, errcode);
    expect(await enrol(`L${errcode}`)).toMatchObject({ codes: [], payload: { students: [{}] } });
    expect([await tries(), await pupils(`L${errcode}`)]).toEqual([5, 1]);
  });

  it('is told in the end to come again, of which the log has the constraint', async () => {
    await aheadTimes(1_000, errcode);
    expect((await enrol(`N${errcode}`)).refused).toBe('TRY_LATER');
    expect([await tries(), await pupils(`N${errcode}`)]).toEqual([5, 0]);
    expect(log).toContain('student_planted_unique');
    const { rows } = await hub.database.pool.query(
      "select 1 from audit_record where code in ('INTERNAL', 'TRY_LATER')",
    );
    expect(rows).toEqual([]);
  });
});
