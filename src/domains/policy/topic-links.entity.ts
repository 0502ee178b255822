import { Entity } from '@mikro-orm/decorators/legacy';
import { topicLink } from '../topics/index.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { PolicyLecture } from './policy-lecture.entity.ts';

/** A topic that a policy document is about. */
@Entity()
export class PolicyDocumentTopic extends topicLink({
  table: 'policy_document_topic',
  near: 'document',
  to: () => PolicyDocument,
  isPublic: true,
}) {}

/** A topic that a lecture is about. */
@Entity()
export class LectureTopic extends topicLink({
  table: 'lecture_topic',
  near: 'lecture',
  to: () => PolicyLecture,
  isPublic: true,
}) {}
