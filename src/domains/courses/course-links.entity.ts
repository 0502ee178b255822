import { Entity, Index, ManyToOne, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { partStays, Stored, tellsOfChange } from '../../platform/database/index.ts';
import { PolicyEdition } from '../policy/index.ts';
import { topicLink } from '../topics/index.ts';
import { CourseEdition } from './course-edition.entity.ts';
import { Course } from './course.entity.ts';

/** A topic that a course is about. */
@Entity()
export class CourseTopic extends topicLink({
  table: 'course_topic',
  near: 'course',
  to: () => Course,
  isPublic: true,
}) {}

/** An edition of a course rests on an edition of a policy. */
@Entity()
@Unique({ name: 'course_citation_unique', properties: ['courseEdition', 'policyEdition'] })
@Index({ name: 'course_citation_policy_index', properties: ['policyEdition', 'courseEdition'] })
@Trigger({
  name: 'course_citation_stays',
  timing: 'after',
  events: ['insert', 'update', 'delete'],
  body: partStays('course_citation_stays', { table: 'course_edition', key: 'course_edition_id' }),
})
@Trigger(tellsOfChange)
export class CourseCitation extends Stored {
  @ManyToOne(() => CourseEdition)
  courseEdition!: CourseEdition;

  @ManyToOne(() => PolicyEdition)
  policyEdition!: PolicyEdition;
}
