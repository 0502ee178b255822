import { Entity, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { OneLine, Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Person } from '../families/person.entity.ts';

@ObjectType({ implements: Node, description: 'A member of the staff of a school or of the district (教职工).' })
@Entity()
@Trigger(changesRights('staff'))
export class Staff extends Stored {
  @Unique({ name: 'staff_person_unique' })
  @ManyToOne(() => Person)
  person!: Person;

  @Field(() => String, { description: 'Number of the staff member (工号).' })
  @Unique({ name: 'staff_number_unique' })
  @OneLine()
  @Property({ type: 'text' })
  staffNumber!: string;
}
