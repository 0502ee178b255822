import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks, domains } from '../../src/app.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { checksThatAnswer, rolledBack, switchOff } from './plant.ts';
import { plants } from './plants.ts';
import { writeSmallWorld, type World } from './world.ts';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await writeSmallWorld(database.pool);
});
afterAll(() => database.drop());

describe('the checks', () => {
  it('hold in a world as the hub would have written it', async () => {
    expect(await checksThatAnswer(database.pool)).toEqual([]);
  });

  it('have names of their own that begin with that of their domain', () => {
    expect(new Set(checks.map((check) => check.name)).size).toBe(checks.length);
    const strangers = domains.flatMap((domain) =>
      domain.checks.filter((check) => !check.name.startsWith(`${domain.name}.`)),
    );
    expect(strangers).toEqual([]);
  });

  it('are bitten by at least one plant each', () => {
    const planted = new Set(plants.map((plant) => plant.check));
    expect(
      checks.map((check) => check.name).filter((name) => !planted.has(name)),
      'write a row that breaks it as `plants` of test/<domain>/held-to.ts',
    ).toEqual([]);
    expect([...planted].filter((name) => !checks.some((check) => check.name === name))).toEqual([]);
  });
});

describe('a planted violation is seen by its check, and by no other', () => {
  it.each(plants)('$check: $how', async ({ check, alsoBreaks = [], refusedBy, write }) => {
    await rolledBack(database.pool, async (client, writes) => {
      if (refusedBy) await switchOff(client, refusedBy);
      await write(writes, world);
      expect(await checksThatAnswer(client)).toEqual([check, ...alsoBreaks].sort());
    });
  });

  it('and nothing of it stays', async () => {
    expect(await checksThatAnswer(database.pool)).toEqual([]);
  });
});
