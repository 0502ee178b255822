import { type Engagement, EngagementKind, EngagementStatus } from '../../../src/domains/timetable/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, minutesAfter, stored, WRITTEN_AT } from '../given.ts';

type Computed = 'subject' | 'during';
export type EngagementRecord = RecordOf<Engagement, Computed>;

/** Say whose time it is: `person` or `room`. */
export function anEngagement(
  given: Given<Omit<Engagement, Computed>> & { readonly sourceId: string },
): EngagementRecord {
  const startsAt = given.startsAt ?? minutesAfter(WRITTEN_AT, 60);
  const ended = given.status === EngagementStatus.ENDED;
  return completed<EngagementRecord>(
    {
      ...stored(given),
      person: null,
      room: null,
      startsAt,
      endsAt: minutesAfter(startsAt, 60),
      kind: EngagementKind.SHIFT_SIGNUP,
      sourceId: given.sourceId,
      title: '护学岗 早班',
      status: EngagementStatus.ACTIVE,
      restsOn: null,
      endedAt: ended ? startsAt : null,
    },
    given,
  );
}
