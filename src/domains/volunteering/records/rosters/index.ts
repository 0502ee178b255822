import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { rosterRelations } from './rosters.relations.ts';

/** Who comes, who is missing, how full shifts are (名单). */
export const rosters: DomainPart = {
  relations: rosterRelations,
};
