import type { Transaction } from '../../platform/commands/index.ts';
import { sql } from '../../platform/reading/index.ts';

/** A column that names a row of a table, as SQL writes it. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  /** The table that it names a row of. */
  readonly names: string;
}

/** Every reference to these tables that the database knows of, so that none can be forgotten. */
export function referencesTo(tx: Transaction, tables: readonly string[]): Promise<Reference[]> {
  return tx.query<Reference>(sql`select con.conrelid::regclass::text as table, quote_ident(att.attname) as column, con.confrelid::regclass::text as names
    from pg_constraint con join pg_attribute att on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
    where con.contype = 'f' and con.confrelid = any(${[...tables]}::text[]::regclass[]) order by 1, 2`);
}
