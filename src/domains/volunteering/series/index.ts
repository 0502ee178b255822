import type { DomainPart } from '../../../platform/graphql/index.ts';
import { seriesChecks } from './series.checks.ts';
import { seriesRoleMutations } from './series-roles.graphql.ts';
import { seriesMutations } from './series.graphql.ts';
import { readables, seriesRelations } from './series.relations.ts';

/** Shifts that recur (重复班次). */
export const series: DomainPart = {
  readables,
  relations: seriesRelations,
  mutations: [...seriesMutations, ...seriesRoleMutations],
  checks: seriesChecks,
};
