import { Check, Entity, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Stored, tellsOfChange } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { SchoolYear } from './school-year.entity.ts';

@ObjectType({ implements: Node, description: 'A term of a school year (学期).' })
@Entity()
@Unique({ name: 'term_number_unique', properties: ['schoolYear', 'number'] })
@Check({ name: 'term_number_range', expression: 'number >= 1 and number <= 4' })
@Check({ name: 'term_dates', expression: 'starts_on < ends_on' })
@Check({
  name: 'term_no_overlap',
  expression: "exclude using gist (school_year_id with =, daterange(starts_on, ends_on, '[]') with &&)",
})
@Trigger(tellsOfChange)
export class Term extends Stored {
  @ManyToOne(() => SchoolYear)
  schoolYear!: SchoolYear;

  @Field(() => Int, { description: 'Ordinal within the school year, from 1 (第几学期).' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => GraphQLDate, { description: 'First day (开始日期).' })
  @Property({ type: 'date' })
  startsOn!: string;

  @Field(() => GraphQLDate, { description: 'Last day (结束日期), inclusive.' })
  @Property({ type: 'date' })
  endsOn!: string;
}
