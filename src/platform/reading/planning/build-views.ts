import {
  getNamedType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { factKey, type Catalog, type ReadType } from '../catalog.ts';
import type { FieldDeclaration, ToMany } from '../declare.ts';
import type { RootConnection } from '../roots.ts';
import { argumentsOf } from './arguments.ts';
import { collectFields, type Sources } from './collect.ts';
import { completionOf } from './complete.ts';
import {
  RowOutline,
  type ConnectionView,
  type EdgeMember,
  type ListOutline,
  type Member,
  type PageInfoMember,
  type View,
} from './outline.ts';
import { Unplannable } from './unplannable.ts';

/** Types of columns whose values are the same read as JSON and read as rows, moments apart, which are turned into one another. */
const PLAIN_COLUMN =
  /^(?:text|varchar|uuid|time|smallint|int|integer|bigint|boolean|date|jsonb?|timestamptz)(?:\(\d+\))?(?:\[\])?$/;

/** A function of PostgreSQL takes a hundred arguments. */
export const WIDEST = 100;

/** What an operation asks of rows, and of the lists that hang on them. */
export class ViewBuilder {
  /** In the order of their numbers. */
  readonly lists: ListOutline[] = [];
  readonly #catalog: Catalog;
  readonly #sources: Sources;
  #ofTheRequest = false;

  constructor(catalog: Catalog, sources: Sources) {
    this.#catalog = catalog;
    this.#sources = sources;
  }

  /** Whether a value that was asked for depends on more than its row. */
  get ofTheRequest(): boolean {
    return this.#ofTheRequest;
  }

  objectType(name: string): GraphQLObjectType {
    const type = this.#sources.schema.getType(name);
    if (!isObjectType(type)) throw new Unplannable('abstract type', name);
    return type;
  }

  fields(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
  ): (readonly [key: string, nodes: readonly FieldNode[]])[] {
    return [
      ...collectFields(
        this.#sources,
        type,
        nodes.map((node) => node.selectionSet),
      ),
    ];
  }

  view(row: RowOutline, nodes: readonly FieldNode[]): View {
    const type = this.objectType(row.type.name);
    const members = this.fields(type, nodes).map(([key, same]) => this.#member(type, row, key, same));
    if (row.names.length + row.parts.length + 1 > WIDEST - 10) throw new Unplannable('too wide', type.name);
    return { members };
  }

  #member(object: GraphQLObjectType, row: RowOutline, key: string, nodes: readonly FieldNode[]): Member {
    const { type } = row;
    const name = nodes[0]!.name.value;
    if (name === '__typename') return { key, kind: 'text', text: object.name };
    const field = object.getFields()[name]!;
    if (name === 'id') {
      row.need('id');
      return { key, kind: 'id', prefix: type.readable.prefix };
    }
    const declared = type.fields.get(name);
    if (declared) return this.#declared(row, key, name, declared, field, nodes);
    const column = type.columns.get(name);
    if (!column || column.refersTo || field.resolve !== undefined)
      throw new Unplannable('resolver', `${type.name}.${name}`);
    mustBePlain(type, name);
    row.need(name);
    return { key, kind: 'column', column, type: field.type, complete: completionOf(this.#sources, field.type, nodes) };
  }

  #declared(
    row: RowOutline,
    key: string,
    name: string,
    declared: FieldDeclaration,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
  ): Member {
    const { type } = row;
    switch (declared.kind) {
      case 'one': {
        const other = new RowOutline(this.#catalog.typeOf(declared.to));
        const view = this.view(other, nodes);
        return {
          key,
          kind: 'one',
          row: other,
          view,
          nullable: !isNonNullType(field.type),
          part: row.add({ kind: 'one', relation: declared, row: other }),
        };
      }
      case 'many': {
        const [list, view] = this.connection(field, this.#catalog.typeOf(declared.to), declared, nodes);
        return { key, kind: 'list', list, view, part: row.add({ kind: 'list', list }) };
      }
      case 'count':
        return {
          key,
          kind: 'count',
          nullable: !isNonNullType(field.type),
          part: row.add({ kind: 'count', relation: declared }),
        };
      case 'computed': {
        this.#ofTheRequest ||= declared.value.length > 1;
        const facts = Object.entries(declared.facts).map(([fact, source]) => {
          const value = factKey(type, name, fact, source);
          if (typeof source === 'string') mustBePlain(type, value);
          row.need(value);
          return [fact, value] as const;
        });
        return {
          key,
          kind: 'computed',
          field: declared,
          facts,
          complete: completionOf(this.#sources, field.type, nodes),
        };
      }
      default:
        // Of which type the thing is stands in the row alone.
        throw new Unplannable('abstract type', `${type.name}.${name}`);
    }
  }

  connection(
    field: GraphQLField<unknown, unknown>,
    type: ReadType,
    source: ToMany | RootConnection,
    nodes: readonly FieldNode[],
  ): [ListOutline, ConnectionView] {
    // The number is taken first, so that lists are numbered from the root downwards.
    const number = this.lists.push(undefined as never) - 1;
    const row = new RowOutline(type);
    const wants = { rows: false, cursors: false, more: false, count: false };
    const connection = this.objectType(getNamedType(field.type).name);
    const members = this.fields(connection, nodes).map(([key, same]): ConnectionView['members'][number] => {
      const name = same[0]!.name.value;
      switch (name) {
        case 'nodes':
          wants.rows = true;
          return { key, kind: name, view: this.view(row, same) };
        case 'edges':
          wants.rows = true;
          return { key, kind: name, members: this.#edge(row, connection, same, wants) };
        case 'pageInfo':
          wants.rows = true;
          return { key, kind: name, members: this.#pageInfo(same, wants) };
        case 'totalCount':
          wants.count = true;
          return { key, kind: name };
        default:
          return { key, kind: 'text', text: connection.name };
      }
    });
    const { of, fixed } = argumentsOf(field, nodes[0]!);
    this.lists[number] = {
      number,
      row,
      fixed,
      relation: source.kind === 'many' ? source : undefined,
      where: source.where,
      order: source.order,
      ofViewer: 'ofViewer' in source && source.ofViewer === true,
      argumentsOf: of,
      wantsRows: wants.rows,
      wantsCursors: wants.cursors,
      wantsMore: wants.more,
      wantsCount: wants.count,
    };
    return [this.lists[number], { members }];
  }

  #edge(
    row: RowOutline,
    connection: GraphQLObjectType,
    nodes: readonly FieldNode[],
    wants: { cursors: boolean },
  ): EdgeMember[] {
    const edge = getNamedType(connection.getFields()['edges']!.type) as GraphQLObjectType;
    return this.fields(edge, nodes).map(([key, same]): EdgeMember => {
      switch (same[0]!.name.value) {
        case 'cursor':
          wants.cursors = true;
          return { key, kind: 'cursor' };
        case 'node':
          return { key, kind: 'node', view: this.view(row, same) };
        default:
          return { key, kind: 'text', text: edge.name };
      }
    });
  }

  #pageInfo(nodes: readonly FieldNode[], wants: { cursors: boolean; more: boolean }): PageInfoMember[] {
    return this.fields(this.objectType('PageInfo'), nodes).map(([key, same]): PageInfoMember => {
      const name = same[0]!.name.value;
      switch (name) {
        case 'hasNextPage':
        case 'hasPreviousPage':
          wants.more = true;
          return { key, kind: name };
        case 'startCursor':
        case 'endCursor':
          wants.cursors = true;
          return { key, kind: name };
        default:
          return { key, kind: 'text', text: 'PageInfo' };
      }
    });
  }
}

function mustBePlain(type: ReadType, name: string): void {
  if (!PLAIN_COLUMN.test(type.columns.get(name)?.sqlType ?? ''))
    throw new Unplannable('not JSON', `${type.name}.${name}`);
}
