import { sql, table, type Alias, type Sql } from '../../platform/reading/index.ts';
import { today } from '../people/index.ts';

/** The validity of an edition on the request's day; null unless it is published. */
export function validityOf(edition: Alias): Sql {
  return sql`case when ${edition}.status <> 'PUBLISHED' then null
    when ${edition}.effective_from > ${today} then 'NOT_YET_IN_FORCE'
    when ${edition}.effective_to < ${today} then ${edition}.ending
    else 'IN_FORCE' end`;
}

function inForce(edition: Alias): Sql {
  return sql`(${edition}.effective_from <= ${today} and (${edition}.effective_to is null or ${edition}.effective_to >= ${today}))`;
}

/** The edition was withdrawn or is past: a citation of it is stale. */
export function noLongerInForce(edition: Alias): Sql {
  return sql`(${edition}.status = 'WITHDRAWN' or (${edition}.status = 'PUBLISHED' and ${edition}.effective_to < ${today}))`;
}

/** The id of the edition that a document is read by: the published one in force today, else the latest published one. */
export function currentEditionOf(document: Alias): Sql {
  const edition = sql`cur`;
  return sql`select ${edition}.id from ${table('policy_edition')} ${edition}
    where ${edition}.document_id = ${document}.id and ${edition}.status = 'PUBLISHED'
    order by ${inForce(edition)} desc, ${edition}.effective_from desc limit 1`;
}
