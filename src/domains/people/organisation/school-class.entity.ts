import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { OneLine, Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Grade } from './grade.entity.ts';
import { SchoolYear } from './school-year.entity.ts';
import { School } from './school.entity.ts';

@ObjectType({ implements: Node, description: 'A class of a school in one school year (班级).' })
@Entity()
@Trigger(changesRights('school_class'))
@Unique({ name: 'school_class_number_unique', properties: ['school', 'schoolYear', 'grade', 'number'] })
@Index({ name: 'school_class_number_index', properties: ['number', 'id'] })
@Check({ name: 'school_class_number_range', expression: 'number >= 1 and number <= 60' })
export class SchoolClass extends Stored {
  @ManyToOne(() => School)
  school!: School;

  @Index({ name: 'school_class_school_year_index' })
  @ManyToOne(() => SchoolYear)
  schoolYear!: SchoolYear;

  @Index({ name: 'school_class_grade_index' })
  @ManyToOne(() => Grade)
  grade!: Grade;

  @Field(() => Int, { description: 'Number within the grade (班号), e.g. 2 for 三年级2班.' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => String, { description: 'Name (名称), e.g. 三年级2班.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;

  @Index({ name: 'school_class_promoted_from_index' })
  @ManyToOne(() => SchoolClass, { nullable: true, deleteRule: 'restrict' })
  promotedFrom: SchoolClass | null = null;
}
