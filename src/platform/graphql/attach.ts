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
  factsMaker,
  LARGEST_PAGE,
  pageSelectionOf,
  parseGlobalId,
  selectionOf,
  toGlobalId,
  type Computed,
  type FieldDeclaration,
  type ListArguments,
  type Parent,
  type PlainRow,
  type Reader,
  type ReadType,
  type RootField,
  type ToMany,
  type ToNode,
  type ToOne,
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
      object.getFields()[name]!.resolve = resolveField(reader, type, name, field) as GraphQLFieldResolver<
        unknown,
        unknown
      >;
  }
  for (const [entity, fields] of catalog.objects) {
    const object = objectType(schema, entity.name);
    for (const [name, field] of fields) {
      object.getFields()[name]!.resolve = resolveOfObject(reader, entity.name, name, field) as GraphQLFieldResolver<
        unknown,
        unknown
      >;
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
  attachNode(schema, reader);
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

function resolveOfObject(reader: Reader, object: string, name: string, field: FieldDeclaration): Resolve {
  switch (field.kind) {
    case 'several':
      return resolveSeveral(reader, reader.catalog.typeOf(field.to), field.by);
    case 'one':
      if ('by' in field.link) return resolveReference(reader, reader.catalog.typeOf(field.to), field.link.by);
      break;
    case 'many': {
      const ofParent = resolvePage(reader, { name: object }, name, field);
      return (row, args, context, info) => {
        const id = row[field.parent!] as string | null;
        return id === null
          ? reader.emptyPage(context, field, args as ListArguments)
          : ofParent({ ...row, id }, args, context, info);
      };
    }
    case 'count':
      return (row, _args, context) => {
        const id = row[field.parent!] as string | null;
        return id === null ? 0 : reader.count(context, { name: object }, name, field, { id });
      };
    case 'computed':
    case 'node':
      break;
  }
  throw new Error(`${object}.${name}: a type without a table can only refer by ids.`);
}

function resolveSeveral(reader: Reader, to: ReadType, by: string): Resolve {
  return async (row, _args, context, info) => {
    const selection = selectionOf(info.fieldNodes, to, info);
    const rows = await Promise.all((row[by] as readonly string[]).map((id) => reader.byId(context, to, selection, id)));
    return rows.filter((each) => each !== null);
  };
}

function resolveField(reader: Reader, type: ReadType, name: string, field: FieldDeclaration): Resolve {
  switch (field.kind) {
    case 'one':
      return 'by' in field.link && !field.where
        ? resolveReference(reader, reader.catalog.typeOf(field.to), field.link.by)
        : resolveOne(reader, type, name, field);
    case 'many':
      return resolvePage(reader, type, name, field);
    case 'several':
      throw new Error(`${type.name}.${name}: a type with a table has connections.`);
    case 'node':
      return resolveNode(reader, field);
    case 'count':
      return (row, _args, context) => reader.count(context, type, name, field, row);
    case 'computed':
      return resolveComputed(type, name, field);
  }
}

function resolveReference(reader: Reader, to: ReadType, by: string): Resolve {
  return (row, _args, context, info) => {
    const id = row[by] as string | null | undefined;
    return id == null ? null : reader.byId(context, to, selectionOf(info.fieldNodes, to, info), id);
  };
}

function resolveOne(reader: Reader, from: ReadType, name: string, field: ToOne): Resolve {
  const to = reader.catalog.typeOf(field.to);
  return (row, _args, context, info) =>
    reader.one(context, from, name, field, selectionOf(info.fieldNodes, to, info), row);
}

function resolveNode(reader: Reader, field: ToNode): Resolve {
  return (row, _args, context, info) => {
    const [prefix, id] = [row[field.prefix], row[field.id]] as [string | null, string | null];
    const type = prefix === null ? undefined : reader.catalog.byPrefix.get(prefix);
    return type && id !== null ? reader.byId(context, type, selectionOf(info.fieldNodes, type, info), id) : null;
  };
}

function resolvePage(reader: Reader, from: Parent, name: string, field: ToMany): Resolve {
  const to = reader.catalog.typeOf(field.to);
  return (row, args, context, info) =>
    reader.page(context, from, name, field, pageSelectionOf(info.fieldNodes, to, info), args as ListArguments, row);
}

function resolveComputed(type: ReadType, name: string, field: Computed): Resolve {
  const facts = factsMaker(type, name, field);
  return (row, _args, context) => field.value(facts(row), context);
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
