import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { roleMutations } from './roles.graphql.ts';

/** What there is to do in a shift (岗位), as organisers change it. */
export const roles: DomainPart = {
  mutations: roleMutations,
};
