import { Entity, Index, ManyToOne, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Stored, tellsOfChange } from '../../platform/database/index.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { PolicyLecture } from './policy-lecture.entity.ts';
import { Topic } from './topic.entity.ts';

/** What a policy document is about. */
@Entity()
@Unique({ name: 'policy_document_topic_unique', properties: ['document', 'topic'] })
@Index({ name: 'policy_document_topic_topic_index', properties: ['topic', 'document'] })
@Trigger(tellsOfChange)
export class PolicyDocumentTopic extends Stored {
  @ManyToOne(() => PolicyDocument)
  document!: PolicyDocument;

  @ManyToOne(() => Topic)
  topic!: Topic;
}

/** What a lecture is about. */
@Entity()
@Unique({ name: 'lecture_topic_unique', properties: ['lecture', 'topic'] })
@Index({ name: 'lecture_topic_topic_index', properties: ['topic', 'lecture'] })
@Trigger(tellsOfChange)
export class LectureTopic extends Stored {
  @ManyToOne(() => PolicyLecture)
  lecture!: PolicyLecture;

  @ManyToOne(() => Topic)
  topic!: Topic;
}
