import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf, sampleFileOf, writeSamples } from '../../seeds/samples/index.ts';
import { Scenario } from '../../seeds/scenario/index.ts';
import { hubTables } from '../../seeds/writing/index.ts';
import { describeEntities, domains } from '../../src/app.ts';
import { storedEntities } from '../../src/platform/database/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { brokenChecks } from './database-state.ts';

/** What the tests of its own mechanism write, each with its reason. */
const WRITTEN_ELSEWHERE: Readonly<Record<string, string>> = {
  SuspensionNoShow:
    'stands between a suspension by the rule and the shifts that were missed, of which a sample has none',
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const scenario = await Scenario.begin(database.pool, hubTables());
  const [here, there] = [await placeOf(scenario), await placeOf(scenario, { first: false })];
  for (const place of [here, there]) await scenario.write((_put, batch) => void writeSamples(batch, place));
});
afterAll(() => database.drop());

const tables = new Map(
  storedEntities(describeEntities().getMetadata()).map((meta) => [meta.class as unknown, meta.tableName]),
);

describe('the samples of the domains', () => {
  it('write a row of each type at least, and of each table that ties them', async () => {
    const missing: string[] = [];
    for (const domain of domains)
      for (const entity of domain.entities.filter((each) => tables.has(each))) {
        const { rowCount } = await database.pool.query(`select 1 from "${tables.get(entity)}" limit 1`);
        if (rowCount === 0 && !(entity.name in WRITTEN_ELSEWHERE))
          missing.push(`No sample writes a row of ${entity.name}: ${sampleFileOf(domain.name)}`);
      }
    expect(missing).toEqual([]);
  });

  it('keep every invariant', async () => {
    expect(await brokenChecks(database.pool)).toEqual([]);
  });
});
