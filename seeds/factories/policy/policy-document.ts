import {
  type PolicyDocument,
  type PolicyDocumentTopic,
  type PolicyEdition,
  PolicyLevel,
  PublicationStatus,
  type Segment,
} from '../../../src/domains/policy/index.ts';
import type { Topic } from '../../../src/domains/topics/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, nextNumber, stored, WRITTEN_AT } from '../given.ts';

export type TopicRecord = RecordOf<Topic>;
export type PolicyDocumentRecord = RecordOf<PolicyDocument>;
export type PolicyEditionRecord = RecordOf<PolicyEdition>;
export type SegmentRecord = RecordOf<Segment>;
export type PolicyDocumentTopicRecord = RecordOf<PolicyDocumentTopic>;

export function aTopic(given: Given<Topic> = {}): TopicRecord {
  const number = nextNumber();
  return completed<TopicRecord>({ ...stored(given), code: `topic-${number}`, name: `主题${number}` }, given);
}

/** National and public unless it says of which district or school it is. */
export function aPolicyDocument(given: Given<PolicyDocument> = {}): PolicyDocumentRecord {
  const number = nextNumber();
  const level = given.school ? PolicyLevel.SCHOOL : given.district ? PolicyLevel.DISTRICT : PolicyLevel.NATIONAL;
  return completed<PolicyDocumentRecord>(
    {
      ...stored(given),
      title: `关于义务教育学校作业管理的第${number}号意见`,
      documentNumber: `测〔2026〕${number}号`,
      issuer: '教育委员会',
      issuedOn: '2026-01-10',
      level,
      district: null,
      school: null,
      isPublic: true,
      audience: null,
      createdBy: null,
    },
    given,
  );
}

/**
 * Published and in force. Parts can be added to a draft only: write it as a draft, then its segments, then publish it
 * (the scenario does).
 */
export function aPolicyEdition(given: GivenWith<PolicyEdition, 'document'>): PolicyEditionRecord {
  return completed<PolicyEditionRecord>(
    {
      ...stored(given),
      document: '',
      number: 1,
      title: '关于义务教育学校作业管理的意见',
      status: PublicationStatus.PUBLISHED,
      publishedAt: given.status === PublicationStatus.DRAFT ? null : WRITTEN_AT,
      effectiveFrom: '2026-02-01',
      effectiveTo: null,
      ending: null,
    },
    given,
  );
}

export function aSegment(given: GivenWith<Segment, 'edition'>): SegmentRecord {
  return completed<SegmentRecord>(
    {
      ...stored(given),
      edition: '',
      ordinal: 1,
      heading: null,
      text: '学校应当统筹各学科作业总量，小学一、二年级不布置家庭书面作业，其他年级的书面作业时间不超过规定的上限。',
    },
    given,
  );
}

export function aPolicyDocumentTopic(
  given: GivenWith<PolicyDocumentTopic, 'document' | 'topic'>,
): PolicyDocumentTopicRecord {
  return completed<PolicyDocumentTopicRecord>({ ...stored(given), document: '', topic: '' }, given);
}
