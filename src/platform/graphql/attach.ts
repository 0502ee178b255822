/** Gives the declared fields of a built schema their resolve functions. */
import {
  isInterfaceType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { BadUserInput } from '../errors/index.ts';
import type { RequestContext } from '../request/index.ts';
import {
  fieldReader,
  LARGEST_PAGE,
  pageSelectionOf,
  parseGlobalId,
  selectionFor,
  selectionOf,
  toGlobalId,
  ObjectNode,
  RowNode,
  type FieldDeclaration,
  type GroupArguments,
  type ListArguments,
  type Page,
  type PlainRow,
  type Reader,
  type RootField,
} from '../reading/index.ts';

type Resolve = GraphQLFieldResolver<PlainRow, RequestContext, never>;

export function attachResolvers(schema: GraphQLSchema, reader: Reader): void {
  const { catalog } = reader;
  for (const type of catalog.types.values()) {
    const object = objectType(schema, type.name);
    object.getFields()['id']!.resolve = (row: PlainRow) => toGlobalId(type.readable.prefix, row.id);
    leaveToGraphql(
      object,
      [...type.columns.keys()].filter((name) => name !== 'id'),
    );
    for (const [name, field] of type.fields)
      object.getFields()[name]!.resolve = resolveDeclared(
        reader,
        new RowNode(type, selectionFor(type, [])),
        name,
        field,
      ) as GraphQLFieldResolver<unknown, unknown>;
  }
  for (const [entity, fields] of catalog.objects) {
    const object = objectType(schema, entity.name);
    for (const [name, field] of fields) {
      object.getFields()[name]!.resolve = resolveDeclared(
        reader,
        new ObjectNode(entity.name),
        name,
        field,
      ) as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  for (const [name, root] of Object.entries(catalog.roots)) {
    schema.getQueryType()!.getFields()[name]!.resolve = resolveRoot(reader, name, root) as GraphQLFieldResolver<
      unknown,
      unknown
    >;
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && /^PageInfo$|Connection$|Edge$/.test(type.name))
      leaveToGraphql(type, Object.keys(type.getFields()));
  }
  for (const { name } of catalog.groupings.keys()) attachGroups(schema, name);
  attachNode(schema, reader);
}

/** Read for the page that has been read: what it is a page of is known there. */
function attachGroups(schema: GraphQLSchema, name: string): void {
  objectType(schema, `${name}Connection`).getFields()['groupedAggregates']!.resolve = (page: Page, args) =>
    page.groups!(args as GroupArguments);
  for (const type of [`${name}Groups`, `${name}Group`].map((each) => objectType(schema, each)))
    leaveToGraphql(type, Object.keys(type.getFields()));
}

/** type-graphql's own resolver of a plain field is asynchronous; graphql-js reads a property without waiting. */
function leaveToGraphql(type: GraphQLObjectType, names: readonly string[]): void {
  const fields = type.getFields();
  for (const name of names) if (fields[name]) delete fields[name].resolve;
}

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is declared but is no object type of the schema.`);
  return type;
}

function attachNode(schema: GraphQLSchema, reader: Reader): void {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('The schema has no Node.');
  node.resolveType = (row: PlainRow) => row.__typename;
  const { node: one, nodes: many } = schema.getQueryType()!.getFields();
  const read = (
    context: RequestContext,
    info: GraphQLResolveInfo,
    text: string,
    path: (string | number)[],
  ): Promise<PlainRow | null> | null => {
    const { prefix, uuid } = parseGlobalId(text, path);
    const type = reader.catalog.byPrefix.get(prefix);
    return type ? reader.byId(context, type, selectionOf(info.fieldNodes, type, info), uuid) : null;
  };
  one!.resolve = (_root, { id }: { id: string }, context: RequestContext, info) => read(context, info, id, ['id']);
  many!.resolve = (_root, { ids }: { ids: string[] }, context: RequestContext, info) => {
    if (ids.length > LARGEST_PAGE) {
      throw new BadUserInput({ zh: `ids 最多 ${LARGEST_PAGE} 个。`, en: `ids may list ${LARGEST_PAGE} ids at most.` }, [
        'ids',
      ]);
    }
    return ids.map((id, index) => read(context, info, id, ['ids', index]));
  };
}

/** What is declared is read as batches read it, for one object. */
function resolveDeclared(reader: Reader, of: ObjectNode | RowNode, name: string, field: FieldDeclaration): Resolve {
  const read = fieldReader(reader, of, name, field);
  return (row, args, context, info) => read(row, { args, nodes: info.fieldNodes, info }, context);
}

function resolveRoot(reader: Reader, name: string, root: RootField): Resolve {
  if (root.kind === 'object') return (_root, _args, context) => root.value(context);
  const type = reader.catalog.typeOf(root.of);
  if (root.kind === 'connection') {
    return (_root, args, context, info) =>
      reader.rootPage(context, name, root, pageSelectionOf(info.fieldNodes, type, info), args as ListArguments);
  }
  return (_root, args, context, info) => {
    const { prefix, uuid } = parseGlobalId((args as { id: string }).id);
    return prefix === type.readable.prefix
      ? reader.byId(context, type, selectionOf(info.fieldNodes, type, info), uuid)
      : null;
  };
}
