import { Check, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { OneLine, Stored } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';
import { Meeting } from './meeting.entity.ts';

@ObjectType({ implements: Node, description: 'One item of the agenda of a meeting (议程).' })
@Entity()
@Unique({ name: 'agenda_item_ordinal_unique', properties: ['meeting', 'ordinal'] })
@Check({ name: 'agenda_item_ordinal_positive', expression: 'ordinal > 0' })
@Check({ name: 'agenda_item_duration_range', expression: 'duration_minutes >= 1 and duration_minutes <= 600' })
export class AgendaItem extends Stored {
  @ManyToOne(() => Meeting)
  meeting!: Meeting;

  @Field(() => Int, { description: 'Ordinal within the meeting, from 1 (序号).' })
  @Property({ type: 'smallint' })
  ordinal!: number;

  @Field(() => String, { description: 'Title (标题).' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  title!: string;

  @Field(() => Int, { description: 'Planned length in minutes (时长，分钟).' })
  @Property({ type: 'smallint' })
  durationMinutes!: number;

  /** A name: withheld from those who read meetings without names. */
  @Property({ type: 'text', nullable: true })
  speaker: string | null = null;
}
