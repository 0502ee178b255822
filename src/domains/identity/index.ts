import type { Domain } from '../../platform/graphql/index.ts';
import { Account } from './account.entity.ts';
import { identityRelations, readables } from './identity.relations.ts';
import { ViewerResolver } from './viewer.resolvers.ts';

export { Account, AccountStatus } from './account.entity.ts';
export { createFirstAdministrator, type FirstAdministrator } from './create-first-administrator.ts';
export { loadViewer } from './load-viewer.ts';

export const identity: Domain = {
  name: 'identity',
  entities: [Account],
  readables,
  relations: identityRelations,
  roots: {},
  mutations: [],
  resolvers: [ViewerResolver],
  permissions: {},
  checks: [],
};
