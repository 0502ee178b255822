import { getNamedType, isInterfaceType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { hubSchema } from '../../src/app.ts';
import type { TestHub } from './hub.ts';

const { schema, reader } = hubSchema();
const node = schema.getType('Node');

/** Object types that have a global id. */
export const nodeTypes: readonly GraphQLObjectType[] = isInterfaceType(node) ? [...schema.getPossibleTypes(node)] : [];

export type Hop = 'one' | 'connection';

/** How a field leads to other nodes, where it does. */
export function hopOf(field: GraphQLField<unknown, unknown>): Hop | undefined {
  if (field.args.some((argument) => argument.type.toString().endsWith('!') && argument.defaultValue === undefined))
    return undefined;
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  if (type.name.endsWith('Connection')) return 'connection';
  return nodeTypes.includes(type) ? 'one' : undefined;
}

export function hopsOf(type: GraphQLObjectType): [string, Hop][] {
  return Object.values(type.getFields()).flatMap((field) => {
    const hop = hopOf(field);
    return hop ? [[field.name, hop] as [string, Hop]] : [];
  });
}

/** Selects what `field` leads to, by id; of a list a page. */
export function selectHop(name: string, hop: Hop, first = 100): string {
  return hop === 'one'
    ? `${name} { id }`
    : `${name}(first: ${first}) { nodes { id } pageInfo { hasNextPage endCursor } }`;
}

interface Answered {
  id: string;
  nodes?: { id: string }[];
  pageInfo?: { hasNextPage: boolean; endCursor: string };
}

/** Whoever asks, and what is left out, by the names of types: what anybody may read is long. */
export interface Walk {
  readonly headers?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
}

export function typeOfId(id: string): GraphQLObjectType {
  const type = reader.catalog.byPrefix.get(id.slice(0, id.lastIndexOf('_')));
  const object = schema.getType(type?.name ?? '');
  if (!isObjectType(object)) throw new Error(`${id} is of no known type.`);
  return object;
}

/** Every id that the caller can reach: from each root field and from `viewer`, along every relation, page by page, until nothing new appears. */
export async function reachableFor(
  hub: TestHub,
  as: string | undefined,
  { headers, without = [] }: Walk = {},
): Promise<Set<string>> {
  const asks = headers ? { headers } : { as };
  const led = (type: GraphQLObjectType): [string, Hop][] =>
    hopsOf(type).filter(
      ([name]) => !without.includes(getNamedType(type.getFields()[name]!.type).name.replace(/Connection$/, '')),
    );
  const reached = new Set<string>();
  let fresh: string[] = [];
  const add = (ids: readonly string[]): void => {
    for (const id of ids) {
      if (reached.has(id)) continue;
      reached.add(id);
      fresh.push(id);
    }
  };
  /** @param next asks for the field again, from a cursor on */
  const addAll = async (
    answer: Answered | null | undefined,
    next: (after: string) => Promise<Answered>,
  ): Promise<void> => {
    for (let page = answer; page; page = page.pageInfo?.hasNextPage ? await next(page.pageInfo.endCursor) : null)
      add(page.nodes ? page.nodes.map(({ id }) => id) : [page.id]);
  };
  const more =
    (name: string, within: (field: string) => string, found: (data: Record<string, unknown>) => unknown) =>
    async (after: string): Promise<Answered> => {
      const { data, errors } = await hub.ask(
        `query ($after: String) { ${within(`${name}(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }`)} }`,
        { ...asks, variables: { after } },
      );
      if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
      return (found(data!) as Record<string, Answered>)[name]!;
    };
  for (const [name, hop] of led(schema.getQueryType()!)) {
    const { data, errors } = await hub.ask(`{ ${selectHop(name, hop)} }`, asks);
    const refused = errors?.every((error) => ['UNAUTHENTICATED', 'FORBIDDEN'].includes(error.extensions.code));
    if (errors && !refused) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    await addAll(
      data?.[name] as Answered | null,
      more(
        name,
        (field) => field,
        (all) => all,
      ),
    );
  }
  const ofViewer = led(schema.getType('Viewer') as GraphQLObjectType);
  const { data: own } = await hub.ask(
    `{ viewer { ${ofViewer.map(([name, hop]) => selectHop(name, hop)).join(' ')} } }`,
    asks,
  );
  for (const [name, each] of Object.entries(own!['viewer'] as Record<string, Answered | null>))
    await addAll(
      each,
      more(
        name,
        (field) => `viewer { ${field} }`,
        (all) => all['viewer'],
      ),
    );

  while (fresh.length > 0) {
    const batch = fresh;
    fresh = [];
    for (const [type, ids] of Map.groupBy(batch, typeOfId)) {
      const hops = led(type);
      if (hops.length === 0) continue;
      for (let start = 0; start < ids.length; start += 50) {
        const { data, errors } = await hub.ask(
          `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${type.name} { ${hops.map(([name, hop]) => selectHop(name, hop)).join(' ')} } } }`,
          { ...asks, variables: { ids: ids.slice(start, start + 50) } },
        );
        // Of lists that they may not see they are told so, each at its place.
        if (errors?.some((error) => !['FORBIDDEN', 'UNAUTHENTICATED'].includes(error.extensions.code)))
          throw new Error(`${type.name}: ${JSON.stringify(errors.slice(0, 3))}`);
        for (const row of data!['nodes'] as ((Record<string, Answered> & { id: string }) | null)[]) {
          if (!row) throw new Error(`A ${type.name} that a list or relation answers is not answered by nodes(ids:).`);
          for (const [name] of hops)
            await addAll(
              row[name],
              more(
                name,
                (field) => `node(id: "${row.id}") { ... on ${type.name} { ${field} } }`,
                (all) => all['node'],
              ),
            );
        }
      }
    }
  }
  return reached;
}
