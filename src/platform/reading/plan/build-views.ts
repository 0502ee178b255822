import {
  getNamedType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { keptIn } from '../../memory/index.ts';
import { factKey, type Catalog, type ReadType } from '../catalog.ts';
import { referenceOf, type Computed, type FieldDeclaration } from '../declare.ts';
import type { EntityClass, OrderTerm } from '../readable.ts';
import { selectionOf } from '../selection.ts';
import { argumentsOf } from './arguments.ts';
import { connectionIn, type Views } from './build-connections.ts';
import { collectFields, type Sources } from './collect.ts';
import { completionOf } from './complete.ts';
import {
  ObjectNode,
  RowNode,
  type Cut,
  type Edge,
  type GroupsNode,
  type Holder,
  type Member,
  type RowView,
  type ValueSource,
  type View,
} from './plan.ts';
import { mustBeProperty, Unplannable } from './unplannable.ts';

/** Types of columns whose values are the same read as JSON and read as rows, moments apart, which are turned into one another. */
const PLAIN_COLUMN =
  /^(?:text|varchar|uuid|time|smallint|int|integer|bigint|boolean|date|jsonb?|timestamptz)(?:\(\d+\))?(?:\[\])?$/;

/** A function of PostgreSQL takes a hundred arguments; some names are added for cursors and for the record. */
const MOST_VALUES = 90;

/** The largest of our own clients' has some eighty fields. */
const LARGEST_PLAN = 2_000;

/** A field that is asked of a type. */
interface AskedField {
  readonly key: string;
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/** The facts of a computed field, and under which name each stands in a row. */
export function computedFrom(type: ReadType, name: string, field: Computed): Extract<ValueSource, { field: Computed }> {
  return {
    field,
    facts: Object.entries(field.facts).map(([fact, source]) => [fact, factKey(type, name, fact, source)]),
  };
}

export interface PlanOptions {
  /** Edges that batches are to read although a statement could: so it is shown that it is the same who reads them. */
  readonly cutsOut?: (at: string) => boolean;
}

/** What is asked of rows and objects, and what hangs on them. */
export class ViewBuilder implements Views {
  readonly sources: Sources;
  readonly #catalog: Catalog;
  readonly #cutsOut: (at: string) => boolean;
  #size = 0;
  #ofTheRequest = false;

  constructor(catalog: Catalog, sources: Sources, { cutsOut = () => false }: PlanOptions) {
    this.#catalog = catalog;
    this.sources = sources;
    this.#cutsOut = cutsOut;
  }

  /** Whether a value that was asked for depends on more than its row. */
  get ofTheRequest(): boolean {
    return this.#ofTheRequest;
  }

  /** How many fields, fragments opened: fragments within fragments stand for more than a document shows. */
  get size(): number {
    return this.#size;
  }

  objectType(name: string): GraphQLObjectType {
    const type = this.sources.schema.getType(name);
    if (!isObjectType(type)) throw new Unplannable('resolver', name);
    return type;
  }

  fields(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
  ): (readonly [key: string, nodes: readonly FieldNode[]])[] {
    const fields = collectFields(this.sources, type, nodes);
    this.#size += fields.size;
    if (this.#size > LARGEST_PLAN) throw new Unplannable('too wide', type.name);
    return [...fields];
  }

  connection(
    field: GraphQLField<unknown, unknown>,
    { to, order }: { readonly to: EntityClass; readonly order?: readonly OrderTerm[] },
    nodes: readonly FieldNode[],
    add: (groups: GroupsNode) => number,
  ): ReturnType<typeof connectionIn> {
    const type = this.#catalog.typeOf(to);
    return connectionIn(this, field, type, order, nodes, (of, same, list) => {
      const grouping = this.#catalog.groupings.get(type)!;
      const edge = add({ number: -1, type, grouping, list, arguments: argumentsOf(of, same[0]!) });
      const [object, view] = this.object(this.objectType(getNamedType(of.type).name), same);
      return { edge, type: of.type, object, view };
    });
  }

  /** Rows of a type that are read by themselves. */
  target(type: ReadType, nodes: readonly FieldNode[]): RowView {
    const row = new RowNode(type, selectionOf(this.sources, nodes, type));
    return { row, view: this.view(row, nodes) };
  }

  view(row: RowNode, nodes: readonly FieldNode[]): View {
    const type = this.objectType(row.type.name);
    const members = this.fields(type, nodes).map(([key, same]): Member => {
      const name = same[0]!.name.value;
      if (name === '__typename') return { key, kind: 'text', text: type.name };
      return this.#ofRow(row, { key, name, nodes: same, field: type.getFields()[name]! });
    });
    if (row.names.length > MOST_VALUES) row.cut ??= { reason: 'too wide', at: type.name };
    return { members };
  }

  object(type: GraphQLObjectType, nodes: readonly FieldNode[]): readonly [ObjectNode, View] {
    const object = new ObjectNode(type.name);
    const declared = this.#catalog.objectsByName.get(type.name);
    const members = this.fields(type, nodes).map(([key, same]): Member => {
      const name = same[0]!.name.value;
      if (name === '__typename') return { key, kind: 'text', text: type.name };
      const asked: AskedField = { key, name, nodes: same, field: type.getFields()[name]! };
      const relation = declared?.get(name);
      if (relation) return this.#declared(object, relation, asked);
      mustBeProperty(type.name, asked.field);
      return this.#value(object, { property: name }, asked);
    });
    return [object, { members }];
  }

  #ofRow(row: RowNode, asked: AskedField): Member {
    const { type } = row;
    const { key, name, field } = asked;
    if (name === 'id') {
      row.need('id');
      return { key, kind: 'id', prefix: type.readable.prefix };
    }
    const declared = type.fields.get(name);
    if (declared?.kind === 'computed') {
      this.#ofTheRequest ||= declared.value.length > 1;
      const from = computedFrom(type, name, declared);
      for (const [fact, value] of from.facts) this.#need(row, value, typeof declared.facts[fact] === 'string');
      return this.#value(row, from, asked);
    }
    if (declared) return this.#declared(row, declared, asked);
    const column = type.columns.get(name);
    if (!column || column.refersTo) throw new Unplannable('resolver', `${type.name}.${name}`);
    mustBeProperty(type.name, field);
    this.#need(row, name, true);
    return { key, kind: 'column', column, type: field.type, complete: completionOf(field.type) };
  }

  /** A value of a row or an object: made of itself, unless something hangs on an id in it. */
  #value(of: Holder, from: ValueSource, { key, name, field, nodes }: AskedField): Member {
    const named = getNamedType(field.type);
    const { type } = field;
    if (!isObjectType(named)) return { key, kind: 'value', from, complete: completionOf(type) };
    const [object, view] = this.object(named, nodes);
    if (object.edges.length === 0) return { key, kind: 'plain', from, type, object, view };
    const at = coordinate(of, name);
    const edge = of.add({ kind: 'objects', at, cut: { reason: 'made of facts', at }, from, object });
    return { key, kind: 'objects', edge, type, object, view };
  }

  #declared(of: Holder, relation: FieldDeclaration, { key, name, field, nodes }: AskedField): Member {
    const at = coordinate(of, name);
    const nullable = !isNonNullType(field.type);
    switch (relation.kind) {
      case 'one': {
        const { row, view } = this.target(this.#catalog.typeOf(relation.to), nodes);
        const edge = this.#add(of, row.cut, { kind: 'one', at, field: name, relation, row });
        return { key, kind: 'one', edge, row, view, nullable };
      }
      case 'many': {
        const { list, view } = this.connection(field, relation, nodes, (groups) =>
          this.#add(of, undefined, { kind: 'aggregate', at: atGroups(at), over: relation, field: name, groups }),
        );
        const edge = this.#add(of, list.row.cut, { kind: 'list', at, field: name, relation, list });
        return { key, kind: 'list', edge, list, view };
      }
      case 'count':
        return {
          key,
          kind: 'count',
          edge: this.#add(of, undefined, { kind: 'aggregate', at, over: relation, field: name }),
          nullable,
        };
      case 'several': {
        const { row, view } = this.target(this.#catalog.typeOf(relation.to), nodes);
        const edge = this.#add(of, { reason: 'several ids', at }, { kind: 'several', at, relation, row });
        return { key, kind: 'several', edge, row, view };
      }
      case 'node': {
        const known = new Map<string, RowView>();
        const targetOf = (type: ReadType): RowView =>
          keptIn(known, type.name, () => {
            // Each type by itself: which come depends on the order of the data.
            const before = this.#size;
            this.#size = 0;
            try {
              return this.target(type, nodes);
            } finally {
              this.#size = before;
            }
          });
        // Of which type the thing is stands in the row alone.
        const cut: Cut = { reason: 'abstract type', at };
        const edge = this.#add(of, cut, { kind: 'node', at, relation, targetOf });
        return { key, kind: 'node', edge, nullable, targetOf };
      }
      case 'computed':
        throw new Unplannable('resolver', at);
    }
  }

  /** What is cut out of the statement is read by values that the statement brings. */
  #add(of: Holder, cut: Cut | undefined, edge: EdgeWithoutCut): number {
    if (!cut && this.#cutsOut(edge.at)) cut = { reason: 'too wide', at: edge.at };
    if (cut && of instanceof RowNode) for (const name of keysOf(edge)) this.#need(of, name, true);
    return of.add({ ...edge, cut });
  }

  #need(row: RowNode, name: string, isColumn: boolean): void {
    if (isColumn && !PLAIN_COLUMN.test(row.type.columns.get(name)?.sqlType ?? ''))
      row.cut ??= { reason: 'not JSON', at: `${row.type.name}.${name}` };
    row.need(name);
  }
}

type WithoutCut<E> = E extends Edge ? Omit<E, 'cut'> : never;
type EdgeWithoutCut = WithoutCut<Edge>;

/** The values by which batches find what hangs on a row. */
function keysOf(edge: EdgeWithoutCut): readonly string[] {
  switch (edge.kind) {
    case 'one':
      return [referenceOf(edge.relation) ?? 'id'];
    case 'node':
      return [edge.relation.prefix, edge.relation.id];
    case 'several':
      return [edge.relation.by];
    default:
      return ['id'];
  }
}

/** Whose groups they are stands in the coordinate of their list. */
export function atGroups(list: string): string {
  return `${list}.groupedAggregates`;
}

function coordinate(of: Holder, name: string): string {
  return `${of instanceof RowNode ? of.type.name : of.name}.${name}`;
}
