import type { ViewerShape } from '../../auth/index.ts';
import type { Catalog, ReadType } from '../catalog.ts';
import type { Count, ToMany, ToOne } from '../declare.ts';
import { hold } from '../held.ts';
import { allOf, raw, sql, type Alias, type Sql } from '../sql.ts';

export type Linked = Pick<ToOne | ToMany | Count, 'kind' | 'link'>;

const link = raw('_link');

/** Where the rows on the other side of a relation stand, and what ties them to one parent; a `via` reads the parent's row. */
export function tied(
  catalog: Catalog,
  { link: how }: Linked,
  to: ReadType,
  from: { readonly id: Sql; readonly row: Alias },
  child: Alias,
  viewer: ViewerShape,
): { readonly tables: Sql; readonly condition: Sql } {
  const tables = sql`${to.table} ${child}`;
  if ('by' in how)
    return { tables, condition: sql`${child}.${catalog.columnOf(to.entity, how.by).column} = ${from.id}` };
  if ('backBy' in how)
    return { tables, condition: sql`${child}.${catalog.columnOf(to.entity, how.backBy).column} = ${from.id}` };
  if ('via' in how) return { tables, condition: how.via(from.row, child, viewer) };
  const { link: table, from: near, to: far, where } = how.through;
  const stored = catalog.tables.get(table)!;
  return {
    tables: sql`${stored.table} ${link} join ${tables} on ${child}.id = ${link}.${stored.columns.get(far)!.column}`,
    condition: allOf([sql`${link}.${stored.columns.get(near)!.column} = ${from.id}`, where?.(link)]),
  };
}

/** A child that names its parent has it at hand. @returns whether a condition or a value of the child reads it */
export function holdParent(
  catalog: Catalog,
  { kind, link: how }: Linked,
  to: ReadType,
  child: Alias,
  of: Alias,
  options: { readonly seen: boolean },
): (() => boolean) | undefined {
  const reference = 'backBy' in how ? how.backBy : 'by' in how && kind !== 'one' ? how.by : undefined;
  return reference === undefined ? undefined : hold(child, catalog.columnOf(to.entity, reference).name, of, options);
}
