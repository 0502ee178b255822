import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import type { Catalog, ReadType } from '../catalog.ts';
import { askedIdsOf, type AskedIds } from './bind.ts';
import { atGroups, ViewBuilder, type PlanOptions } from './build-views.ts';
import type { Sources } from './collect.ts';
import { PlanNode, statementOf, type IdsEdge, type Member, type Plan } from './plan.ts';
import { Unplannable } from './unplannable.ts';

/** For each `node` or `nodes` of a query, the types that its ids name. */
export type TypesOfIds = readonly (readonly ReadType[])[];

/** Builds the plan of a query from the fields that are asked of it. */
export class PlanBuilder {
  readonly #catalog: Catalog;
  readonly #views: ViewBuilder;
  readonly #root = new PlanNode();
  static #last = 0;
  #ids = 0;
  #objects = 0;

  constructor(catalog: Catalog, sources: Sources, options: PlanOptions = {}) {
    this.#catalog = catalog;
    this.#views = new ViewBuilder(catalog, sources, options);
  }

  /** @throws Unplannable where resolvers must answer */
  build(query: GraphQLObjectType, asked: ReadonlyMap<string, readonly FieldNode[]>, typesOfIds: TypesOfIds): Plan {
    const members = [...asked].map(([key, nodes]): Member => this.#member(query, key, nodes, typesOfIds));
    return {
      number: (PlanBuilder.#last += 1),
      root: this.#root,
      view: { members },
      rootFields: [...asked.values()].map(([node]) => node!.name.value).filter((name) => name !== '__typename'),
      ...statementOf(this.#root),
      size: this.#views.size + asked.size,
      ofTheRequest: this.#views.ofTheRequest || this.#objects > 0,
    };
  }

  #member(query: GraphQLObjectType, key: string, nodes: readonly FieldNode[], typesOfIds: TypesOfIds): Member {
    const name = nodes[0]!.name.value;
    if (name === '__typename') return { key, kind: 'text', text: query.name };
    const field = query.getFields()[name];
    if (!field) throw new Unplannable('introspection', `Query.${name}`);
    const ids = askedIdsOf(this.#catalog, name);
    if (ids) return this.#byId(key, field, ids, nodes, typesOfIds);
    const root = this.#catalog.roots[name];
    switch (root?.kind) {
      case 'connection': {
        const at = `Query.${name}`;
        const { list, view } = this.#views.connection(field, { to: root.of, ...root }, nodes, (groups) =>
          this.#root.add({ kind: 'aggregate', cut: undefined, at: atGroups(at), over: root, field: name, groups }),
        );
        const { cut } = list.row;
        const edge = this.#root.add({ kind: 'root list', cut, at, list, root, field: name });
        return { key, kind: 'list', edge, view, list };
      }
      case 'object': {
        const [object, view] = this.#views.object(this.#views.objectType(root.of.name), nodes);
        const number = this.#objects++;
        const edge = this.#root.add({ kind: 'root object', cut: undefined, at: `Query.${name}`, number, root, object });
        return { key, kind: 'objects', edge, type: field.type, object, view };
      }
      default:
        throw new Unplannable('resolver', `Query.${name}`);
    }
  }

  /** Whether an id has a row is known by its id, which is read besides. */
  #byId(
    key: string,
    field: GraphQLField<unknown, unknown>,
    { many }: AskedIds,
    nodes: readonly FieldNode[],
    typesOfIds: TypesOfIds,
  ): Member {
    const number = this.#ids++;
    const targets = typesOfIds[number]!.map((type) => {
      const target = this.#views.target(type, nodes);
      target.row.need('id');
      return target;
    });
    const cut = targets.find(({ row }) => row.cut)?.row.cut;
    const at = `Query.${field.name}`;
    const ids: IdsEdge = { number, many, targets };
    const edge = this.#root.add({ kind: 'ids', cut, at, ...ids });
    return { key, kind: 'ids', edge, ids };
  }
}
