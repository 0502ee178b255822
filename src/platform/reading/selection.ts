import type { FieldNode, GraphQLObjectType } from 'graphql';
import { factKey, type ReadType } from './catalog.ts';
import { collectFields, type Sources } from './plan/collect.ts';

/** The names of the values that a row must bring, sorted: equal selections have equal keys. */
export interface Selection {
  readonly names: readonly string[];
  readonly key: string;
}

/** What is asked of a list: its rows, and what besides them. */
export interface PageSelection {
  readonly selection: Selection;
  readonly wantsRows: boolean;
  /** Cursors are made of the values that the list is ordered by. */
  readonly wantsCursors: boolean;
  /** Whether it must be known if more rows follow. */
  readonly wantsMore: boolean;
  readonly wantsCount: boolean;
}

/** What a row of `type` must bring for the fields that are asked of it below `nodes`. */
export function selectionOf(sources: Sources, nodes: readonly FieldNode[], type: ReadType): Selection {
  return selectionFor(type, namesAsked(sources, nodes, type.name).keys());
}

/** What is asked of a connection: its rows through `nodes` or `edges`, its cursors, its count. */
export function pageSelectionOf(sources: Sources, nodes: readonly FieldNode[], type: ReadType): PageSelection {
  const asked = namesAsked(sources, nodes, `${type.name}Connection`);
  const inEdges = namesAsked(sources, asked.get('edges') ?? [], `${type.name}Edge`);
  const inInfo = namesAsked(sources, asked.get('pageInfo') ?? [], 'PageInfo');
  const rows = [...(asked.get('nodes') ?? []), ...(inEdges.get('node') ?? [])];
  return {
    selection: selectionOf(sources, rows, type),
    wantsRows: asked.has('nodes') || asked.has('edges') || asked.has('pageInfo'),
    wantsCursors: inEdges.has('cursor') || inInfo.has('startCursor') || inInfo.has('endCursor'),
    wantsMore: inInfo.has('hasNextPage') || inInfo.has('hasPreviousPage'),
    wantsCount: asked.has('totalCount'),
  };
}

/** The fields that are asked of an object, by their own names: each is read once, under however many it is answered. */
function namesAsked(sources: Sources, nodes: readonly FieldNode[], typeName: string): Map<string, FieldNode[]> {
  const fields = collectFields(sources, sources.schema.getType(typeName) as GraphQLObjectType, nodes);
  return Map.groupBy([...fields.values()].flat(), ({ name }) => name.value);
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
