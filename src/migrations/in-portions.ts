/** Rows that one transaction looks at: whoever writes one of them waits for no longer than that takes. */
const PORTION = 5_000;

/**
 * Goes through a table by its key, each portion in a transaction of its own; only for migrations that are no transaction as a whole.
 * @param changes statements about the rows whose ids are in `due`; they may run again
 */
export const inPortions = (table: string, ...changes: readonly string[]): string => `do $$ declare place uuid := '00000000-0000-0000-0000-000000000000'; due uuid[]; begin
    loop
      due := array(select id from "${table}" where id > place order by id limit ${PORTION});
      exit when cardinality(due) = 0;
      ${changes.map((each) => `${each};`).join(' ')}
      place := due[cardinality(due)];
      commit;
    end loop;
  end $$;`;

/** Statements that are done together or not at all, in a migration that is no transaction as a whole. */
export const together = (...statements: readonly string[]): string => `begin; ${statements.join(' ')} commit;`;
