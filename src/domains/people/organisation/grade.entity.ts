import { Check, Entity, Enum, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { OneLine, Stored, tellsOfChange } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Stage } from './stage.enum.ts';

@ObjectType({ implements: Node, description: 'A grade of compulsory education (年级).' })
@Entity()
@Trigger(changesRights('grade', 'update or delete'))
@Check({ name: 'grade_number_range', expression: 'number >= 1 and number <= 9' })
@Trigger(tellsOfChange)
export class Grade extends Stored {
  @Field(() => Int, { description: 'Number of the grade, 1 to 9 (年级序号).' })
  @Unique({ name: 'grade_number_unique' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => String, { description: 'Name (名称), e.g. 三年级.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Stage, { description: 'Stage that the grade belongs to (学段).' })
  @Enum({ items: () => Stage })
  stage!: Stage;
}
