/** How a query comes to an object of a type. */
import { getNamedType, isInterfaceType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

export interface Reach {
  readonly type: GraphQLObjectType;
  readonly kind: 'query' | 'mutation';
  /** What stands before and after a field of it; an id by `$at`, where it has one. */
  readonly open: string;
  readonly close: string;
  /** The type whose id `$at` is. */
  readonly at?: string;
}

export function isNodeType(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const node = schema.getType('Node');
  return isInterfaceType(node) && schema.isSubType(node, type);
}

/** Roots, things with an id, and what hangs on them without an argument. */
export function reachesOf(schema: GraphQLSchema): Reach[] {
  const query = schema.getQueryType()!;
  const nodes = schema.getPossibleTypes(schema.getType('Node') as never);
  const found = new Map<string, Reach>([[query.name, { type: query, kind: 'query', open: '', close: '' }]]);
  for (const type of nodes)
    found.set(type.name, {
      type,
      kind: 'query',
      open: `node(id: $at) { ... on ${type.name} {`,
      close: '} }',
      at: type.name,
    });
  for (const reach of found.values()) {
    for (const field of Object.values(reach.type.getFields())) {
      const type = getNamedType(field.type);
      if (
        !isObjectType(type) ||
        found.has(type.name) ||
        field.args.some(
          ({ type: wanted, defaultValue }) => wanted.toString().endsWith('!') && defaultValue === undefined,
        )
      )
        continue;
      found.set(type.name, { ...reach, type, open: `${reach.open} ${field.name} {`, close: `} ${reach.close}` });
    }
  }
  const mutation = schema.getMutationType()!;
  return [...found.values(), { type: mutation, kind: 'mutation', open: '', close: '' }];
}
