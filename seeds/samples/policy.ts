import {
  LectureCitation,
  LectureTopic,
  PolicyDocument,
  PolicyDocumentTopic,
  PolicyEdition,
  PolicyLecture,
  PublicationStatus,
  Segment,
} from '../../src/domains/policy/index.ts';
import { Topic } from '../../src/domains/topics/index.ts';
import {
  aLectureCitation,
  aLectureTopic,
  aPolicyDocument,
  aPolicyDocumentTopic,
  aPolicyEdition,
  aPolicyLecture,
  aSegment,
  aTopic,
  WRITTEN_AT,
  type PolicyEditionRecord,
  type TopicRecord,
} from '../factories/index.ts';
import type { Batch } from '../writing/index.ts';
import type { Sample } from './sample.ts';

/** A published edition of a document on a topic, for whoever cites it. */
export function publishedPolicy(batch: Batch): { readonly topic: TopicRecord; readonly edition: PolicyEditionRecord } {
  const topic = aTopic();
  const document = aPolicyDocument();
  const edition = aPolicyEdition({ document, title: document.title, status: PublicationStatus.DRAFT });
  batch.add(Topic, topic);
  batch.add(PolicyDocument, document);
  batch.add(PolicyDocumentTopic, aPolicyDocumentTopic({ document, topic }));
  batch.add(PolicyEdition, edition);
  batch.add(Segment, aSegment({ edition }));
  batch.afterwards("update policy_edition set status = 'PUBLISHED', published_at = $2 where id = $1", [
    edition.id,
    WRITTEN_AT,
  ]);
  return { topic, edition };
}

export const sample: Sample = {
  write(batch, { district, audience }) {
    const { topic, edition } = publishedPolicy(batch);
    const lecture = aPolicyLecture({ district, audience });
    batch.add(PolicyLecture, lecture);
    batch.add(LectureTopic, aLectureTopic({ lecture, topic }));
    batch.add(LectureCitation, aLectureCitation({ lecture, edition }));
    return {};
  },
};
