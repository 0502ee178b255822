import { Entity, Index, ManyToOne, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../platform/database/index.ts';
import { SchoolClass } from '../people/index.ts';
import { PolicyEdition } from '../policy/index.ts';
import { topicLink } from '../topics/index.ts';
import { Meeting } from './meeting.entity.ts';

/** A class whose families a meeting is for: so that "meetings of this class" is one look-up, whatever the scope. */
@Entity()
@Unique({ name: 'meeting_class_unique', properties: ['meeting', 'schoolClass'] })
@Index({ name: 'meeting_class_class_index', properties: ['schoolClass', 'meeting'] })
export class MeetingClass extends Stored {
  @ManyToOne(() => Meeting)
  meeting!: Meeting;

  @ManyToOne(() => SchoolClass)
  schoolClass!: SchoolClass;
}

/** A topic of a meeting. */
@Entity()
export class MeetingTopic extends topicLink({ table: 'meeting_topic', near: 'meeting', to: () => Meeting }) {}

/** An edition of a policy that a meeting refers to. */
@Entity()
@Unique({ name: 'meeting_citation_unique', properties: ['meeting', 'edition'] })
@Index({ name: 'meeting_citation_edition_index', properties: ['edition', 'meeting'] })
export class MeetingCitation extends Stored {
  @ManyToOne(() => Meeting)
  meeting!: Meeting;

  @ManyToOne(() => PolicyEdition)
  edition!: PolicyEdition;
}
