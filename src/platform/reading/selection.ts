import {
  getNamedType,
  isAbstractType,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { factKey, type ReadType } from './catalog.ts';

/** The names of the values that a row must bring, sorted: equal selections have equal keys. */
export interface Selection {
  readonly names: readonly string[];
  readonly key: string;
}

/** What is asked of a list besides its rows. */
export interface PageSelection {
  readonly rows: Selection;
  readonly wantsRows: boolean;
  /** Cursors are made of the values that the list is ordered by. */
  readonly wantsCursors: boolean;
  readonly wantsCount: boolean;
}

/** Where fragments and types are found: of a resolver's own information, no more is looked at. */
export type Opened = Pick<GraphQLResolveInfo, 'fragments' | 'schema'>;

/** The fields that are asked of an object of `typeName`, by name, fragments opened. Directives are not weighed: more is read rather than less. */
export function fieldsAsked(nodes: readonly FieldNode[], typeName: string, info: Opened): Map<string, FieldNode[]> {
  const asked = new Map<string, FieldNode[]>();
  const opened = new Set<string>();
  for (const node of nodes) if (node.selectionSet) collect(node.selectionSet, typeName, info, asked, opened);
  return asked;
}

/** Each fragment is opened once: fragments within fragments stand for more than can be walked. */
function collect(
  set: SelectionSetNode,
  typeName: string,
  info: Opened,
  asked: Map<string, FieldNode[]>,
  opened: Set<string>,
): void {
  for (const each of set.selections) {
    if (each.kind === Kind.FIELD) {
      const same = asked.get(each.name.value);
      if (same) same.push(each);
      else asked.set(each.name.value, [each]);
      continue;
    }
    if (each.kind === Kind.FRAGMENT_SPREAD) {
      if (opened.has(each.name.value)) continue;
      opened.add(each.name.value);
    }
    const fragment = each.kind === Kind.FRAGMENT_SPREAD ? info.fragments[each.name.value] : each;
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || applies(info.schema, condition, typeName))
      collect(fragment.selectionSet, typeName, info, asked, opened);
  }
}

function applies(schema: GraphQLSchema, condition: string, typeName: string): boolean {
  if (condition === typeName) return true;
  const type = schema.getType(condition);
  return (
    isAbstractType(type) && schema.getPossibleTypes(type).some((possible) => getNamedType(possible).name === typeName)
  );
}

/** A document that is kept parsed has the same nodes at each request, so what was found of them is kept as long. */
const found = new WeakMap<FieldNode, Map<string, Selection>>();

/** What a row of `type` must bring for the fields that are asked of it below `nodes`. */
export function selectionOf(nodes: readonly FieldNode[], type: ReadType, info: Opened): Selection {
  const only = nodes.length === 1 ? nodes[0]! : undefined;
  const kept = only && found.get(only)?.get(type.name);
  if (kept) return kept;
  const selection = selectionFor(type, fieldsAsked(nodes, type.name, info).keys());
  if (only) {
    const byType = found.get(only) ?? new Map<string, Selection>();
    found.set(only, byType.set(type.name, selection));
  }
  return selection;
}

/** What is asked of a connection: its rows through `nodes` or `edges`, its cursors, its count. */
export function pageSelectionOf(nodes: readonly FieldNode[], type: ReadType, info: Opened): PageSelection {
  const asked = fieldsAsked(nodes, `${type.name}Connection`, info);
  const edges = asked.get('edges') ?? [];
  const inEdges = fieldsAsked(edges, `${type.name}Edge`, info);
  const rows = [...(asked.get('nodes') ?? []), ...(inEdges.get('node') ?? [])];
  return {
    rows: selectionOf(rows, type, info),
    wantsRows: asked.has('nodes') || asked.has('edges') || asked.has('pageInfo'),
    wantsCursors: inEdges.has('cursor') || asked.has('pageInfo'),
    wantsCount: asked.has('totalCount'),
  };
}

export function selectionFor(type: ReadType, fields: Iterable<string>): Selection {
  const names = new Set<string>(['id']);
  for (const field of fields) for (const name of needsOf(type, field)) names.add(name);
  return sorted(names);
}

export function withNames(selection: Selection, more: readonly string[]): Selection {
  return more.every((name) => selection.names.includes(name))
    ? selection
    : sorted(new Set([...selection.names, ...more]));
}

function sorted(names: ReadonlySet<string>): Selection {
  const list = [...names].sort();
  return { names: list, key: list.join(' ') };
}

/** The values that one field is made from. A field that nothing is known of may look at every column. */
function needsOf(type: ReadType, field: string): Iterable<string> {
  if (field === '__typename') return [];
  const declared = type.fields.get(field);
  switch (declared?.kind) {
    case 'one':
      return 'by' in declared.link ? [declared.link.by] : [];
    case 'many':
    case 'count':
    case 'several':
      return [];
    case 'node':
      return [declared.prefix, declared.id];
    case 'computed':
      return Object.entries(declared.facts).map(([name, fact]) => factKey(type, field, name, fact));
    case undefined:
      return type.columns.has(field) ? [field] : type.columns.keys();
  }
}
