import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { seriesChecks } from './series.checks.ts';
import { seriesRoleMutations } from './series-roles.graphql.ts';
import { sweep } from '../../model/index.ts';
import { seriesMutations } from './series.graphql.ts';
import { readables, seriesRelations } from './series.relations.ts';
import { tellOffCalendar } from './calendar/tell-off-calendar.ts';

/** Shifts that recur (重复班次). */
export const series: DomainPart = {
  readables,
  relations: seriesRelations,
  mutations: [...seriesMutations, ...seriesRoleMutations],
  checks: seriesChecks,
  jobs: [
    sweep(
      'volunteering.tell-off-calendar',
      '*/10 * * * *',
      'Tells organisers of shifts that the school calendar has no place for any more.',
      tellOffCalendar,
    ),
  ],
};
