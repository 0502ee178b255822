import { Check, Entity, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { keptBy, OneLine, Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { School } from './school.entity.ts';

/** Seats may have been promised wherever something takes place there: they do not become fewer. */
@ObjectType({ implements: Node, description: 'A room or place of a school that can be occupied (场地).' })
@Entity()
@Trigger(keptBy({ name: 'room_capacity_stays', table: 'room', on: 'update of capacity' }))
@Unique({ name: 'room_name_unique', properties: ['school', 'name'] })
@Check({ name: 'room_capacity_positive', expression: 'capacity > 0' })
export class Room extends Stored {
  @ManyToOne(() => School)
  school!: School;

  @Field(() => String, { description: 'Name (名称), e.g. 报告厅.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'Seats (座位数).' })
  @Property({ type: 'int' })
  capacity!: number;
}
