import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import { families, openShift, type FamilyGuardian, type ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import { StatementNames } from '../../../src/platform/database/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

describe('names of statements', () => {
  it('are the same for the same text, and others for others', () => {
    const [one, other] = [new StatementNames({ answersColumns: true }), new StatementNames({ answersColumns: true })];
    expect(one.of('select 1')).toBe(other.of('select 1'));
    expect(one.of('select 1')).not.toBe(one.of('select 2'));
  });

  it.each([
    'select * from role',
    'select rol.* from role rol',
    'update role set a = 1 returning *',
    'select\n  rol.*, 1 from role rol',
  ])('are not given to %j', (text) => {
    const names = new StatementNames({ answersColumns: true });
    expect([names.of(text), names.of(text)]).toEqual([undefined, undefined]);
  });

  it('are given where a star is no list of columns', () => {
    expect(new StatementNames({ answersColumns: true }).of('select count(*), 2 * 3 from role')).toBeDefined();
  });

  it('end at some number', () => {
    const names = new StatementNames({ answersColumns: true });
    const given = Array.from({ length: 1100 }, (_, index) => names.of(`select ${index}`)).filter(
      (name) => name !== undefined,
    );
    expect(given).toHaveLength(1000);
    expect(names.of('select 1')).toBe(given[1]);
  });
});

describe('a table that gets a column while the hub runs', () => {
  let hub: TestHub;
  let offered: ShiftOnOffer;
  let parents: FamilyGuardian[];

  beforeAll(async () => {
    hub = await startTestHub({ variables: { DATABASE_POOL_SIZE: '1' } });
    const scenario = await beginScenario(hub);
    const school = await scenario.school();
    const schoolClass = await scenario.schoolClass(school);
    offered = await openShift(scenario, await scenario.teacher(schoolClass), { school });
    parents = (await families(scenario, 2, [schoolClass])).map(({ parent }) => parent);
  });

  afterAll(async () => {
    await hub?.stop();
  });

  const signUp = async ({ accountId }: FamilyGuardian): Promise<unknown> => {
    const input = { roleId: `shift-role_${offered.role.id}`, acceptRiskNotice: true };
    const { data, errors } = await hub.ask(SignUpForShiftDocument, { as: accountId, variables: { input } });
    return errors ?? data?.signUpForShift.signup?.status;
  };

  it('is written to by the connection that knew it before', async () => {
    expect(await signUp(parents[0]!)).toBe('CONFIRMED');
    for (const table of ['shift_role', 'shift', 'signup', 'person'])
      await hub.database.pool.query(`alter table ${table} add column extra int`);
    expect(await signUp(parents[1]!)).toBe('CONFIRMED');
  });
});
