export { Access } from './access.graphql.ts';
export type { Check, Domain } from './domain.ts';
export { registerEnum } from './enum.graphql.ts';
export type { AccessMap } from './guard.ts';
export { Node } from './node.graphql.ts';
export { Rate, rateOf } from './rate.graphql.ts';
export { buildHubSchema, printHubSchema, type HubSchema } from './schema.ts';
export { createGraphqlServer, type GraphqlServer } from './server.ts';
export type { GraphqlRequest } from './planned-road.ts';
