import type { TriggerDef } from '@mikro-orm/core';
import { keptBy } from '../../platform/database/index.ts';

/**
 * What was told of a thing goes once it is over, and does not come back with a right: PostgreSQL settles it with the row,
 * whichever way that ends. Which kinds of notice it is stands in the function, in the migration that brought it.
 */
export function newsFollow({ table, on, when }: { readonly table: string; readonly on: string; readonly when: string }): TriggerDef {
  return keptBy({ name: `news_follow_${table}`, table, on, when });
}
