/** What a run of a compiled statement brings to it. */
import type { BoundGroups, BoundIds, BoundList } from '../plan/bind.ts';
import { Late, sql, withParameters, type Run, type Sql } from '../sql.ts';

/** What the values of a compiled statement are taken from. */
export interface StatementRun extends Run {
  readonly lists: readonly BoundList[];
  readonly groups: readonly BoundGroups[];
  readonly ids: readonly BoundIds[];
  /** Of the request, by their numbers. */
  readonly objects: readonly Readonly<Record<string, unknown>>[];
  /** The version of rights under which the viewer was read; null where that was for this request. */
  readonly rights: string | null;
}

/** A value that the run of a planned statement brings. */
export function late(name: string, value: (run: StatementRun) => unknown): Late {
  return new Late(name, (run: Run) => value(run as StatementRun));
}

/** An object of the request holds bare ids. */
export function idIn(object: number, by: string): Sql {
  return sql`${late('held', (run) => run.objects[object]![by])}::uuid`;
}

/** A filter of which the shape is settled, its values those of the run. */
export function lateFilter(filter: Sql, of: (run: StatementRun) => { readonly filter: Sql }): Sql {
  return withParameters(filter, (value, index) =>
    value instanceof Late ? value : late('filter', (run) => of(run).filter.values[index]),
  );
}
