import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import { family, openShift, type Family, type ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

const NOTHING = '00000000-0000-7000-8000-000000000000';

let hub: TestHub;
let teacher: StaffMember;
let parent: Family;
let offered: ShiftOnOffer;

beforeAll(async () => {
  hub = await startTestHub();
  const scenario = await beginScenario(hub);
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  teacher = await scenario.teacher(schoolClass);
  parent = await family(scenario, [schoolClass]);
  offered = await openShift(scenario, teacher, { school });
});
afterAll(() => hub.stop());

async function audited(work: () => Promise<unknown>) {
  const { rows: [before] } = await hub.database.pool.query<{ n: number }>('select count(*)::int as n from audit_record');
  await work();
  const { rows } = await hub.database.pool.query('select account, outcome, code, subjects from audit_record order by created_at, id offset $1', [before!.n]);
  return rows as unknown[];
}

const signUp = (as: string | undefined, roleId: string) => hub.ask(SignUpForShiftDocument, { as, variables: { input: { roleId } } });

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
