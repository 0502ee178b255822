import type { ClientBase } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANGES } from '../../src/platform/database/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { checksThatAnswer, rolledBack } from './plant.ts';
import { allowed } from './allowed.ts';
import { refusals } from './refusals.ts';
import { writeSmallWorld, type World } from './world.ts';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await writeSmallWorld(database.pool);
});
afterAll(() => database.drop());

const covered = new Set(refusals.map((refusal) => refusal.constraint));

/**
 * Rules of the database without a case here: exclusions, checks, triggers and what is unique under a condition. Enumerations
 * are kept by their types; triggers that tell of changes, count places or let roles follow the year refuse nothing by themselves
 * (`changesRights`, `tellsOfChange`, `takesPlaces`), and what one that waits for the commit refuses is tested where it commits.
 */
async function rulesWithoutCase(connection: Pick<ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(
    `
    select conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and (contype = 'x' or (contype = 'c' and conname !~ '_check$'))
    union select indexrelid::regclass::text from pg_index join pg_class on oid = indrelid
    where relnamespace = 'public'::regnamespace and indisunique and indpred is not null
    union select tgname from pg_trigger where not tgisinternal and not tgdeferrable and tgname <> $1 and tgname !~ '_(places|follow)_'
    order by name`,
    [CHANGES.trigger],
  );
  return rows.map((row) => row.name).filter((name) => !covered.has(name));
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
