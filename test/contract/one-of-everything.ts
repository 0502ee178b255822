import { placeOf, writeSamples } from '../../seeds/samples/index.ts';
import { Scenario } from '../../seeds/scenario/index.ts';
import { hubTables } from '../../seeds/writing/index.ts';
import { hubSchema } from '../../src/app.ts';
import { toGlobalId } from '../../src/platform/reading/index.ts';
import { variablesOf } from '../platform/executors/stored-queries.ts';
import type { TestDatabase } from '../support/database.ts';
import { storedTypes } from '../support/small-tables.ts';

/** What district administrators ask; the other operations of the admin client are for schools as well. */
export const OF_THE_DISTRICT = new Set(['ServiceTokens', 'StaffIdentities', 'StaffIdentitiesToApprove']);

/** Who asks and what they ask about, by id. */
export interface OneOfEverything {
  readonly accounts: {
    readonly parent: string;
    readonly schoolAdmin: string;
    readonly districtAdmin: string;
    readonly analyst: string;
  };
  /** Of each type, by the prefix of its ids, the first of what was written. */
  readonly ids: Readonly<Record<string, string>> &
    Readonly<Record<'class' | 'guardian' | 'school' | 'school-year' | 'staff', string>>;
  readonly studentNumber: string;
  readonly certificateNumber: string;
}

/**
 * A district with one school, one class, one family and one of everything that they take part in a few days after `now`:
 * every part of every screen has something to show, so that no statement is spared.
 */
export async function writeOneOfEverything({ pool }: TestDatabase, now: Date): Promise<OneOfEverything> {
  const scenario = await Scenario.begin(pool, hubTables(), now);
  const place = await placeOf(scenario);
  await scenario.write((_put, batch) => void writeSamples(batch, place));
  const ids = {
    ...(await firstOfEach(pool)),
    class: place.schoolClass.id,
    guardian: place.family.parent.guardian.id,
    school: place.school.id,
    'school-year': place.schoolYear.id,
    staff: place.schoolAdmin.staff.id,
  };
  const { rows } = await pool.query<{ number: string }>('select number from service_certificate');
  return {
    accounts: {
      parent: place.family.parent.accountId,
      schoolAdmin: place.schoolAdmin.accountId,
      districtAdmin: place.districtAdmin.accountId,
      analyst: (await scenario.analyst()).accountId,
    },
    ids,
    studentNumber: place.family.students[0]!.studentNumber,
    certificateNumber: rows[0]!.number,
  };
}

/** Ids rise with the time of their making. */
async function firstOfEach(pool: TestDatabase['pool']): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ prefix: string; id: string }>(
    storedTypes(hubSchema().reader.catalog)
      .map(
        ({ readable, table }) =>
          `(select '${readable.prefix}' as prefix, id::text from ${table.name} order by id limit 1)`,
      )
      .join(' union all '),
  );
  return Object.fromEntries(rows.map(({ prefix, id }) => [prefix, id]));
}

/** What a stored operation must be told, to be asked of this world at that moment. */
export function variablesIn(
  { ids, studentNumber, certificateNumber }: OneOfEverything,
  now: Date,
  operation: string,
  document: string,
): Record<string, unknown> {
  const types = [...hubSchema().reader.catalog.types.values()].flatMap(({ name, readable: { prefix } }) =>
    ids[prefix] === undefined ? [] : [[name, [toGlobalId(prefix, ids[prefix])]] as const],
  );
  const words: Readonly<Record<string, string>> = {
    StudentLookup: studentNumber,
    VerifyCertificate: certificateNumber,
  };
  return variablesOf({ operation, document }, { ids: new Map(types), now, words: [words[operation] ?? '作业'] }, 0);
}
