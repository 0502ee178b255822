import type { FieldNode } from 'graphql';
import type { RequestContext } from '../../request/index.ts';
import type { FieldDeclaration } from '../declare.ts';
import { RowNode, type PlanNode, type RowView } from '../plan/plan.ts';
import type { ReadType } from '../catalog.ts';
import { BY_NAME } from '../result/access.ts';
import type { Values } from '../result/fetched.ts';
import { pageSelectionOf, selectionOf, type Opened } from '../selection.ts';
import { EdgeReader, type EdgeToRead, type NodeRow } from './edges.ts';
import type { Reader } from './reader.ts';

/** A field as graphql-js asks for it. */
export interface ResolvedField {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly nodes: readonly FieldNode[];
  readonly info: Opened;
}

/** What a declared field of one object leads to: the same edge that a plan has, and read the same way. @param of without edges of its own */
export async function readField(
  reader: Reader,
  of: PlanNode,
  declared: Exclude<FieldDeclaration, { kind: 'computed' }>,
  field: ResolvedField,
  object: object,
  context: RequestContext,
): Promise<unknown> {
  const edges = new EdgeReader(reader, { variables: field.args, ids: [] }, context, () => BY_NAME);
  const [read] = await edges.read(of, edgeOf(reader, declared, field), [object as Values]);
  return declared.kind === 'node' ? (read as NodeRow | null)?.row : read;
}

function edgeOf(
  { catalog }: Reader,
  relation: Exclude<FieldDeclaration, { kind: 'computed' }>,
  { name: field, nodes, info }: ResolvedField,
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
      return { kind: 'count', field, relation };
    case 'node':
      return { kind: 'node', relation, targetOf: target };
  }
}

const NO_VIEW = { members: [] };
