import { Notice } from '../../src/domains/notices/index.ts';
import { guardianshipEnded } from '../../src/domains/people/index.ts';
import { aNotice, type MeetingRecord, type NoticeRecord, type PersonRecord } from '../factories/index.ts';
import type { Scenario } from './scenario.ts';

/** The person is told about the meetings, one a minute, the last of them now: of what has happened, which stays so. */
export async function told(
  scenario: Scenario,
  person: PersonRecord,
  meetings: readonly MeetingRecord[],
  readAt: Date | null = null,
): Promise<NoticeRecord[]> {
  const notices = meetings.map((meeting, index) =>
    aNotice(
      guardianshipEnded,
      { by: 'SCHOOL' },
      { person, createdAt: scenario.at(index + 1 - meetings.length), readAt },
      ['meeting', meeting],
    ),
  );
  await scenario.write((put) => {
    for (const notice of notices) put(Notice, notice);
  });
  return notices;
}
