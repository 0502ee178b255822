import { anEngagement, minutesAfter } from '../../seeds/factories/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import { heldTo } from '../support/held-to.ts';
import type { Plant } from './plant.ts';
import { coursesPlants } from './plants.courses.ts';
import { identityPlants } from './plants.identity.ts';
import { meetingsPlants } from './meetings/plants.meetings.ts';
import { repliesPlants } from './meetings/plants.replies.ts';
import { noticesPlants } from './plants.notices.ts';
import { peoplePlants } from './plants.people.ts';
import { policyPlants } from './plants.policy.ts';
import { seriesPlants } from './volunteering/plants.series.ts';
import { servicePlants } from './volunteering/plants.service.ts';
import { waitingListPlants } from './volunteering/plants.waiting-list.ts';
import { volunteeringPlants } from './volunteering/plants.volunteering.ts';
import { volunteersPlants } from './volunteering/plants.volunteers.ts';

const nothing = '00000000-0000-7000-8000-000000000000';

const timetablePlants: readonly Plant[] = [
  {
    check: 'timetable.no-overlap',
    how: 'a person, for the last minute of a shift',
    refusedBy: 'engagement_no_overlap',
    write: ({ row }, { second, offered: { shift } }) =>
      row(
        Engagement,
        anEngagement({
          person: second.parent.person,
          sourceId: nothing,
          kind: EngagementKind.SLOT_BOOKING,
          startsAt: minutesAfter(shift.endsAt, -1),
        }),
      ),
  },
  {
    check: 'timetable.no-overlap',
    how: 'a room, in the midst of a meeting',
    refusedBy: 'engagement_no_overlap',
    write: ({ row }, { hall, held: { meeting } }) =>
      row(
        Engagement,
        anEngagement({
          room: hall,
          sourceId: nothing,
          kind: EngagementKind.SLOT_BOOKING,
          startsAt: minutesAfter(meeting.startsAt, 15),
          endsAt: minutesAfter(meeting.startsAt, 30),
        }),
      ),
  },
];

/** At least one for every check. A check that says several things has one for each of them. */
export const plants: readonly Plant[] = [
  ...peoplePlants,
  ...identityPlants,
  ...timetablePlants,
  ...noticesPlants,
  ...policyPlants,
  ...coursesPlants,
  ...repliesPlants,
  ...meetingsPlants,
  ...volunteeringPlants,
  ...seriesPlants,
  ...volunteersPlants,
  ...servicePlants,
  ...waitingListPlants,
  ...heldTo.flatMap((domain) => domain.plants ?? []),
];
