import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { editionStays, Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Node, registerEnum } from '../../platform/graphql/index.ts';
import { Course } from './course.entity.ts';

export enum CourseEditionStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  SUPERSEDED = 'SUPERSEDED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnum(CourseEditionStatus, 'CourseEditionStatus', 'Where a course edition stands (版本状态).', {
  DRAFT: 'Being written (草稿); seen by its author and administrators.',
  PUBLISHED: 'The edition that is taken now (已发布).',
  SUPERSEDED: 'A later edition has taken its place (已被新版取代); still readable.',
  WITHDRAWN: 'Taken back (已撤回); seen by its author and administrators.',
});

@ObjectType({ implements: Node, description: 'An edition of a course (课程版本): once published, it never changes.' })
@Entity()
@Unique({ name: 'course_edition_number_unique', properties: ['course', 'number'] })
@Unique({
  name: 'course_edition_one_published',
  properties: ['course'],
  where: { status: CourseEditionStatus.PUBLISHED },
})
@Index({ name: 'course_edition_status_index', properties: ['status', 'createdAt'] })
@Index({ name: 'course_edition_created_at_index', properties: ['createdAt', 'id'] })
@Check({ name: 'course_edition_number_positive', expression: 'number > 0' })
@Check({ name: 'course_edition_credit_not_negative', expression: 'credit_minutes >= 0' })
@Check({ name: 'course_edition_published_at_known', expression: "status = 'DRAFT' or published_at is not null" })
@Trigger({
  name: 'course_edition_stays',
  timing: 'after',
  events: ['update', 'delete'],
  body: editionStays('course_edition_stays', ['status']),
})
@Trigger(tellsOfChange)
export class CourseEdition extends Stored {
  @ManyToOne(() => Course)
  course!: Course;

  @Field(() => Int, { description: 'Number of the edition within the course, from 1 (版本号).' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => CourseEditionStatus, { description: 'Where the edition stands (状态).' })
  @Enum({ items: () => CourseEditionStatus })
  status!: CourseEditionStatus;

  @Field(() => String, { description: 'Title as published (标题).' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'Summary (简介).' })
  @Property({ type: 'text' })
  summary!: string;

  @Field(() => Int, { description: 'Learning credit for completing it, in minutes (学时，按分钟计).' })
  @Property({ type: 'smallint' })
  creditMinutes!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Time of publication (发布时间); of a draft, the planned one.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  publishedAt: Date | null = null;
}
