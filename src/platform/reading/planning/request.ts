import { filterSql } from '../filter.ts';
import type { Catalog } from '../catalog.ts';
import type { Cursors } from '../cursors.ts';
import type { ComputeContext } from '../declare.ts';
import { parseGlobalId } from '../global-id.ts';
import { listOf, type List } from '../list.ts';
import type { ListArguments } from '../page.ts';
import { raw, type Alias, type Run, type Sql } from '../sql.ts';
import type { ListOutline } from './outline.ts';

/** A list as one request asks for it: what its statement depends on is its `key`, all else are values. */
export interface ListState extends List {
  readonly args: ListArguments;
  readonly filter: Sql;
}

/** The ids that one `node` or `nodes` asks for; null for one of no known type. */
export type IdState = readonly ({ readonly type: string; readonly uuid: string } | null)[];

/** What the values of a planned statement, and the answer that is made of its rows, are taken from. */
export interface PlannedRun extends Run {
  readonly context: ComputeContext;
  readonly lists: readonly ListState[];
  readonly ids: readonly IdState[];
  readonly objects: readonly Readonly<Record<string, unknown>>[];
  /** The version of rights under which the viewer was read; null where that was for this request. */
  readonly rights: string | null;
}

/** The name of a list's rows in a statement. */
export const rowsOfList = (list: ListOutline): Alias => raw(`_l${list.number}`);

const known = new WeakMap<ListOutline, ListState>();

/** @throws BadUserInput for arguments that the complete road refuses, too */
export function stateOf(
  catalog: Catalog,
  list: ListOutline,
  variables: Readonly<Record<string, unknown>>,
  cursors: Cursors,
): ListState {
  const kept = list.fixed ? known.get(list) : undefined;
  if (kept) return kept;
  const args = list.argumentsOf(variables);
  const { type } = list.row;
  const asked = listOf(type, args, list.order, cursors);
  const filter = filterSql(catalog, type, args.where, rowsOfList(list));
  const key = `${asked.key}|${asked.after ? 'after' : ''}|${asked.before ? 'before' : ''}|${filter.sql}`;
  const state = { ...asked, key, args, filter };
  if (list.fixed) known.set(list, state);
  return state;
}

/** @throws BadUserInput for a text that is no global id */
export function idOf(catalog: Catalog, text: string): IdState[number] {
  const { prefix, uuid } = parseGlobalId(text);
  const type = catalog.byPrefix.get(prefix);
  return type ? { type: type.name, uuid } : null;
}
