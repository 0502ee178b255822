import { Migration } from '@mikro-orm/migrations';

/*
 * Changes of tables that are in use. A migration that reads or writes many rows is no transaction as a whole: columns, constraints and
 * triggers come by statements that hold a table for a moment, rows are written in portions, and what stands is read while nobody waits.
 * Where it was broken off it is started again from its beginning: each statement may run twice.
 */

/** Rows that one transaction looks at: whoever writes one of them waits for no longer than that takes. */
export const PORTION = 5_000;

/**
 * Goes through a table by its key, each portion in a transaction of its own; only for migrations that are no transaction as a whole.
 * @param changes statements about the rows whose ids are in `due`; they may run again
 */
export const portionwise = (
  table: string,
  ...changes: readonly string[]
): string => `do $$ declare place uuid := '00000000-0000-0000-0000-000000000000'; due uuid[]; begin
    loop
      due := array(select id from "${table}" where id > place order by id limit ${PORTION});
      exit when cardinality(due) = 0;
      ${changes.map((each) => `${each};`).join(' ')}
      place := due[cardinality(due)];
      commit;
    end loop;
  end $$;`;

/**
 * Statements that are done together or not at all, in a migration that is no transaction as a whole: PostgreSQL takes several of one
 * message for one transaction, and leaves none open where it refuses one of them.
 */
export const together = (...statements: readonly string[]): string => statements.join(' ');

/** A table and what belongs to it, where it is not there already. */
export const madeOnce = (table: string, ...statements: readonly string[]): string =>
  `do $made$ begin if to_regclass('"${table}"') is null then ${statements.join(' ')} end if; end $made$;`;

/** Kept by whatever is written from now on; then what stands is read. */
export const constrained = (table: string, name: string, rule: string): readonly string[] => [
  `alter table "${table}" drop constraint if exists "${name}", add constraint "${name}" ${rule} not valid;`,
  `alter table "${table}" validate constraint "${name}";`,
];

export const refersTo = (table: string, column: string, to: string): readonly string[] =>
  constrained(
    table,
    `${table}_${column}_foreign`,
    `foreign key ("${column}") references "${to}" ("id") on delete restrict`,
  );

/** An index that was not finished is of no use. */
export const indexed = (name: string, on: string): readonly string[] => [
  `drop index concurrently if exists "${name}";`,
  `create index concurrently "${name}" on ${on};`,
];

/** A migration of which each statement is done by itself. */
export abstract class MigrationWhileInUse extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  protected each(...statements: readonly (string | readonly string[])[]): void {
    for (const statement of statements.flat()) this.addSql(statement);
  }
}
