import type { Opt } from '@mikro-orm/core';
import { Property } from '@mikro-orm/decorators/legacy';
import { Stored, writtenBefore } from '../../../platform/database/index.ts';

/**
 * Somebody with a name. PostgreSQL writes the place among others and what is found by it with the name itself, so that whoever writes a
 * name, in whatever way, cannot forget them.
 */
export abstract class Called extends Stored {
  /** Where the name stands: by pinyin, which knows surnames, sign by sign; Latin letters among the syllables, other scripts after them. */
  @Property({ type: 'text', collation: 'C', default: '' })
  nameKey!: Opt<string>;

  /** What the name is found by: its signs, its pinyin and the initials, from each sign on. */
  @Property({ type: 'text', columnType: 'tsvector', default: '', lazy: true })
  nameSearch!: Opt<string>;
}

/** What PostgreSQL writes with a name. */
export type FromName = 'nameKey' | 'nameSearch';

export const followsName = (table: string) =>
  writtenBefore({
    name: `${table}_follow_name`,
    table,
    on: 'insert or update of name, name_key, name_search',
    when: 'true',
    by: 'follow_name()',
  });

/** The index of what a name is found by. */
export const searchedByName = (table: string) => ({
  name: `${table}_search_index`,
  expression: `create index ${table}_search_index on ${table} using gin (name_search)`,
});
