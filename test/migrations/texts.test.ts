import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../seeds/demo/index.ts';
import { openAsOwner } from '../../src/app.ts';
import { Migration20261129150000_texts_rights_and_records as Texts } from '../../src/migrations/Migration20261129150000_texts_rights_and_records.ts';
import { Migration20261129162200_rights_last_as_long_as_the_class as RightsOfClass } from '../../src/migrations/Migration20261129162200_rights_last_as_long_as_the_class.ts';
import { Migration20261130234459_names_are_kept_in_one_form as Names } from '../../src/migrations/Migration20261130234459_names_are_kept_in_one_form.ts';
import { Migration20261201042535_sign_ins_are_held_by_network as Numbers } from '../../src/migrations/Migration20261201042535_sign_ins_are_held_by_network.ts';
import { brokenChecks } from '../support/checks.ts';
import { ownerConfig } from '../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool);
});
afterAll(() => database.drop());

/** In the order in which they run. */
const BUILT = [Texts, RightsOfClass, Names, Numbers];

/** Runs one direction of the migration again, with what has been built upon it. */
async function run(direction: 'up' | 'down'): Promise<void> {
  const opened = await openAsOwner(ownerConfig(database));
  try {
    for (const Each of direction === 'up' ? BUILT : BUILT.toReversed()) {
      const migration = new Each(opened.orm.em.getDriver(), opened.orm.config);
      migration[direction]();
      for (const query of migration.getQueries()) await database.pool.query(query as string);
    }
  } finally {
    await opened.close();
  }
}

async function rows(statement: string, ...values: unknown[]): Promise<unknown[]> {
  return (await database.pool.query<Record<string, unknown>>(statement, values)).rows;
}

const NAMES = `select md5(string_agg(name, ',' order by id)) from person where id <> $1`;
const AN_ACTIVITY = '(select min(id::text)::uuid from volunteer_activity)';

describe('what a hub in production has on record', () => {
  it('is brought into a line, names are normalised, and what needs nothing stays as it is', async () => {
    const [{ id }] = (await rows('select min(id::text) as id from person')) as [{ id: string }];
    const others = await rows(NAMES, id);
    await run('down');
    await rows(
      `update volunteer_activity set title = E'护学\\r\\n=2*21', purpose = E'一\\n二' where id = ${AN_ACTIVITY}`,
    );
    await rows(`update person set name = E'阿依古丽\\u2022\\u200b买买提\\n\\u3000Ｂ' where id = $1`, id);
    await rows(
      `update shift_series set roles = jsonb_set(jsonb_set(roles, '{0,name}', '"引导\\n员"'), '{0,description}', '"一\\n二"')`,
    );
    await run('up');
    expect(await rows(`select title, purpose from volunteer_activity where id = ${AN_ACTIVITY}`)).toEqual([
      { title: '护学 =2*21', purpose: '一\n二' },
    ]);
    expect(await rows('select name from person where id = $1', id)).toEqual([{ name: '阿依古丽·买买提 B' }]);
    expect(await rows(NAMES, id)).toEqual(others);
    expect(
      await rows(
        `select distinct roles -> 0 ->> 'name' as name, roles -> 0 ->> 'description' as description from shift_series`,
      ),
    ).toEqual([{ name: '引导 员', description: '一\n二' }]);
    // Their keys came with a later migration, which reads what stands.
    await rows(`update person set name_key = ''`);
    expect((await brokenChecks(database.pool)).filter(({ name }) => !name.startsWith('volunteering.shift'))).toEqual(
      [],
    );
  });
});
