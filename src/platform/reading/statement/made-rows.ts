import type { ViewerShape } from '../../auth/index.ts';
import type { ReadType } from '../read-type.ts';
import { empty, join, raw, sql, type Sql } from '../sql.ts';

/** Rows that no table holds, in one statement: a query makes them once, however often the statement names them. */
export class MadeRows {
  readonly #queries = new Map<string, Sql>();

  /** The type as it is read in this statement. */
  of(type: ReadType, viewer: ViewerShape): ReadType {
    if (!type.readable.source) return type;
    const name = `_${type.readable.prefix.replaceAll('-', '_')}`;
    this.#queries.set(name, type.rows(viewer));
    return { ...type, rows: () => raw(name) };
  }

  /** To be written before the statement; empty where it names no such rows. */
  get text(): Sql {
    const made = [...this.#queries].map(([name, query]) => sql`${raw(name)} as materialized ${query}`);
    return made.length > 0 ? sql`with ${join(made)} ` : empty;
  }
}
