/** Declared relations, counts, computed values and root fields as fields of the schema. */
import { Arg, FieldResolver, ID, Int, Query, Resolver } from 'type-graphql';
import {
  mayBeRefused,
  type Catalog,
  type Count,
  type EntityClass,
  type FieldDeclaration,
  type ReadType,
  type RootConnection,
  type RootField,
  type ToMany,
} from '../reading/index.ts';
import { Access } from './access.graphql.ts';
import { Node } from './node.graphql.ts';
import { declareGroups } from './group-types.graphql.ts';
import { listTypesOf, methodNamed, namedClass, type Class, type ListTypes } from './list-types.graphql.ts';

/** The resolver classes that tell type-graphql of all that `catalog` declares. What they return is attached to the built schema. */
export function declareFields(catalog: Catalog): Class[] {
  const lists = new Map<ReadType, ListTypes>();
  for (const type of catalog.types.values()) lists.set(type, listTypesOf(type));
  for (const [type, grouping] of catalog.groupings) declareGroups(type, grouping, lists.get(type)!.connection);
  const listOf = (entity: EntityClass): ListTypes => lists.get(catalog.typeOf(entity))!;

  const resolvers: Class[] = [];
  const ofTypes = [...catalog.types.values()].map(({ entity, fields }) => [entity, fields] as const);
  for (const [entity, fields] of [...ofTypes, ...catalog.objects]) {
    if (fields.size === 0) continue;
    const resolver = namedClass(`${entity.name}DeclaredFields`);
    Resolver(() => entity as never)(resolver);
    for (const [name, field] of fields)
      declareField(
        resolver,
        name,
        field,
        listOf,
        (asked) =>
          catalog.types.has(entity) && mayBeRefused(catalog, catalog.typeOf(asked.to), catalog.typeOf(entity), asked),
      );
    resolvers.push(resolver);
  }
  const roots = namedClass('DeclaredRoots');
  Resolver()(roots);
  for (const [name, root] of Object.entries(catalog.roots))
    declareRoot(
      roots,
      name,
      root,
      listOf,
      (asked) => asked.access.kind !== 'anyone' || mayBeRefused(catalog, catalog.typeOf(asked.of), undefined, asked),
    );
  return [...resolvers, roots];
}

/** What may be refused by itself is nullable, so that one refusal does not blank a screen. */
type Refusable<Asked> = (asked: Asked) => boolean;

function declareField(
  resolver: Class,
  name: string,
  field: FieldDeclaration,
  listOf: (entity: EntityClass) => ListTypes,
  refusable: Refusable<ToMany | Count>,
): void {
  const options = { description: field.description, ...(field.deprecated && { deprecationReason: field.deprecated }) };
  const method = methodNamed(resolver, name);
  switch (field.kind) {
    case 'one':
      FieldResolver(() => field.to as never, { ...options, nullable: field.nullable })(...method);
      break;
    case 'several':
      FieldResolver(() => [field.to] as never, options)(...method);
      break;
    case 'node':
      FieldResolver(() => Node, { ...options, nullable: true })(...method);
      break;
    case 'many':
      declareListArguments(resolver, name, listOf(field.to));
      FieldResolver(() => listOf(field.to).connection, { ...options, nullable: refusable(field) })(...method);
      break;
    case 'count':
      FieldResolver(() => Int, {
        ...options,
        nullable: field.withheldBelow !== undefined || field.countedWhere !== undefined || refusable(field),
      })(...method);
      break;
    case 'computed':
      FieldResolver(field.type as () => typeof String, { ...options, nullable: field.nullable })(...method);
  }
}

function declareRoot(
  roots: Class,
  name: string,
  root: RootField,
  listOf: (entity: EntityClass) => ListTypes,
  refusable: Refusable<RootConnection>,
): void {
  const method = methodNamed(roots, name);
  const options = { description: root.description, ...(root.deprecated && { deprecationReason: root.deprecated }) };
  if (root.kind === 'connection') {
    declareListArguments(roots, name, listOf(root.of));
    Query(() => listOf(root.of).connection, { ...options, nullable: refusable(root) })(...method);
  } else if (root.kind === 'object') {
    Query(() => root.of as never, options)(...method);
  } else {
    Arg('id', () => ID, { description: 'Global id (全局标识).' })(roots.prototype as object, name, 0);
    Query(() => root.of as never, { ...options, nullable: true })(...method);
  }
  Access(root.access)(...method);
}

function declareListArguments(resolver: Class, name: string, types: ListTypes): void {
  const proto = resolver.prototype as object;
  let index = 0;
  const add = (argument: string, type: () => unknown, description: string): void =>
    Arg(argument, type as () => typeof String, { nullable: true, description })(proto, name, index++);
  add('first', () => Int, 'Rows from the start, 1 to 100; 20 where neither first nor last is given (前几条).');
  add('after', () => String, 'Only rows after this cursor (在此游标之后).');
  add('last', () => Int, 'Rows from the end, 1 to 100 (后几条).');
  add('before', () => String, 'Only rows before this cursor (在此游标之前).');
  if (types.where) add('where', () => types.where, 'Which rows (筛选).');
  if (types.order) add('orderBy', () => [types.order], 'In which order (排序).');
}
