import { Check, Entity, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { partStays, Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';
import { CourseEdition } from './course-edition.entity.ts';

@ObjectType({ implements: Node, description: 'A chapter of a course edition (章).' })
@Entity()
@Unique({ name: 'chapter_ordinal_unique', properties: ['edition', 'ordinal'] })
@Check({ name: 'chapter_ordinal_positive', expression: 'ordinal > 0' })
@Trigger({
  name: 'chapter_stays',
  timing: 'after',
  events: ['insert', 'update', 'delete'],
  body: partStays('chapter_stays', { table: 'course_edition', key: 'edition_id' }),
})
@Trigger(tellsOfChange)
export class Chapter extends Stored {
  @ManyToOne(() => CourseEdition)
  edition!: CourseEdition;

  @Field(() => Int, { description: 'Place within the edition, from 1 (序号).' })
  @Property({ type: 'smallint' })
  ordinal!: number;

  @Field(() => String, { description: 'Title (标题).' })
  @Property({ type: 'text' })
  title!: string;
}
