import { meetingCancelled, meetingInvited, MeetingStatus } from '../../src/domains/meetings/index.ts';
import { Notice } from '../../src/domains/notices/index.ts';
import { aNotice, minutesAfter } from '../factories/index.ts';
import type { Adult, Invited, Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';

/** Writes the notices that the guardians of an invited home have been sent; those of long ago they have read. */
export function tellInvited(
  batch: Batch,
  { ids, calendar }: Workshop,
  { meeting: { record }, home }: Invited,
  adults: readonly Adult[],
): void {
  const params = { title: record.title, startsAt: record.startsAt.toISOString() };
  for (const { person, homes, acts } of adults) {
    if (!acts || !homes.some((each) => each.id === home.id)) continue;
    const tell = (kind: typeof meetingInvited, createdAt: Date): void => {
      const seen = minutesAfter(createdAt, 90);
      const readAt = seen < minutesAfter(calendar.now, -3 * 24 * 60) ? seen : null;
      batch.add(
        Notice,
        aNotice(
          kind,
          params,
          { id: ids.next('notice'), person, createdAt, readAt, dedupeKey: `meeting/${record.id}` },
          ['meeting', record],
        ),
      );
    };
    tell(meetingInvited, record.publishedAt!);
    if (record.status === MeetingStatus.CANCELLED) tell(meetingCancelled, record.cancelledAt!);
  }
}
