import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { hubSchema } from '../app.ts';
import {
  referenceOf,
  theGroupsOf,
  theNumberOf,
  type FieldDeclaration,
  type RootField,
} from '../platform/reading/index.ts';

/** A field where a query selects it, of one type of rows that may stand there. */
export interface FieldRead {
  /** All that it may be called: `title`, `Meeting.title`, `Query.meetings.totalCount`, with the names of the query in place of its own as well. */
  readonly names: ReadonlySet<string>;
  /** Of which types the rows are that it leads to. */
  readonly types: readonly string[];
  /** Which statements read it where each relation has one of its own, by what they say that they read. */
  readonly reads: readonly string[];
}

/** Where fields stand. */
interface Place {
  /** What reads a value of an object of the type that stands there. */
  readonly readBy: (type: string) => readonly string[];
  /** The list whose page it is. */
  readonly list?: string;
  /** As the query spells the way to it. */
  readonly path: readonly string[];
}

/** Where a field leads to, and what reads that. */
interface Led extends Pick<FieldRead, 'types' | 'reads'>, Omit<Place, 'path'> {
  /** The things of each type are read by their ids, by a statement of its own. */
  readonly byIds?: true;
}

/** All fields that a valid query selects, with the statements that read them: the reading room calls these by what it reads. */
export function fieldsRead(document: DocumentNode): FieldRead[] {
  const { schema } = hubSchema();
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const walk = new Walk(fragments);
  for (const each of document.definitions)
    if (each.kind === Kind.OPERATION_DEFINITION)
      walk.walk(each.selectionSet, [schema.getQueryType()!], { readBy: () => [], path: [] });
  return walk.fields;
}

class Walk {
  readonly fields: FieldRead[] = [];
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  walk({ selections }: SelectionSetNode, types: readonly GraphQLObjectType[], place: Place): void {
    for (const each of selections) {
      if (each.kind === Kind.FIELD) {
        for (const type of types) this.#field(each, type, place);
        continue;
      }
      const fragment = each.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(each.name.value) : each;
      if (!fragment) continue;
      const on = fragment.typeCondition && membersOf(hubSchema().schema.getType(fragment.typeCondition.name.value));
      this.walk(fragment.selectionSet, on ? types.filter((type) => on.includes(type)) : types, place);
    }
  }

  #field({ name: { value: name }, alias, selectionSet }: FieldNode, type: GraphQLObjectType, place: Place): void {
    const path = [...place.path, alias?.value ?? name];
    const { list, readBy, types, reads, byIds } = ledBy(type, name, place);
    const names = [name, ...(alias ? [alias.value] : [])];
    const called = new Set([
      ...names.flatMap((each) => [each, `${type.name}.${each}`, ...(place.list ? [`${place.list}.${each}`] : [])]),
      ...path.map((_, at) => path.slice(at).join('.')),
    ]);
    const each = byIds ? types.map((one) => ({ types: [one], reads: [one] })) : [{ types, reads }];
    this.fields.push(...each.map((one) => ({ names: called, ...one })));
    const to = membersOf(getNamedType(type.getFields()[name]?.type));
    if (selectionSet) this.walk(selectionSet, to, { readBy, path, ...(list !== undefined && { list }) });
  }
}

function ledBy(type: GraphQLObjectType, name: string, place: Place): Led {
  if (place.list !== undefined) return ledByPage(type, name, place.list);
  const at = `${type.name}.${name}`;
  const types = membersOf(getNamedType(type.getFields()[name]?.type)).map((each) => each.name);
  const byIds: Led = { types, reads: types, readBy: (each) => [each], byIds: true };
  const declared = declarationOf(type, name);
  switch (declared?.kind) {
    case 'connection':
    case 'many': {
      const of = declared.kind === 'many' ? declared.to : declared.of;
      const rows = hubSchema().reader.catalog.typeOf(of).name;
      return { types: [rows], reads: [at, theNumberOf(at), theGroupsOf(at)], readBy: () => [at], list: at };
    }
    case 'count':
      return { types, reads: [theNumberOf(at)], readBy: () => [] };
    case 'one':
      return referenceOf(declared) === undefined ? { types, reads: [at], readBy: () => [at] } : byIds;
    case 'several':
    case 'node':
      return byIds;
    case 'object':
      return { types, reads: [], readBy: () => [] };
    default: {
      // `node` and `nodes` are declared for all types at once; any other value stands in the row, with all that it consists of.
      if (type === hubSchema().schema.getQueryType()) return byIds;
      const reads = place.readBy(type.name);
      return { types, reads, readBy: () => reads };
    }
  }
}

function ledByPage(type: GraphQLObjectType, name: string, list: string): Led {
  const types = membersOf(getNamedType(type.getFields()[name]?.type)).map((each) => each.name);
  if (name === 'totalCount') return { types, reads: [theNumberOf(list)], readBy: () => [] };
  const reads = [name === 'groupedAggregates' ? theGroupsOf(list) : list];
  return { types, reads, readBy: () => reads };
}

function declarationOf(type: GraphQLObjectType, name: string): FieldDeclaration | RootField | undefined {
  const { schema, reader } = hubSchema();
  if (type === schema.getQueryType()) return reader.catalog.roots[name];
  const fields = reader.catalog.byName.get(type.name)?.fields ?? reader.catalog.objectsByName.get(type.name);
  return fields?.get(name);
}

/** The types of objects that may stand where the type is said. */
function membersOf(type: GraphQLNamedType | undefined): readonly GraphQLObjectType[] {
  if (!isCompositeType(type)) return [];
  return isAbstractType(type) ? hubSchema().schema.getPossibleTypes(type) : [type];
}
