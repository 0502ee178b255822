import { sweep } from '../../../../platform/commands/index.ts';
import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { WaitlistEntry, WaitlistSkip } from '../../model/index.ts';
import { settleOffers } from './settle-offers.ts';
import { waitingListChecks } from './waiting-list.checks.ts';
import { waitingListMutations } from './waiting-list.graphql.ts';
import { readables, waitingListRelations } from './waiting-list.relations.ts';

/** Waiting lists (候补): those who wait for a place, and those whom one is held for. */
export const waitingList: DomainPart = {
  entities: [WaitlistEntry, WaitlistSkip],
  readables,
  relations: waitingListRelations,
  mutations: waitingListMutations,
  checks: waitingListChecks,
  jobs: [
    sweep({
      name: 'volunteering.settle-offers',
      description: 'Ends offers that ran out, and offers free places to whoever waits next.',
      cron: '* * * * *',
      work: settleOffers,
    }),
  ],
};
