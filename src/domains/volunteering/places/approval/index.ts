import { sweep } from '../../../../platform/commands/index.ts';
import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { releaseUnconfirmed } from '../reconfirmation/release-unconfirmed.ts';
import { approvalMutations } from './approval.graphql.ts';
import { approvalRelations } from './approval.relations.ts';

/** Confirmation of sign-ups by the organiser (审核), and once more by the volunteer (再次确认). */
export const approval: DomainPart = {
  relations: approvalRelations,
  mutations: approvalMutations,
  jobs: [
    sweep({
      name: 'volunteering.release-unconfirmed',
      description: 'Frees the places of those who did not confirm again after a shift was moved.',
      cron: '*/5 * * * *',
      work: releaseUnconfirmed,
    }),
  ],
};
