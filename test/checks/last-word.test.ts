import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { brokenChecks, rolledBack } from './plant.ts';
import { allowed } from './refusals.frozen.ts';
import { refusals } from './refusals.ts';
import { writeSmallWorld, type World } from './world.ts';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await writeSmallWorld(database.pool);
});
afterAll(() => database.drop());

describe('the database has the last word', () => {
  it.each(refusals)('$constraint: $how', async ({ constraint, write }) => {
    await rolledBack(database.pool, (_client, writes) => expect(write(writes, world)).rejects.toMatchObject({ constraint }));
  });

  it('in a case for every rule that it has', async () => {
    const { rows } = await database.pool.query<{ name: string }>(`
      select conname as name from pg_constraint
      where connamespace = 'public'::regnamespace and (contype = 'x' or (contype = 'c' and conname !~ '_check$')) -- enumerations are of the entity's type
      union select indexrelid::regclass::text from pg_index join pg_class on oid = indrelid
      where relnamespace = 'public'::regnamespace and indisunique and indpred is not null
      union select tgname from pg_trigger where not tgisinternal`);
    const covered = new Set(refusals.map((refusal) => refusal.constraint));
    expect(rows.map((row) => row.name).filter((name) => !covered.has(name))).toEqual([]);
  });
});

describe('and leaves open what is no violation', () => {
  it.each(allowed)('$how', async ({ write }) => {
    await rolledBack(database.pool, (_client, writes) => write(writes, world));
  });

  it('and nothing of it stays', async () => {
    expect(await brokenChecks(database.pool)).toEqual([]);
  });
});
