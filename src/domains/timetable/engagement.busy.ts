import { sql, type Sql } from '../../platform/reading/index.ts';

/** True where the person has an engagement between the two moments; served by the index of the exclusion constraint. */
export function personIsBusy(personId: Sql, from: Sql, to: Sql): Sql {
  return sql`exists (select 1 from engagement eng
    where eng.subject = ${personId} and eng.status = 'ACTIVE' and eng.during && tstzrange(${from}, ${to}))`;
}
