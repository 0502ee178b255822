import type { ClientBase } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeEntities } from '../../src/app.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { checksThatAnswer, rolledBack } from './plant.ts';
import { allowed } from './allowed.ts';
import { refusals } from './refusals.ts';
import { declaredRules, RULES_THERE, withoutCase } from './rules.ts';
import { writeSmallWorld, type World } from './world.ts';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await writeSmallWorld(database.pool);
});
afterAll(() => database.drop());

async function rulesWithoutCase(connection: Pick<ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(RULES_THERE.text, RULES_THERE.values);
  return withoutCase(rows.map((row) => row.name));
}

describe('the database has the last word', () => {
  it.each(refusals)('$constraint: $how', async ({ constraint, write }) => {
    await rolledBack(database.pool, (_client, writes) =>
      expect(write(writes, world)).rejects.toMatchObject({ constraint }),
    );
  });

  it('and a case here for every rule of it', async () => {
    expect(
      await rulesWithoutCase(database.pool),
      'write what it refuses as `refusals` of test/<domain>/held-to.ts',
    ).toEqual([]);
  });

  it('whose rules are known before there is a database', async () => {
    const { rows } = await database.pool.query<{ name: string }>(RULES_THERE.text, RULES_THERE.values);
    const declared = declaredRules(describeEntities().getMetadata().getAll().values());
    // A trigger that is asked before a table is emptied can stand on no entity.
    const emptied = /_is_not_emptied$/;
    const names = rows.map(({ name }) => name).filter((name) => !emptied.test(name));
    expect(names.filter((name) => !declared.includes(name))).toEqual([]);
    expect(declared.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('so that a new rule is missed', async () => {
    await rolledBack(database.pool, async (client) => {
      await client.query('alter table room add constraint planted_check_of_room check (capacity < 10000)');
      await client.query('alter table room add constraint planted_exclusion exclude using gist (id with =)');
      await client.query('create unique index planted_index on room (name) where capacity = 7');
      await client.query(
        'create trigger planted_trigger before update on room for each row execute function suppress_redundant_updates_trigger()',
      );
      expect(await rulesWithoutCase(client)).toEqual(
        expect.arrayContaining(['planted_check_of_room', 'planted_exclusion', 'planted_index', 'planted_trigger']),
      );
    });
  });
});

describe('and leaves open what is no violation', () => {
  it.each(allowed)('$how', async ({ write }) => {
    await rolledBack(database.pool, (_client, writes) => write(writes, world));
  });

  it('and nothing of it stays', async () => {
    expect(await checksThatAnswer(database.pool)).toEqual([]);
  });
});
