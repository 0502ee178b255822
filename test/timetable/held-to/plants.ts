import { anEngagement, minutesAfter } from '../../../seeds/factories/index.ts';
import { Engagement, EngagementKind } from '../../../src/domains/timetable/index.ts';
import type { Plant, Refusal } from '../../checks/plant.ts';

const nothing = '00000000-0000-7000-8000-000000000000';

export const timetablePlants: readonly Plant[] = [
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

export const timetableRefusals: readonly Refusal[] = [
  {
    constraint: 'engagement_no_overlap',
    how: 'what was cancelled takes place again, and the time is taken',
    write: ({ run }, { cancelled }) =>
      run("update engagement set status = 'ACTIVE', ended_at = null where source_id = $1", cancelled.meeting.id),
  },
  {
    constraint: 'engagement_source_unique',
    how: 'one sign-up occupies two times of a person',
    write: ({ row }, { confirmed, first, scenario }) =>
      row(
        Engagement,
        anEngagement({
          person: first.parent.person,
          sourceId: confirmed.id,
          kind: EngagementKind.SHIFT_SIGNUP,
          startsAt: scenario.at(600),
          endsAt: scenario.at(660),
        }),
      ),
  },
];
