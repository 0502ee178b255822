import type { FieldNode, GraphQLFieldResolver } from 'graphql';
import type { RequestContext } from '../../request/index.ts';
import type { ReadType } from '../catalog.ts';
import type { FieldDeclaration } from '../declare.ts';
import { computedFrom } from '../plan/build-views.ts';
import type { Sources } from '../plan/collect.ts';
import { ObjectNode, RowNode, type Holder, type RowView } from '../plan/plan.ts';
import { BY_NAME } from '../result/access.ts';
import { valueMaker } from '../result/facts.ts';
import type { Values } from '../result/fetched.ts';
import { pageSelectionOf, selectionOf } from '../selection.ts';
import { EdgeReader, type EdgeToRead, type NodeRow } from './edges.ts';
import type { Reader } from './reader.ts';

export type ResolveDeclared = GraphQLFieldResolver<object, RequestContext>;

/**
 * What a declared field of one object says or leads to, for graphql-js: the same edge or value that a plan has, and read the same way.
 * @param of without edges of its own
 */
export function fieldReader(reader: Reader, of: Holder, name: string, declared: FieldDeclaration): ResolveDeclared {
  if (declared.kind === 'computed') {
    if (of instanceof ObjectNode) throw new Error(`${of.name}.${name}: an object without a table has no facts.`);
    const value = valueMaker(of, computedFrom(of.type, name, declared), BY_NAME);
    return (object, _args, context) => value(object as Values, context);
  }
  /** Of each place of a query while it is executed: graphql-js gives all objects of one place the same nodes, and no other. */
  const edges = new WeakMap<readonly FieldNode[], EdgeToRead>();
  return async (object, variables: Readonly<Record<string, unknown>>, context, info) => {
    let edge = edges.get(info.fieldNodes);
    if (!edge) edges.set(info.fieldNodes, (edge = edgeOf(reader, name, declared, info.fieldNodes, info)));
    const [read] = await new EdgeReader(reader, { variables, ids: [] }, context, () => BY_NAME).read(of, edge, [
      object as Values,
    ]);
    return declared.kind === 'node' ? (read as NodeRow | null)?.row : read;
  };
}

function edgeOf(
  { catalog }: Reader,
  field: string,
  relation: Exclude<FieldDeclaration, { kind: 'computed' }>,
  nodes: readonly FieldNode[],
  sources: Sources,
): EdgeToRead {
  const target = (type: ReadType): RowView => ({
    row: new RowNode(type, selectionOf(sources, nodes, type)),
    view: NO_VIEW,
  });
  switch (relation.kind) {
    case 'one':
      return { kind: 'one', field, relation, row: target(catalog.typeOf(relation.to)).row };
    case 'several':
      return { kind: 'several', relation, row: target(catalog.typeOf(relation.to)).row };
    case 'many': {
      const wanted = pageSelectionOf(sources, nodes, catalog.typeOf(relation.to));
      return { kind: 'list', field, relation, list: { ...wanted, arguments: { fixed: false, of: (args) => args } } };
    }
    case 'count':
      return { kind: 'count', field, relation };
    case 'node':
      return { kind: 'node', relation, targetOf: target };
  }
}

const NO_VIEW = { members: [] };
