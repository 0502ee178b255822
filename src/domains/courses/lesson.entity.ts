import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLURL } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { partStays, Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';
import { Chapter } from './chapter.entity.ts';
import { CourseEdition } from './course-edition.entity.ts';
import { Lecturer } from './lecturer.entity.ts';

@ObjectType({ implements: Node, description: 'A lesson of a course edition (课时).' })
@Entity()
@Unique({ name: 'lesson_ordinal_unique', properties: ['edition', 'ordinal'] })
@Index({ name: 'lesson_chapter_index', properties: ['chapter', 'ordinal'] })
@Index({ name: 'lesson_lecturer_index', properties: ['lecturer', 'edition'] })
@Check({ name: 'lesson_ordinal_positive', expression: 'ordinal > 0' })
@Check({ name: 'lesson_duration_positive', expression: 'duration_seconds > 0' })
@Check({ name: 'lesson_media_url_shape', expression: "media_url ~ '^https://'" })
@Trigger({
  name: 'lesson_stays',
  timing: 'after',
  events: ['insert', 'update', 'delete'],
  body: partStays('lesson_stays', { table: 'course_edition', key: 'edition_id' }),
})
@Trigger(tellsOfChange)
export class Lesson extends Stored {
  /** That of the chapter; held here so that lessons are numbered, and counted, over the whole edition. */
  @ManyToOne(() => CourseEdition)
  edition!: CourseEdition;

  @ManyToOne(() => Chapter)
  chapter!: Chapter;

  @Field(() => Int, { description: 'Place within the edition, from 1 (序号).' })
  @Property({ type: 'smallint' })
  ordinal!: number;

  @Field(() => String, { description: 'Title (标题).' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => Int, { description: 'Length in seconds (时长，秒).' })
  @Property({ type: 'int' })
  durationSeconds!: number;

  @Field(() => GraphQLURL, { nullable: true, description: 'Where the lesson is played from (播放地址).' })
  @Property({ type: 'text', nullable: true })
  mediaUrl: string | null = null;

  @ManyToOne(() => Lecturer)
  lecturer!: Lecturer;
}
