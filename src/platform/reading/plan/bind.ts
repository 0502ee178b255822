import { GraphQLError } from 'graphql';
import { askedGroups, type AskedGroups } from '../aggregates/groups.ts';
import { filterSql, type WhereArgument } from '../filter.ts';
import { scopeOf, type Catalog } from '../catalog.ts';
import type { Cursors } from '../cursors.ts';
import { parseGlobalId } from '../global-id.ts';
import { listOf, type List } from '../list.ts';
import { LARGEST_PAGE, type GroupArguments, type ListArguments } from '../page.ts';
import type { Scope } from '../scope/scope.ts';
import { prepare, type Sql } from '../sql.ts';
import type { ArgumentsOf } from './arguments.ts';
import type { GroupsNode, ListNode } from './plan.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** A list as one request asks for it: what its statement depends on is its `key`, all else are values. */
export interface BoundList extends List {
  readonly args: ListArguments;
  readonly filter: Sql;
}

/** The ids that one `node` or `nodes` asks for; null for one of no type that may stand there. */
export type BoundIds = readonly ({ readonly type: string; readonly uuid: string } | null)[];

/** The name of a list's rows in a statement. */
export const aliasOfList = (list: ListNode): string => `_l${list.number}`;
export const rowsOfList = (list: ListNode): Scope => scopeOf(list.row.type, aliasOfList(list));

const known = new WeakMap<ListNode, BoundList>();

/** @throws BadUserInput for arguments that resolvers refuse, too */
export function boundList(catalog: Catalog, list: ListNode, variables: Variables, cursors: Cursors): BoundList {
  const { fixed } = list.arguments;
  const kept = fixed ? known.get(list) : undefined;
  if (kept) return kept;
  const args = list.arguments.of(variables) as ListArguments;
  const { type } = list.row;
  const asked = listOf(type, args, list.order, cursors);
  const filter = filterSql(catalog, type, args.where, rowsOfList(list));
  const key = `${asked.key}|${asked.after ? 'after' : ''}|${asked.before ? 'before' : ''}|${prepare(filter).text}`;
  const bound = { ...asked, key, args, filter };
  if (fixed) known.set(list, bound);
  return bound;
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

const knownGroups = new WeakMap<GroupsNode, BoundGroups>();

/** @throws BadUserInput for arguments that resolvers refuse, too */
export function boundGroups(catalog: Catalog, groups: GroupsNode, variables: Variables): BoundGroups {
  const fixed = groups.list.fixed && groups.arguments.fixed;
  const kept = fixed ? knownGroups.get(groups) : undefined;
  if (kept) return kept;
  const asked = askedGroups(groups.grouping, groups.arguments.of(variables) as unknown as GroupArguments);
  const { where } = groups.list.of(variables) as ListArguments;
  const filter = filterSql(catalog, groups.type, where, rowsOfGroups(groups));
  const bound = { asked, where, filter, key: `${asked.key}|${prepare(filter).text}` };
  if (fixed) knownGroups.set(groups, bound);
  return bound;
}

/** `node`, `nodes` or a root field that is found by its id. */
export interface AskedIds {
  readonly arguments: ArgumentsOf;
  readonly many: boolean;
  /** The type that alone may stand there, where it is not any. */
  readonly only: string | undefined;
}

/** @throws BadUserInput for a text that is no global id */
export function boundIds(
  catalog: Catalog,
  { arguments: { of }, many, only }: AskedIds,
  variables: Variables,
): BoundIds {
  const args = of(variables);
  const texts = many ? (args['ids'] as string[]) : [args['id'] as string];
  if (texts.length > LARGEST_PAGE) throw new GraphQLError('There are too many ids.');
  return texts.map((text) => {
    const { prefix, uuid } = parseGlobalId(text);
    const type = catalog.byPrefix.get(prefix)?.name;
    return type === undefined || (only !== undefined && type !== only) ? null : { type, uuid };
  });
}
