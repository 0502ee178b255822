import { sweep } from '../../../../platform/commands/index.ts';
import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { DECISION_QUEUES } from '../../../people/index.ts';
import { StandIn } from '../../model/index.ts';
import { expireStandIns } from './expire-stand-ins.ts';
import { standInsWaiting } from './stand-ins-waiting.ts';
import { standInChecks } from './stand-ins.checks.ts';
import { standInMutations } from './stand-ins.graphql.ts';
import { readables, standInRelations } from './stand-ins.relations.ts';

/** Stand-ins (替班). */
export const standIns: DomainPart = {
  entities: [StandIn],
  readables,
  relations: standInRelations,
  mutations: standInMutations,
  checks: standInChecks,
  contributions: [DECISION_QUEUES.with([standInsWaiting])],
  jobs: [
    sweep({
      name: 'volunteering.expire-stand-ins',
      description: 'Ends offers to stand in that nobody answered.',
      cron: '*/5 * * * *',
      work: expireStandIns,
    }),
  ],
};
