import type { GraphQLSchema } from 'graphql';
import type { AccessMap } from '../../src/platform/graphql/index.ts';

/** Each root field states who may call it, and nothing else stands in the map. One sentence per violation. */
export function accessViolations(schema: GraphQLSchema, access: AccessMap, permissions: readonly string[]): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type!.name}.${field}`),
  );
  const known = new Set(['anyone', 'signed-in', ...permissions]);
  return [
    ...roots.filter((root) => access[root] === undefined).map((root) => `${root} does not state who may call it.`),
    ...Object.keys(access)
      .filter((root) => !roots.includes(root))
      .map((root) => `${root} is no root field.`),
    ...Object.entries(access)
      .filter(([, who]) => !known.has(who))
      .map(([root, who]) => `${root} is for ${who}, which no domain declares.`),
  ];
}
