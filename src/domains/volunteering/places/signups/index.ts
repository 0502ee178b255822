import { sweep } from '../../../../platform/commands/index.ts';
import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { DECISION_QUEUES } from '../../../people/index.ts';
import { Signup } from '../../model/index.ts';
import { cancellationsWaiting } from './cancellations-waiting.ts';
import { signupsWaiting } from './signups-waiting.ts';
import { remindVolunteers } from './remind-volunteers.ts';
import { signupMutations } from './signups.graphql.ts';
import { readables, signupRelations } from './signups.relations.ts';

/** Sign-ups (报名). */
export const signups: DomainPart = {
  entities: [Signup],
  readables,
  relations: signupRelations,
  mutations: signupMutations,
  contributions: [DECISION_QUEUES.with([cancellationsWaiting, signupsWaiting])],
  jobs: [
    sweep({
      name: 'volunteering.remind-volunteers',
      description: 'Reminds volunteers of shifts that begin within a day.',
      cron: '*/10 * * * *',
      work: remindVolunteers,
    }),
  ],
};
