import type { DomainPart } from '../../../platform/graphql/index.ts';
import { always, sql } from '../../../platform/reading/index.ts';
import { decided } from './decided.ts';
import { endWithoutRight } from './end-without-right.ts';
import { ADRIFT_ORGANISERS, tellOfLostOrganisers } from './organisers.ts';
import { tellOfSigningUpAnew } from './sign-up-anew.ts';
import { rightsChecks } from './rights.checks.ts';
import { adriftEntries, adriftLectures, adriftSignups, adriftStandIns } from './rights.facts.ts';

const [signups, entries, standIns, lectures] = [adriftSignups, adriftEntries, adriftStandIns, adriftLectures].map((kind) => kind(() => always));

/** What of volunteering ends with the rights of people (权利终止). */
export const rights: DomainPart = {
  checks: rightsChecks,
  decided,
  resting: [
    {
      name: 'volunteering.places',
      description: 'Sign-ups, waiting entries, offers and stand-ins for shifts to come, and lectures, rest on a child of today for whose families they are.',
      adrift: sql`select adr.person_id from (${signups!} union all ${entries!} union all ${standIns!} union all ${lectures!}) adr`,
      end: endWithoutRight,
      giveBack: tellOfSigningUpAnew,
    },
    {
      name: 'volunteering.organisers',
      description: 'That somebody runs an activity rests on their working there: its administrators are told which ones have nobody.',
      adrift: ADRIFT_ORGANISERS,
      end: tellOfLostOrganisers,
    },
  ],
};
