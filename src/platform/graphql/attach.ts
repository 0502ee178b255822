/** Gives the declared fields of a built schema their resolve functions. */
import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import {
  fieldReader,
  ObjectNode,
  PAGE_FIELDS,
  rootReader,
  RowNode,
  selectionFor,
  toGlobalId,
  type FetchedPage,
  type GroupArguments,
  type PlainRow,
  type Reader,
} from '../reading/index.ts';

export function attachResolvers(schema: GraphQLSchema, reader: Reader): void {
  const { catalog } = reader;
  for (const type of catalog.types.values()) {
    const object = objectType(schema, type.name);
    fieldOf(object, 'id').resolve = (row: PlainRow) => toGlobalId(type.readable.prefix, row.id);
    leaveToGraphql(
      object,
      [...type.columns.keys()].filter((name) => name !== 'id'),
    );
    const row = new RowNode(type, selectionFor(type, []));
    for (const [name, field] of type.fields) fieldOf(object, name).resolve = fieldReader(reader, row, name, field);
  }
  for (const [name, fields] of catalog.objectsByName) {
    const [type, object] = [objectType(schema, name), new ObjectNode(name)];
    for (const [each, field] of fields) fieldOf(type, each).resolve = fieldReader(reader, object, each, field);
  }
  for (const name of [...Object.keys(catalog.roots), 'node', 'nodes'])
    fieldOf(schema.getQueryType()!, name).resolve = rootReader(reader, name, catalog.roots[name]);
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('The schema has no Node.');
  node.resolveType = (row: PlainRow) => row.__typename;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !/^PageInfo$|Connection$|Edge$/.test(type.name)) continue;
    leaveToGraphql(type, Object.keys(type.getFields()));
    if (type.name.endsWith('Connection'))
      for (const [name, resolve] of Object.entries(PAGE_FIELDS)) fieldOf(type, name).resolve = resolve;
  }
  for (const { name } of catalog.groupings.keys()) attachGroups(schema, name);
}

/** Read for the page that has been read: what it is a page of is known there. */
function attachGroups(schema: GraphQLSchema, name: string): void {
  fieldOf(objectType(schema, `${name}Connection`), 'groupedAggregates').resolve = (page: FetchedPage<PlainRow>, args) =>
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

function fieldOf(type: GraphQLObjectType, name: string): GraphQLField<never, never> {
  return type.getFields()[name] as GraphQLField<never, never>;
}
