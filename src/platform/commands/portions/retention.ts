import { raw, sql, type Sql } from '../../reading/index.ts';
import type { JobDeclaration } from '../background.ts';
import type { Transaction } from '../transaction.ts';
import { sweep, type Due } from './sweep.ts';

/** Few enough that nobody waits long for their locks. */
const PORTION = 2_000;

export interface Retention extends Due {
  /** Where the rows stand, and which of them go: an index must serve it. */
  readonly table: string;
  readonly where: (tx: Pick<Transaction, 'now' | 'services'>) => Sql;
  /** Nobody changes a row of it: the hub may not even lock them. */
  readonly onlyAdded?: boolean;
}

/** Declares a sweep that keeps a table small by deleting what counts for nothing any more: all of it, in one run. */
export function retention({ table, where, onlyAdded = false, ...due }: Retention): JobDeclaration {
  const lock = onlyAdded ? sql`` : sql`for update skip locked`;
  return sweep({
    timeoutSeconds: 60,
    ...due,
    portion: PORTION,
    mostPortions: Number.POSITIVE_INFINITY,
    work: async (tx, most) => {
      const gone = await tx.query(
        sql`delete from ${raw(table)} where id = any(array(select id from ${raw(table)} where ${where(tx)} limit ${most}::int ${lock})) returning id`,
      );
      return gone.length;
    },
  });
}
