/** Where the tables of the hub are, and those of background work. */
export const SCHEMAS = ['public', 'pgboss'] as const;

/** All that the application may do with rows; with tables it may do nothing. */
export const ROW_PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;
export type RowPrivilege = (typeof ROW_PRIVILEGES)[number];

export interface TableLimits {
  readonly may: readonly RowPrivilege[];
  /** Columns that stay as a row was inserted with them, where it may update the others. */
  readonly keeps?: readonly string[];
}

/** Tables with whose rows the application may not do everything, by `schema.table`. */
export type LimitedTables = Readonly<Record<string, TableLimits>>;

export function privilegesOn(table: string, limited: LimitedTables): TableLimits {
  return limited[table] ?? { may: ROW_PRIVILEGES };
}
