import type { DomainPart } from '../../../platform/graphql/index.ts';
import { STANDING_DECISIONS } from '../../people/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { standingDecisions } from './standing-decisions.ts';
import { endWithoutRight } from './end-without-right.ts';
import { foreignFamilies, standForOwnFamily } from './family-of-place.ts';
import { adriftOrganisers, organisersAreBack, tellOfLostOrganisers } from './organisers.ts';
import { tellOfSigningUpAnew } from './sign-up-anew.ts';
import { rightsChecks } from './rights.checks.ts';
import { orphansOf } from '../model/index.ts';

/** The end of volunteering with the rights of people (权利终止). */
export const rights: DomainPart = {
  checks: rightsChecks,
  contributions: [STANDING_DECISIONS.with(standingDecisions)],
  rightDependents: [
    {
      name: 'volunteering.places',
      description:
        'Sign-ups, waiting entries, offers and stand-ins for shifts to come, and lectures, rest on a child of today for whose families they are.',
      orphans: (personIds) => sql`select adr.person_id from (${orphansOf(personIds)}) adr`,
      end: endWithoutRight,
      giveBack: tellOfSigningUpAnew,
    },
    {
      name: 'volunteering.families',
      description: 'That a place to come, or one waited for, is for a family rests on a child of today in that family.',
      orphans: (personIds) => sql`select adr.person_id from (${foreignFamilies(personIds)}) adr`,
      end: standForOwnFamily,
    },
    {
      name: 'volunteering.organisers',
      description:
        'That somebody runs an activity rests on their working there: its administrators are told which ones have nobody.',
      orphans: adriftOrganisers,
      end: tellOfLostOrganisers,
      giveBack: organisersAreBack,
    },
  ],
};
