import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { rosterRelations } from './rosters.relations.ts';

/** Rosters (名单): who comes, who is missing, how full shifts are. */
export const rosters: DomainPart = {
  relations: rosterRelations,
};
