import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { roleMutations } from './roles.graphql.ts';

/** The roles of a shift (岗位), as organisers change them. */
export const roles: DomainPart = {
  mutations: roleMutations,
};
