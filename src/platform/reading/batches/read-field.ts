import type { FieldNode } from 'graphql';
import type { RequestContext } from '../../request/index.ts';
import type { FieldDeclaration } from '../declare.ts';
import { computedFrom } from '../plan/build-views.ts';
import { ObjectNode, RowNode, type Holder, type RowView } from '../plan/plan.ts';
import type { ReadType } from '../catalog.ts';
import { BY_NAME } from '../result/access.ts';
import { valueMaker } from '../result/facts.ts';
import type { Values } from '../result/fetched.ts';
import { pageSelectionOf, selectionOf, type Opened } from '../selection.ts';
import { EdgeReader, type EdgeToRead, type NodeRow } from './edges.ts';
import type { Reader } from './reader.ts';

/** A field as graphql-js asks for it. */
interface ResolvedField {
  readonly args: Readonly<Record<string, unknown>>;
  readonly nodes: readonly FieldNode[];
  readonly info: Opened;
}
export type ResolveDeclared = (object: object, field: ResolvedField, context: RequestContext) => unknown;

/**
 * What a declared field of one object says or leads to: the same edge or value that a plan has, and read the same way.
 * @param of without edges of its own
 */
export function fieldReader(reader: Reader, of: Holder, name: string, declared: FieldDeclaration): ResolveDeclared {
  if (declared.kind === 'computed') {
    if (of instanceof ObjectNode) throw new Error(`${of.name}.${name}: an object without a table has no facts.`);
    const value = valueMaker(of, computedFrom(of.type, name, declared), BY_NAME);
    return (object, _field, context) => value(object as Values, context);
  }
  return async (object, field, context) => {
    const edges = new EdgeReader(reader, { variables: field.args, ids: [] }, context, () => BY_NAME);
    const [read] = await edges.read(of, edgeOf(reader, name, declared, field), [object as Values]);
    return declared.kind === 'node' ? (read as NodeRow | null)?.row : read;
  };
}

function edgeOf(
  { catalog }: Reader,
  field: string,
  relation: Exclude<FieldDeclaration, { kind: 'computed' }>,
  { nodes, info }: ResolvedField,
): EdgeToRead {
  const target = (type: ReadType): RowView => ({
    row: new RowNode(type, selectionOf(nodes, type, info)),
    view: NO_VIEW,
  });
  switch (relation.kind) {
    case 'one':
      return { kind: 'one', field, relation, row: target(catalog.typeOf(relation.to)).row };
    case 'several':
      return { kind: 'several', relation, row: target(catalog.typeOf(relation.to)).row };
    case 'many': {
      const selection = pageSelectionOf(nodes, catalog.typeOf(relation.to), info);
      return { kind: 'list', field, relation, list: { selection, arguments: { fixed: false, of: (args) => args } } };
    }
    case 'count':
      return { kind: 'aggregate', over: relation, field };
    case 'node':
      return { kind: 'node', relation, targetOf: target };
  }
}

const NO_VIEW = { members: [] };
