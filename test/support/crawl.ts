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
  if (field.args.some((argument) => argument.type.toString().endsWith('!') && argument.defaultValue === undefined)) return undefined;
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

/** Selects what `field` leads to, by id. */
export function selectHop(name: string, hop: Hop, first = 100): string {
  return hop === 'one' ? `${name} { id }` : `${name}(first: ${first}) { nodes { id } pageInfo { hasNextPage } }`;
}

interface Answered {
  id: string;
  nodes?: { id: string }[];
  pageInfo?: { hasNextPage: boolean };
}

function idsIn(answer: Answered | null | undefined, where: string): string[] {
  if (!answer) return [];
  if (answer.pageInfo?.hasNextPage) throw new Error(`${where} has more than a page: the world of this test is too large to be walked.`);
  return answer.nodes ? answer.nodes.map((each) => each.id) : [answer.id];
}

export function typeOfId(id: string): GraphQLObjectType {
  const type = reader.catalog.byPrefix.get(id.slice(0, id.lastIndexOf('_')));
  const object = schema.getType(type?.name ?? '');
  if (!isObjectType(object)) throw new Error(`${id} is of no known type.`);
  return object;
}

/** Every id that the caller can reach: from each root field and from `viewer`, along every relation, until nothing new appears. */
export async function reachableFor(hub: TestHub, as: string | undefined): Promise<Set<string>> {
  const reached = new Set<string>();
  let fresh: string[] = [];
  const add = (ids: readonly string[]): void => {
    for (const id of ids) {
      if (reached.has(id)) continue;
      reached.add(id);
      fresh.push(id);
    }
  };
  for (const [name, hop] of hopsOf(schema.getQueryType()!)) {
    const { data, errors } = await hub.ask(`{ ${selectHop(name, hop)} }`, { as });
    const refused = errors?.every((error) => ['UNAUTHENTICATED', 'FORBIDDEN'].includes(error.extensions.code));
    if (errors && !refused) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    add(idsIn(data?.[name] as Answered | null, name));
  }
  const ofViewer = hopsOf(schema.getType('Viewer') as GraphQLObjectType);
  const { data: own } = await hub.ask(`{ viewer { ${ofViewer.map(([name, hop]) => selectHop(name, hop)).join(' ')} } }`, { as });
  for (const [name, each] of Object.entries(own!['viewer'] as Record<string, Answered | null>)) add(idsIn(each, `viewer.${name}`));

  while (fresh.length > 0) {
    const batch = fresh;
    fresh = [];
    for (const [type, ids] of Map.groupBy(batch, typeOfId)) {
      const hops = hopsOf(type);
      if (hops.length === 0) continue;
      for (let start = 0; start < ids.length; start += 50) {
        const { data, errors } = await hub.ask(
          `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${type.name} { ${hops.map(([name, hop]) => selectHop(name, hop)).join(' ')} } } }`,
          { as, variables: { ids: ids.slice(start, start + 50) } },
        );
        // Of lists that they may not see they are told so, each at its place.
        if (errors?.some((error) => error.extensions.code !== 'FORBIDDEN')) throw new Error(`${type.name}: ${JSON.stringify(errors.slice(0, 3))}`);
        for (const row of data!['nodes'] as (Record<string, Answered> | null)[]) {
          if (!row) throw new Error(`A ${type.name} that a list or relation answers is not answered by nodes(ids:).`);
          for (const [name] of hops) add(idsIn(row[name], `${type.name}.${name}`));
        }
      }
    }
  }
  return reached;
}
