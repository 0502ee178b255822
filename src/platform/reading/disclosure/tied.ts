import type { ViewerShape } from '../../auth/index.ts';
import { scopeOf, type Catalog, type ReadType } from '../catalog.ts';
import type { Count, ToMany, ToOne } from '../declare.ts';
import type { Scope } from '../scope/scope.ts';
import { allOf, raw, sql, type Sql } from '../sql.ts';

export type Linked = Pick<ToOne | ToMany | Count, 'kind' | 'link'>;

/** The parent of a relation: its id and, where a statement has it beside the rows, its row. */
export interface Of {
  readonly id: Sql;
  readonly row?: Scope | undefined;
  /** The statement reads no such row that the viewer does not see. */
  readonly seen: boolean;
}

/** A row on the other side of a relation, where such rows stand, and what ties them to one parent. */
export interface Tied {
  readonly child: Scope;
  readonly tables: Sql;
  readonly condition: Sql;
}

const link = raw('_link');

/** A child that names its parent has it at hand, from the moment at which it can be named. */
export function tied(
  catalog: Catalog,
  { kind, link: how }: Linked,
  to: ReadType,
  of: Of,
  alias: string,
  viewer: ViewerShape,
): Tied {
  const back = 'backBy' in how ? how.backBy : 'by' in how && kind !== 'one' ? how.by : undefined;
  const atHand = back !== undefined && of.row ? { by: back, row: of.row, seen: of.seen } : undefined;
  const child = scopeOf(to, alias, atHand);
  const tables = sql`${to.rows(viewer)} ${child}`;
  if ('by' in how || 'backBy' in how) {
    const column = catalog.columnOf(to.entity, 'by' in how ? how.by : how.backBy).column;
    return { child, tables, condition: sql`${child}.${column} = ${of.id}` };
  }
  if ('via' in how) return { child, tables, condition: how.via(rowOf(of), child, viewer) };
  const { link: table, from: near, to: far, where } = how.through;
  const stored = catalog.tables.get(table)!;
  return {
    child,
    tables: sql`${stored.table} ${link} join ${tables} on ${child}.id = ${link}.${stored.columns.get(far)!.column}`,
    condition: allOf([sql`${link}.${stored.columns.get(near)!.column} = ${of.id}`, where?.(link)]),
  };
}

/** What is tied by more than an id, or told of some parents alone, hangs on a row: a bare id of the request has none. */
export function rowOf({ row }: Of): Scope {
  if (!row) throw new Error('What hangs on a bare id looks at no row.');
  return row;
}
