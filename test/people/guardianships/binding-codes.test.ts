import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RevokeBindingCodeDocument } from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord, StudentRecord } from '../../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { binding } from './binding.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let teacher: StaffMember;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  teacher = await scenario.teacher(schoolClass);
});
beforeEach(() => {
  clock = scenario.now;
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { newPupil, newcomer, codesFor, bind } = binding(() => ({
  hub,
  scenario,
  school,
  schoolClass,
  teacher,
}));

describe('a code', () => {
  it.each<[string, (code: string, id: string) => Promise<string>]>([
    ['that is mistyped', (code) => Promise.resolve(code.slice(0, -1) + (code.endsWith('X') ? 'Y' : 'X'))],
    ['of another alphabet', () => Promise.resolve("' or 1=1 --")],
    ['that is empty', () => Promise.resolve('')],
    [
      'that has expired',
      (code) => {
        clock = scenario.at(14 * 24 * 60);
        return Promise.resolve(code);
      },
    ],
    [
      'in whose place another was issued',
      async (code, id) => {
        await codesFor([{ id } as StudentRecord]);
        return code;
      },
    ],
  ])('%s binds nobody, and all say the same', async (_, spoil) => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const {
      codes: [code],
    } = await codesFor([pupil]);
    const answer = await bind(parent, await spoil(code!, pupil.id));
    expect(answer.codes).toEqual(['CODE_INVALID']);
    expect(answer.data?.bindChild.userErrors[0]?.message).toMatch(/^绑定码无效/);
    const { rows } = await hub.database.pool.query('select 1 from guardianship where student_id = $1', [pupil.id]);
    expect(rows).toEqual([]);
  });

  it('is good to the last millisecond', async () => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const {
      codes: [code],
    } = await codesFor([pupil]);
    clock = new Date(scenario.at(14 * 24 * 60).getTime() - 1);
    expect((await bind(parent, code!)).codes).toEqual([]);
  });

  it('can be revoked by the school, once', async () => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const {
      codes: [code],
    } = await codesFor([pupil]);
    const {
      rows: [row],
    } = await hub.database.pool.query<{ id: string }>('select id from binding_code where student_id = $1', [pupil.id]);
    const revoke = () =>
      hub.ask(RevokeBindingCodeDocument, {
        as: teacher.accountId,
        variables: { input: { bindingCodeId: `binding-code_${row!.id}` } },
      });
    expect((await revoke()).data?.revokeBindingCode.bindingCode).toMatchObject({ inForce: false });
    expect((await bind(parent, code!)).codes).toEqual(['CODE_INVALID']);
    expect((await revoke()).data?.revokeBindingCode.userErrors).toMatchObject([{ code: 'NOT_IN_FORCE' }]);
  });

  it('stands nowhere in the database or the audit log, and a retry does not tell it', async () => {
    const pupil = await newPupil();
    const {
      codes: [code],
    } = await codesFor([pupil], { idempotencyKey: 'printed' });
    const again = await codesFor([pupil], { idempotencyKey: 'printed' });
    expect(again.codes).toEqual([]);
    expect(again.data?.issueBindingCodes.userErrors).toEqual([]);
    const plain = code!.replaceAll('-', '');
    const { rows } = await hub.database.pool
      .query(`select row_to_json(b)::text as t from binding_code b union all select row_to_json(a)::text from audit_record a
      union all select row_to_json(i)::text from idempotent_call i`);
    expect(rows.filter(({ t }: { t: string }) => t.includes(code!) || t.includes(plain))).toEqual([]);
  });

  it('cannot be guessed: after ten wrong ones in a day the guardian waits, however many come at once', async () => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const {
      codes: [code],
    } = await codesFor([pupil]);
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, index) => bind(parent, `ZZZZ-ZZZZ-Z${String(index).padStart(3, '0')}`)),
    );
    expect(guesses.filter(({ codes }) => codes?.[0] === 'CODE_INVALID')).toHaveLength(10);
    expect(guesses.filter(({ codes }) => codes?.[0] === 'TOO_MANY_ATTEMPTS')).toHaveLength(30);
    expect((await bind(parent, code!)).codes).toEqual(['TOO_MANY_ATTEMPTS']);
    clock = scenario.at(24 * 60 + 1);
    expect((await bind(parent, code!)).codes).toEqual([]);
  });
});
