import {
  type LectureCitation,
  type LectureTopic,
  type PolicyLecture,
  PublicationStatus,
} from '../../../src/domains/policy/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type GivenWith, nextNumber, stored, WRITTEN_AT } from '../given.ts';

type Computed = 'listedAt';
export type PolicyLectureRecord = RecordOf<PolicyLecture, Computed>;
export type LectureCitationRecord = RecordOf<LectureCitation>;
export type LectureTopicRecord = RecordOf<LectureTopic>;

/** Published for everyone. It should cite an edition: see `aLectureCitation`. */
export function aPolicyLecture(
  given: GivenWith<Omit<PolicyLecture, Computed>, 'district' | 'audience'>,
): PolicyLectureRecord {
  return completed<PolicyLectureRecord>(
    {
      ...stored(given),
      district: '',
      school: null,
      title: `“双减”政策解读第${nextNumber()}讲`,
      summary: '讲解政策要点，回答家长最关心的问题。',
      lecturerName: '李老师',
      durationMinutes: 45,
      recordedOn: null,
      mediaUrl: null,
      status: PublicationStatus.PUBLISHED,
      publishedAt: given.status === PublicationStatus.DRAFT ? null : WRITTEN_AT,
      isPublic: true,
      audience: '',
      createdBy: null,
    },
    given,
  );
}

export function aLectureCitation(given: GivenWith<LectureCitation, 'lecture' | 'edition'>): LectureCitationRecord {
  return completed<LectureCitationRecord>({ ...stored(given), lecture: '', edition: '' }, given);
}

export function aLectureTopic(given: GivenWith<LectureTopic, 'lecture' | 'topic'>): LectureTopicRecord {
  return completed<LectureTopicRecord>({ ...stored(given), lecture: '', topic: '' }, given);
}
