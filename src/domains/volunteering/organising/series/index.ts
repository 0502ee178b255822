import { sweep } from '../../../../platform/commands/index.ts';
import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { seriesChecks } from './series.checks.ts';
import { seriesRoleMutations } from './series-roles.graphql.ts';
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
    sweep({
      name: 'volunteering.tell-off-calendar',
      description: 'Tells organisers of shifts that the school calendar has no place for any more.',
      cron: '*/10 * * * *',
      work: tellOffCalendar,
    }),
  ],
};
