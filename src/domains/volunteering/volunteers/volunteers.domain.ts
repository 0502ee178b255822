import { sweep } from '../../../platform/commands/index.ts';
import type { DomainPart } from '../../../platform/graphql/index.ts';
import { VolunteeringPolicy, VolunteerQualification, VolunteerSuspension } from '../model/index.ts';
import { reconsiderAllSuspensions } from './reconsider-suspensions.ts';
import { suspendAllForNoShows } from './suspend-for-no-shows.ts';
import { volunteerPermissions } from './volunteers.access.ts';
import { volunteerChecks } from './volunteers.checks.ts';
import { volunteerMutations } from './volunteers.graphql.ts';
import { readables, volunteerRelations } from './volunteers.relations.ts';

/** Qualifications of volunteers (资质), and suspensions for a time (暂停). */
export const volunteers: DomainPart = {
  entities: [VolunteeringPolicy, VolunteerQualification, VolunteerSuspension],
  readables,
  relations: volunteerRelations,
  mutations: volunteerMutations,
  permissions: volunteerPermissions,
  checks: volunteerChecks,
  jobs: [
    sweep({
      name: 'volunteering.suspend-for-no-shows',
      description: 'Suspends who has missed as many shifts as the rules of the district allow.',
      cron: '*/15 * * * *',
      work: suspendAllForNoShows,
    }),
    sweep({
      name: 'volunteering.reconsider-suspensions',
      description: 'Undoes suspensions that rest on absences which are none any more.',
      cron: '*/15 * * * *',
      work: reconsiderAllSuspensions,
    }),
  ],
};
