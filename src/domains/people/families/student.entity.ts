import { Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { School } from '../organisation/school.entity.ts';

@ObjectType({ implements: Node, description: 'A pupil (学生). Visible to the own household, the own teachers and the own school only.' })
@Entity()
@Trigger(changesRights('student', 'update of school_id or delete'))
@Index({ name: 'student_name_index', properties: ['name', 'id'] })
export class Student extends Stored {
  @Field(() => String, { description: 'Name (姓名); lists sort it by pinyin.' })
  @Property({ type: 'text', collation: 'zh-x-icu' })
  name!: string;

  @Field(() => String, { description: 'Number in the register of pupils (学籍号).' })
  @Unique({ name: 'student_number_unique' })
  @Property({ type: 'text' })
  studentNumber!: string;

  @Index({ name: 'student_school_index' })
  @ManyToOne(() => School)
  school!: School;
}
