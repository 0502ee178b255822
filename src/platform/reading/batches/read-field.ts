import type { FieldNode, GraphQLFieldResolver } from 'graphql';
import { keptIn } from '../../memory/index.ts';
import type { RequestContext } from '../../request/index.ts';
import type { ReadType } from '../catalog.ts';
import type { FieldDeclaration } from '../declare.ts';
import { askedIdsOf, boundIds, type Variables } from '../plan/bind.ts';
import { computedFrom } from '../plan/build-views.ts';
import type { Sources } from '../plan/collect.ts';
import { ObjectNode, PlanNode, RowNode, type Holder, type RowView } from '../plan/plan.ts';
import { BY_NAME } from '../result/layout.ts';
import { valueMaker } from '../result/facts.ts';
import type { Values } from '../result/fetched.ts';
import type { RootField } from '../roots.ts';
import { pageSelectionOf, selectionOf } from '../selection.ts';
import { EdgeReader, type EdgeToRead, type ListToRead, type NodeRow } from './edges.ts';
import type { Reader } from './reader.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;
type MakeEdge = (nodes: readonly FieldNode[], sources: Sources) => EdgeToRead;

/**
 * What a declared field of one object says or leads to, for graphql-js: the same edge or value that a plan has, and read the same way.
 * @param of without edges of its own
 */
export function fieldReader(reader: Reader, of: Holder, name: string, declared: FieldDeclaration): Resolve {
  if (declared.kind === 'computed') {
    if (of instanceof ObjectNode) throw new Error(`${of.name}.${name}: an object without a table has no facts.`);
    const value = valueMaker(of, computedFrom(of.type, name, declared), BY_NAME);
    return (object, _args, context) => value(object as Values, context);
  }
  const read = edgeReader(reader, of, (nodes, sources) => edgeOf(reader, name, declared, nodes, sources));
  if (declared.kind !== 'node') return read;
  return async (...field) => ((await read(...field)) as NodeRow | null)?.row;
}

/** The same of a root field, `node` and `nodes` among them. */
export function rootReader(reader: Reader, name: string, root: RootField | undefined): Resolve {
  const { catalog } = reader;
  const ids = askedIdsOf(catalog, name);
  if (ids)
    return (_query, args: Variables, context, info) => {
      const target = targetsOf(info.fieldNodes, info);
      const rows = boundIds(catalog, ids, args).map((id) => {
        if (!id) return null;
        const { type, selection } = target(catalog.byName.get(id.type)!).row;
        return reader.loaders.byId(context, type, selection).load(id.uuid);
      });
      return ids.many ? rows : rows[0];
    };
  switch (root?.kind) {
    case 'connection':
      return edgeReader(reader, new PlanNode(), (nodes, sources) => ({
        kind: 'root list',
        field: name,
        root,
        list: listToRead(catalog.typeOf(root.of), nodes, sources),
      }));
    case 'object':
      return (_query, _args, context) => root.value(context);
    default:
      throw new Error(`Query.${name} is no declared field.`);
  }
}

/** An edge is made once for each place of a query while it is executed: graphql-js gives all objects of one place the same nodes, and those of no other. */
function edgeReader(reader: Reader, of: PlanNode, edgeOf: MakeEdge): Resolve {
  const edges = new WeakMap<readonly FieldNode[], EdgeToRead>();
  return async (object, variables: Variables, context, info) => {
    const edge = keptIn(edges, info.fieldNodes, () => edgeOf(info.fieldNodes, info));
    const fields = new EdgeReader(reader, { variables, ids: [] }, context, () => BY_NAME);
    return (await fields.read(of, edge, [object as Values]))[0];
  };
}

function edgeOf(
  { catalog }: Reader,
  field: string,
  relation: Exclude<FieldDeclaration, { kind: 'computed' }>,
  nodes: readonly FieldNode[],
  sources: Sources,
): EdgeToRead {
  const target = targetsOf(nodes, sources);
  switch (relation.kind) {
    case 'one':
      return { kind: 'one', field, relation, row: target(catalog.typeOf(relation.to)).row };
    case 'several':
      return { kind: 'several', relation, row: target(catalog.typeOf(relation.to)).row };
    case 'many':
      return { kind: 'list', field, relation, list: listToRead(catalog.typeOf(relation.to), nodes, sources) };
    case 'count':
      return { kind: 'aggregate', over: relation, field };
    case 'node':
      return { kind: 'node', relation, targetOf: target };
  }
}

function listToRead(type: ReadType, nodes: readonly FieldNode[], sources: Sources): ListToRead {
  return { ...pageSelectionOf(sources, nodes, type), arguments: { named: [], of: (args) => args } };
}

/** Rows of the types that stand at one place, whose objects graphql-js makes. */
function targetsOf(nodes: readonly FieldNode[], sources: Sources): (type: ReadType) => RowView {
  const known = new Map<ReadType, RowView>();
  return (type) =>
    keptIn(known, type, () => ({
      row: new RowNode(type, selectionOf(sources, nodes, type)),
      view: { members: [] },
    }));
}
