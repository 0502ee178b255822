import { getNamedType, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { ReadType } from '../catalog.ts';
import { pageSelectionOf } from '../selection.ts';
import type { OrderTerm } from '../readable.ts';
import { argumentsOf, type ArgumentsOf } from './arguments.ts';
import type { Sources } from './collect.ts';
import {
  RowNode,
  type ConnectionView,
  type EdgeMember,
  type ListNode,
  type ObjectView,
  type PageInfoMember,
  type View,
} from './plan.ts';

/** What connections need of the builder of views. */
export interface Views {
  readonly sources: Sources;
  objectType(name: string): GraphQLObjectType;
  fields(type: GraphQLObjectType, nodes: readonly FieldNode[]): (readonly [key: string, nodes: readonly FieldNode[]])[];
  view(row: RowNode, nodes: readonly FieldNode[]): View;
}

/** Groups of the rows of a connection: the edge that leads to them, and how objects are made of them. */
export type Grouped = (
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  list: ArgumentsOf,
) => { readonly edge: number } & ObjectView;

/** A connection: the list whose rows it shows, and how an object is made of one of its pages. */
export function connectionIn(
  views: Views,
  field: GraphQLField<unknown, unknown>,
  type: ReadType,
  order: readonly OrderTerm[] | undefined,
  nodes: readonly FieldNode[],
  grouped: Grouped,
): { readonly list: ListNode; readonly view: ConnectionView } {
  const wanted = pageSelectionOf(views.sources, nodes, type);
  const row = new RowNode(type, wanted.selection);
  const ofList = argumentsOf(field, nodes[0]!);
  const connection = views.objectType(getNamedType(field.type).name);
  const members = views.fields(connection, nodes).map(([key, same]): ConnectionView['members'][number] => {
    const name = same[0]!.name.value;
    switch (name) {
      case 'nodes':
        return { key, kind: name, view: views.view(row, same) };
      case 'edges':
        return { key, kind: name, members: edgeIn(views, row, connection, same) };
      case 'pageInfo':
        return { key, kind: name, members: pageInfoIn(views, same) };
      case 'totalCount':
        return { key, kind: name };
      case 'groupedAggregates':
        return { key, kind: 'groups', ...grouped(connection.getFields()[name]!, same, ofList) };
      default:
        return { key, kind: 'text', text: connection.name };
    }
  });
  const list: ListNode = { number: -1, row, order, arguments: ofList, ...wanted };
  return { list, view: { members } };
}

function edgeIn(views: Views, row: RowNode, connection: GraphQLObjectType, nodes: readonly FieldNode[]): EdgeMember[] {
  const edge = getNamedType(connection.getFields()['edges']!.type) as GraphQLObjectType;
  return views.fields(edge, nodes).map(([key, same]): EdgeMember => {
    switch (same[0]!.name.value) {
      case 'cursor':
        return { key, kind: 'cursor' };
      case 'node':
        return { key, kind: 'node', view: views.view(row, same) };
      default:
        return { key, kind: 'text', text: edge.name };
    }
  });
}

function pageInfoIn(views: Views, nodes: readonly FieldNode[]): PageInfoMember[] {
  return views.fields(views.objectType('PageInfo'), nodes).map(([key, same]): PageInfoMember => {
    const name = same[0]!.name.value;
    switch (name) {
      case 'hasNextPage':
      case 'hasPreviousPage':
      case 'startCursor':
      case 'endCursor':
        return { key, kind: name };
      default:
        return { key, kind: 'text', text: 'PageInfo' };
    }
  });
}
