import { isNonNullType, type FieldNode, type GraphQLObjectType } from 'graphql';
import type { Catalog, ReadType } from '../catalog.ts';
import type { FieldDeclaration } from '../declare.ts';
import { ViewBuilder, WIDEST } from './build-views.ts';
import type { Sources } from './collect.ts';
import { completionOf } from './complete.ts';
import { RowOutline, type ObjectMember, type Outline, type RootMember, type RootPart } from './outline.ts';
import { mustBeProperty, Unplannable } from './unplannable.ts';

/** For each `node` or `nodes` of an operation, the types that its ids name. */
export type TypesOfIds = readonly (readonly ReadType[])[];

export class Builder {
  readonly #catalog: Catalog;
  readonly #sources: Sources;
  readonly #views: ViewBuilder;
  readonly #parts: RootPart[] = [];

  constructor(catalog: Catalog, sources: Sources) {
    this.#catalog = catalog;
    this.#sources = sources;
    this.#views = new ViewBuilder(catalog, sources);
  }

  /** @throws Unplannable */
  build(query: GraphQLObjectType, asked: ReadonlyMap<string, readonly FieldNode[]>, typesOfIds: TypesOfIds): Outline {
    let ids = 0;
    let objects = 0;
    const members = [...asked].map(([key, nodes]): RootMember => {
      const name = nodes[0]!.name.value;
      if (name === '__typename') return { key, kind: 'text', text: query.name };
      const field = query.getFields()[name];
      if (!field) throw new Unplannable('introspection', `Query.${name}`);
      if (isById(name)) {
        const number = ids++;
        return this.#byId(key, name, nodes, number, typesOfIds[number]!);
      }
      const root = this.#catalog.roots[name];
      switch (root?.kind) {
        case 'connection': {
          const [list, view] = this.#views.connection(field, this.#catalog.typeOf(root.of), root, nodes);
          return { key, kind: 'list', list, view, part: this.#parts.push({ kind: 'list', list }) - 1 };
        }
        case 'node': {
          const number = ids++;
          return this.#byId(key, name, nodes, number, typesOfIds[number]!);
        }
        case 'object': {
          const number = objects++;
          return {
            key,
            kind: 'object',
            number,
            root,
            members: this.#object(this.#views.objectType(root.of.name), nodes, number),
          };
        }
        case undefined:
          throw new Unplannable('resolver', `Query.${name}`);
      }
    });
    if (this.#parts.length > WIDEST) throw new Unplannable('too wide', 'Query');
    return {
      members,
      parts: this.#parts,
      lists: this.#views.lists,
      ofTheRequest: this.#views.ofTheRequest || objects > 0,
    };
  }

  #byId(
    key: string,
    name: string,
    nodes: readonly FieldNode[],
    number: number,
    types: readonly ReadType[],
  ): RootMember {
    const views = types.map((type) => {
      const row = new RowOutline(type);
      row.need('id');
      const view = this.#views.view(row, nodes);
      return [type.name, { row, view, part: this.#parts.push({ kind: 'ids', number, row }) - 1 }] as const;
    });
    return { key, kind: 'ids', ids: { number, many: name === 'nodes', types: new Map(views) } };
  }

  #object(type: GraphQLObjectType, nodes: readonly FieldNode[], object: number): ObjectMember[] {
    const declared = this.#catalog.objects.get(
      [...this.#catalog.objects.keys()].find((each) => each.name === type.name)!,
    );
    return this.#views.fields(type, nodes).map(([key, same]): ObjectMember => {
      const name = same[0]!.name.value;
      if (name === '__typename') return { key, kind: 'text', text: type.name };
      const reference = declared?.get(name);
      if (!reference) {
        const field = type.getFields()[name]!;
        mustBeProperty(type.name, field);
        return { key, kind: 'property', name, complete: completionOf(this.#sources, field.type, same) };
      }
      return this.#held(type, key, name, reference, same, object);
    });
  }

  /** What hangs on an id of a plain object. */
  #held(
    type: GraphQLObjectType,
    key: string,
    name: string,
    declared: FieldDeclaration,
    nodes: readonly FieldNode[],
    object: number,
  ): ObjectMember {
    const field = type.getFields()[name]!;
    if (declared.kind === 'one' && 'by' in declared.link) {
      const row = new RowOutline(this.#catalog.typeOf(declared.to));
      const view = this.#views.view(row, nodes);
      const part = this.#parts.push({ kind: 'reference', of: { object, by: declared.link.by }, row }) - 1;
      return { key, kind: 'reference', part, row, view, nullable: declared.nullable };
    }
    if (declared.kind === 'many') {
      const of = { object, by: declared.parent! };
      const [list, view] = this.#views.connection(field, this.#catalog.typeOf(declared.to), declared, nodes);
      return { key, kind: 'list', list, view, part: this.#parts.push({ kind: 'list', list, of }) - 1 };
    }
    if (declared.kind === 'count') {
      const of = { object, by: declared.parent! };
      return {
        key,
        kind: 'count',
        nullable: !isNonNullType(field.type),
        part: this.#parts.push({ kind: 'count', relation: declared, of }) - 1,
      };
    }
    throw new Unplannable(declared.kind === 'several' ? 'several ids' : 'resolver', `${type.name}.${name}`);
  }
}

/** `node` and `nodes` are read by the types that their ids say. */
export function isById(name: string): boolean {
  return name === 'node' || name === 'nodes';
}
