import { sql, table, type Sql } from '../../platform/reading/index.ts';
import { mine } from '../people/index.ts';

/** True where the person has an engagement between the two moments; served by the index of the exclusion constraint. */
export function personIsBusy(personId: Sql, from: Sql, to: Sql): Sql {
  return sql`exists (select 1 from ${table('engagement')} eng
    where eng.subject = ${personId} and eng.status = 'ACTIVE' and eng.during && tstzrange(${from}, ${to}))`;
}

/**
 * The same of the viewer, whose time is read once for a statement that asks of many moments: engagements do not overlap, so
 * that all of them are one multirange, which is searched by halves.
 */
export function viewerIsBusy(from: Sql, to: Sql): Sql {
  return sql`coalesce(tstzrange(${from}, ${to}) && (select range_agg(eng.during) from ${table('engagement')} eng
    where eng.subject = ${mine.personId} and eng.status = 'ACTIVE'), false)`;
}
