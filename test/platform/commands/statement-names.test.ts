import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import { families, openShift, type FamilyGuardian, type ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import { StatementNames } from '../../../src/platform/database/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

/** When it comes for the second time. */
const nameOf = (names: StatementNames, text: string): string | undefined => {
  names.of(text);
  return names.of(text);
};
const namesOf = (): StatementNames => new StatementNames({ answersColumns: true });

describe('names of statements', () => {
  it('are the same for the same text, and others for others', () => {
    const [one, other] = [namesOf(), namesOf()];
    expect(nameOf(one, 'select 1')).toBe(nameOf(other, 'select 1'));
    expect(nameOf(one, 'select 1')).not.toBe(nameOf(one, 'select 2'));
  });

  it.each([
    'select * from role',
    'select rol.* from role rol',
    'update role set a = 1 returning *',
    'select\n  rol.*, 1 from role rol',
  ])('are not given to %j', (text) => {
    expect([nameOf(namesOf(), text), nameOf(namesOf(), text)]).toEqual([undefined, undefined]);
  });

  it('are given where a star is no list of columns', () => {
    expect(nameOf(namesOf(), 'select count(*), 2 * 3 from role')).toBeDefined();
  });

  it('are for what comes again, and stay with what comes often, however much else does', () => {
    const names = namesOf();
    const often = nameOf(names, 'select often')!;
    const once = Array.from({ length: 5_000 }, (_, index) => names.of(`select ${index} once`));
    expect(once.filter((each) => each !== undefined)).toEqual([]);
    for (let index = 0; index < 5_000; index += 1) {
      expect(nameOf(names, `select ${index} and then some${' '.repeat(3_000)}`)).toBeDefined();
      if (index % 500 === 0) expect(names.of('select often')).toBe(often);
    }
    expect(nameOf(names, 'select another')).toBeDefined();
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
    parents = (await families(scenario, 4, [schoolClass])).map(({ parent }) => parent);
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
    for (const each of parents.slice(1)) expect(await signUp(each)).toBe('CONFIRMED');
    for (const table of ['shift_role', 'shift', 'signup', 'person'])
      await hub.database.pool.query(`alter table ${table} add column extra int`);
    expect(await signUp(parents[0]!)).toBe('CONFIRMED');
  });
});
