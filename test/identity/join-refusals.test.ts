import { afterAll, beforeAll, expect, it } from 'vitest';
import { domains } from '../../src/app/domains.ts';
import { JOIN_REFUSALS } from '../../src/domains/identity/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Checks that compare columns which are persons: nobody decides on their own, and two who become one may have. */
async function rulesAboutPersons(): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(`
    with person_column as (
      select con.conrelid as of, con.conkey[1] as at from pg_constraint con where con.contype = 'f' and con.confrelid = 'person'::regclass)
    select rule.conname as name from pg_constraint rule join person_column col on col.of = rule.conrelid and col.at = any(rule.conkey)
    where rule.contype = 'c' group by rule.oid having count(distinct col.at) > 1 order by name`);
  return rows.map(({ name }) => name);
}

const refusals = JOIN_REFUSALS.in(domains);
const declared = refusals.map(({ constraint }) => constraint);
const ofOwnCases = refusals.filter(({ rule }) => rule === 'OWN_CASE').map(({ constraint }) => constraint);

it('what keeps somebody from deciding on their own says so where two become one, in whatever domain', async () => {
  expect(await rulesAboutPersons()).toEqual([...ofOwnCases].sort());
  await database.pool.query(
    'alter table service_record add constraint planted check (filed_by_id is distinct from person_id) not valid',
  );
  expect(await rulesAboutPersons()).toContain('planted');
});

it('no word is declared of a rule that is none', async () => {
  const { rows } = await database.pool.query<{ conname: string }>(
    'select conname from pg_constraint where conname = any($1)',
    [declared],
  );
  expect(rows.map(({ conname }) => conname).sort()).toEqual([...declared].sort());
});
