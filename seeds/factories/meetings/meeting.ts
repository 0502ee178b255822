import {
  type AgendaItem,
  type Meeting,
  type MeetingCitation,
  type MeetingClass,
  MeetingKind,
  MeetingScope,
  MeetingStatus,
  type MeetingTopic,
} from '../../../src/domains/meetings/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, daysAfter, type GivenWith, minutesAfter, nextNumber, stored, WRITTEN_AT } from '../given.ts';

export type MeetingRecord = RecordOf<Meeting>;
export type MeetingClassRecord = RecordOf<MeetingClass>;
export type MeetingTopicRecord = RecordOf<MeetingTopic>;
export type MeetingCitationRecord = RecordOf<MeetingCitation>;
export type AgendaItemRecord = RecordOf<AgendaItem>;

/** A published class meeting of an hour and a half. Say for which classes: see `aMeetingClass`. */
export function aMeeting(given: GivenWith<Meeting, 'school' | 'organiser'>): MeetingRecord {
  const startsAt = given.startsAt ?? daysAfter(WRITTEN_AT, 100);
  const status = given.status ?? MeetingStatus.PUBLISHED;
  const cancelled = status === MeetingStatus.CANCELLED;
  return completed<MeetingRecord>(
    {
      ...stored(given),
      school: '',
      kind: MeetingKind.PARENT_MEETING,
      scope: MeetingScope.CLASS,
      title: `第${nextNumber()}次家长会`,
      summary: null,
      organiser: '',
      room: null,
      place: '本班教室',
      startsAt,
      endsAt: minutesAfter(startsAt, 90),
      replyBy: null,
      capacity: null,
      status,
      publishedAt: status === MeetingStatus.DRAFT ? null : daysAfter(startsAt, -14),
      cancelledAt: cancelled ? daysAfter(startsAt, -1) : null,
      cancelReason: cancelled ? '天气原因' : null,
    },
    given,
  );
}

export function aMeetingClass(given: GivenWith<MeetingClass, 'meeting' | 'schoolClass'>): MeetingClassRecord {
  return completed<MeetingClassRecord>({ ...stored(given), meeting: '', schoolClass: '' }, given);
}

export function aMeetingTopic(given: GivenWith<MeetingTopic, 'meeting' | 'topic'>): MeetingTopicRecord {
  return completed<MeetingTopicRecord>({ ...stored(given), meeting: '', topic: '' }, given);
}

export function aMeetingCitation(given: GivenWith<MeetingCitation, 'meeting' | 'edition'>): MeetingCitationRecord {
  return completed<MeetingCitationRecord>({ ...stored(given), meeting: '', edition: '' }, given);
}

export function anAgendaItem(given: GivenWith<AgendaItem, 'meeting'>): AgendaItemRecord {
  return completed<AgendaItemRecord>(
    {
      ...stored(given),
      meeting: '',
      ordinal: 1,
      title: '班主任介绍本学期情况',
      durationMinutes: 20,
      speaker: null,
    },
    given,
  );
}
