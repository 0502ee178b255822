import { BadUserInput } from '../../errors/index.ts';
import { askedGroups, type AskedGroups } from '../aggregates/groups.ts';
import { filterSql, type WhereArgument } from '../filter.ts';
import { scopeOf, type Catalog, type ReadType } from '../catalog.ts';
import type { Cursors } from '../cursors.ts';
import { parseGlobalId } from '../global-id.ts';
import { LARGEST_PAGE, listOf, type GroupArguments, type List, type ListArguments } from '../list.ts';
import { keptIn, LruCache } from '../../memory/index.ts';
import type { Scope } from '../scope/scope.ts';
import { prepare, type Sql } from '../sql.ts';
import type { GroupsNode, ListNode } from './plan.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** A list as one request asks for it: what its statement depends on is its `key`, all else are values. */
export interface BoundList extends List {
  readonly filter: Sql;
}

/** The ids that one `node` or `nodes` asks for; null for one of no type that may stand there. */
export type BoundIds = readonly ({ readonly type: string; readonly uuid: string } | null)[];

/** The name of a list's rows in a statement. */
export const aliasOfList = (list: ListNode): string => `_l${list.number}`;
export const rowsOfList = (list: ListNode): Scope => scopeOf(list.row.type, aliasOfList(list));

/** A list is asked for with the same values again and again: from this day on, of this kind. */
const known = new WeakMap<ListNode, LruCache<string, BoundList>>();
const MOST_KNOWN = 5;
/** Of the values of its variables, as JSON. */
const LONGEST_KNOWN = 200;

/** @throws BadUserInput for arguments that resolvers refuse, too */
export function boundList(catalog: Catalog, list: ListNode, variables: Variables, cursors: Cursors): BoundList {
  const { named } = list.arguments;
  const values =
    named.length === 0
      ? ''
      : JSON.stringify(named.map((name) => (Object.hasOwn(variables, name) ? [variables[name]] : [])));
  if (values.length > LONGEST_KNOWN) return bind(catalog, list, variables, cursors);
  const ofList = keptIn(known, list, () => new LruCache<string, BoundList>(MOST_KNOWN));
  return keptIn(ofList, values, () => bind(catalog, list, variables, cursors));
}

function bind(catalog: Catalog, list: ListNode, variables: Variables, cursors: Cursors): BoundList {
  const args = list.arguments.of(variables) as ListArguments;
  const { type } = list.row;
  const asked = listOf(type, args, list.order, cursors);
  const filter = filterSql(catalog, type, args.where, rowsOfList(list));
  const cursorsKey = `${asked.after ? 'after' : ''}|${asked.before ? 'before' : ''}`;
  const key = `${asked.key}|${cursorsKey}|${formOf(args.where)}|${prepare(filter).text}`;
  return { ...asked, key, filter };
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Which fields and operators a filter names, without its values: what is told of a list depends on them, and an empty condition is no SQL. */
function formOf(where: WhereArgument | null | undefined): string {
  return JSON.stringify(where ?? null, (_name, value: unknown) => {
    if (Array.isArray(value)) return value.some(isObject) ? (value as unknown[]) : [];
    return isObject(value) ? value : 0;
  });
}

/** Groups as one request asks for them. */
export interface BoundGroups {
  readonly asked: AskedGroups;
  readonly where: WhereArgument | null | undefined;
  readonly filter: Sql;
  readonly key: string;
}

export const rowsOfGroups = ({ type, number }: GroupsNode): Scope => scopeOf(type, aliasOfGroups(number));
export const aliasOfGroups = (number: number): string => `_g${number}`;

/** @throws BadUserInput for arguments that resolvers refuse, too */
export function boundGroups(catalog: Catalog, groups: GroupsNode, variables: Variables): BoundGroups {
  const asked = askedGroups(groups.grouping, groups.arguments.of(variables) as unknown as GroupArguments);
  const { where } = groups.list.of(variables) as ListArguments;
  const filter = filterSql(catalog, groups.type, where, rowsOfGroups(groups));
  return { asked, where, filter, key: `${asked.key}|${prepare(filter).text}` };
}

/** `node`, `nodes` or a root field that is found by its id. */
export interface AskedIds {
  readonly many: boolean;
  /** The type that alone may stand there, where it is not any. */
  readonly only: ReadType | undefined;
}

/** Undefined for other root fields. */
export function askedIdsOf(catalog: Catalog, field: string): AskedIds | undefined {
  const root = catalog.roots[field];
  if (root?.kind === 'node') return { many: false, only: catalog.typeOf(root.of) };
  return field === 'node' || field === 'nodes' ? { many: field === 'nodes', only: undefined } : undefined;
}

/** @throws BadUserInput for a text that is no global id, or too many of them */
export function boundIds({ byPrefix }: Catalog, { many, only }: AskedIds, args: Variables): BoundIds {
  const texts = many ? (args['ids'] as string[]) : [args['id'] as string];
  if (texts.length > LARGEST_PAGE)
    throw new BadUserInput({ zh: `ids 最多 ${LARGEST_PAGE} 个。`, en: `ids may list ${LARGEST_PAGE} ids at most.` }, [
      'ids',
    ]);
  return texts.map((text, index) => {
    const { prefix, uuid } = parseGlobalId(text, many ? ['ids', index] : ['id']);
    const type = byPrefix.get(prefix);
    return type === undefined || (only !== undefined && type !== only) ? null : { type: type.name, uuid };
  });
}
