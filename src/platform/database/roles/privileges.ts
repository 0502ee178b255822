/** Where the tables of the hub are, and those of background work. */
export const SCHEMAS = ['public', 'pgboss'] as const;

/** All that the application may do with rows; with tables it may do nothing. */
export const ROW_PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;
export type RowPrivilege = (typeof ROW_PRIVILEGES)[number];

/** Tables with whose rows the application may not do everything, by `schema.table`, each with what it may. */
export type LimitedTables = Readonly<Record<string, readonly RowPrivilege[]>>;

export function privilegesOn(table: string, limited: LimitedTables): readonly RowPrivilege[] {
  return limited[table] ?? ROW_PRIVILEGES;
}
