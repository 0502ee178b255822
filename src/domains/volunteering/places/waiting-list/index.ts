import { sweep } from '../../../../platform/commands/index.ts';
import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { WaitlistEntry, WaitlistSkip } from '../../model/index.ts';
import { HELD_OFFERS } from '../../volunteers/index.ts';
import { giveOnOffers, giveOnOffersOf } from './give-on-offers.ts';
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
  contributions: [HELD_OFFERS.with([{ giveOn: giveOnOffersOf }])],
  jobs: [
    sweep({
      name: 'volunteering.settle-offers',
      description: 'Ends offers that ran out, and offers free places to whoever waits next.',
      cron: '* * * * *',
      work: settleOffers,
    }),
    sweep({
      name: 'volunteering.give-on-offers',
      description: 'Takes back offers from whoever may not take them any more, and asks the next.',
      cron: '* * * * *',
      work: giveOnOffers,
    }),
  ],
};
