import { sql, table, type Sql } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';

/** True where the audience has a target with one of the keys. */
export function audienceHasKey(audienceId: Sql, keys: Sql): Sql {
  return sql`exists (select 1 from ${table('audience_target')} t where t.audience_id = ${audienceId} and t.key = any(${keys}))`;
}

/** True where the audience has a target that a child of the viewer belongs to. */
export function forMyChildren(audienceId: Sql): Sql {
  return audienceHasKey(audienceId, mine.audienceKeys);
}
