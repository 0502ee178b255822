import { meetingInvited } from '../../src/domains/meetings/index.ts';
import { Notice } from '../../src/domains/notices/index.ts';
import { aNotice, type MeetingRecord, type NoticeRecord, type PersonRecord } from '../factories/index.ts';
import type { Scenario } from './scenario.ts';

/** The person is told of the meetings, one a minute, the last of them now. */
export async function told(
  scenario: Scenario,
  person: PersonRecord,
  meetings: readonly MeetingRecord[],
  readAt: Date | null = null,
): Promise<NoticeRecord[]> {
  const notices = meetings.map((meeting, index) =>
    aNotice(
      meetingInvited,
      { title: meeting.title, startsAt: meeting.startsAt.toISOString() },
      { person, createdAt: scenario.at(index + 1 - meetings.length), readAt },
      ['meeting', meeting],
    ),
  );
  await scenario.write((put) => {
    for (const notice of notices) put(Notice, notice);
  });
  return notices;
}
