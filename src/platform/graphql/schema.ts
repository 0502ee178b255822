import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import type { MetadataStorage } from '@mikro-orm/core';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { AttemptKind } from '../config/index.ts';
import { Catalog, Reader, type PartsInDisclosure } from '../reading/index.ts';
import { attachResolvers } from './attach.ts';
import { takeDates } from './dates.ts';
import { declareFields } from './declared-fields.graphql.ts';
import type { Domain } from './domain.ts';
import { guardRoots, type AccessMap, type Guard } from './guard.ts';
import { mutationTypesOf } from './mutations/mutation-types.graphql.ts';
import { NodeResolver } from './node.resolvers.ts';

export interface HubSchema {
  readonly schema: GraphQLSchema;
  readonly access: AccessMap;
  /** Of root fields of queries. */
  readonly guards: ReadonlyMap<string, Guard>;
  /** Root fields by which one can guess. */
  readonly attempts: ReadonlyMap<string, AttemptKind>;
  readonly reader: Reader;
}

let built: { domains: readonly Domain[]; hub: HubSchema } | undefined;

/**
 * The schema of these domains, for viewers who play these parts. type-graphql keeps what its decorators are told for the life of the process, so the
 * schema is built once; it holds nothing of a database or a request.
 */
export function buildHubSchema(
  domains: readonly Domain[],
  disclosure: PartsInDisclosure,
  metadata: MetadataStorage,
): HubSchema {
  if (built) {
    if (built.domains !== domains) throw new Error('A process has one schema.');
    return built.hub;
  }
  const readables = domains.flatMap((domain) => domain.readables);
  const prefixes = new Map(readables.map((each) => [each.entity, each.prefix]));
  const mutations = domains
    .flatMap((domain) => domain.mutations)
    .map((each) => mutationTypesOf(each, (entity) => prefixes.get(entity)!));
  const catalog = new Catalog(metadata, {
    readables,
    relations: [...domains.flatMap((domain) => domain.relations), ...mutations.map((each) => each.fields)],
    aggregates: domains.flatMap((domain) => domain.aggregates ?? []),
    roots: Object.assign({}, ...domains.map((domain) => domain.roots)) as Domain['roots'],
    disclosure,
  });
  const resolvers = [
    NodeResolver,
    ...declareFields(catalog),
    ...mutations.map((each) => each.resolver),
    ...domains.flatMap((domain) => domain.resolvers),
  ];
  const schema = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<Function>,
    orphanedTypes: [...catalog.types.values()].map((type) => type.entity as never),
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    validate: false,
    // It would ask the whole schema to introspect itself; whoever serves it validates it all the same.
    skipCheck: true,
    container: undefined as never,
  });
  describeRoots(schema);
  takeDates(schema);
  const reader = new Reader(catalog);
  attachResolvers(schema, reader);
  const { access, queries } = guardRoots(
    schema,
    Object.assign({}, ...domains.map((domain) => domain.permissions)) as Domain['permissions'],
  );
  built = { domains, hub: { schema, access, guards: queries, attempts: attemptsOf(domains), reader } };
  return built.hub;
}

/** @throws Error where two kinds have one name, or one variable: they would pay for one another */
function attemptsOf(domains: readonly Domain[]): Map<string, AttemptKind> {
  const attempts = new Map(
    domains.flatMap(({ attempts: queries, mutations }) => [
      ...Object.entries(queries ?? {}),
      ...mutations.flatMap(({ name, attempt }) => (attempt ? [[name, attempt.kind] as const] : [])),
    ]),
  );
  const kinds = [...new Set(attempts.values())];
  for (const said of ['name', 'variable'] as const)
    for (const [at, kind] of kinds.entries())
      if (kinds.findIndex((each) => each[said] === kind[said]) !== at)
        throw new Error(`Two kinds of attempts have the ${said} ${kind[said]}.`);
  return attempts;
}

/** type-graphql makes the root types itself and takes no words for them. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = 'All that can be read (查询).';
  if (mutation) mutation.description = 'All that can be changed (变更), each in a transaction of its own.';
}

/** The SDL that is committed as `schema/hub.graphql`. */
export function printHubSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
