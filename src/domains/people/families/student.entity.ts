import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { keptBy, OneLine } from '../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';
import { School } from '../organisation/school.entity.ts';
import { Called, followsName, searchedByName } from './called.entity.ts';

export enum StudentLeaving {
  GRADUATED = 'GRADUATED',
  TRANSFERRED_OUT = 'TRANSFERRED_OUT',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnum(StudentLeaving, 'StudentLeaving', 'Why a pupil has left the school (离校原因).', {
  GRADUATED: 'Finished the last grade of the school (毕业).',
  TRANSFERRED_OUT: 'Went to a school outside of the hub (转出).',
  WITHDRAWN: 'Left for another reason, e.g. suspended schooling (休学或其他).',
});

/** PostgreSQL refuses a last day at the school before the pupil came there. */
export const STUDENT_LEFT_AFTER_COMING = 'student_left_after_coming';

@ObjectType({
  implements: Node,
  description: 'A pupil (学生). Visible to the own household, the own teachers and the own school only.',
})
@Entity()
@Check({ name: 'student_number_shape', expression: `student_number ~ '^[0-9A-Z]{1,30}$'` })
@Trigger(changesRights('student', 'update of school_id, left_on or delete'))
@Index({ name: 'student_name_index', properties: ['nameKey', 'id'] })
@Index(searchedByName('student'))
@Trigger(followsName('student'))
@Trigger(
  keptBy({
    name: STUDENT_LEFT_AFTER_COMING,
    table: 'student',
    on: 'insert or update of left_on',
    when: 'new.left_on is not null',
  }),
)
@Check({ name: 'student_leaving_whole', expression: '(left_on is null) = (leaving is null)' })
export class Student extends Called {
  @Field(() => String, { description: 'Name (姓名); lists sort it by pinyin.' })
  @OneLine('NAME')
  @Property({ type: 'text', collation: 'zh-x-icu' })
  name!: string;

  @Field(() => String, { description: 'Number in the register of pupils (学籍号).' })
  @Unique({ name: 'student_number_unique' })
  @Property({ type: 'text' })
  studentNumber!: string;

  /** The school that the pupil goes to, or went to last. */
  @Index({ name: 'student_school_index' })
  @ManyToOne(() => School)
  school!: School;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day at the school (离校日期); null while the pupil goes there.',
  })
  @Property({ type: 'date', nullable: true })
  leftOn: string | null = null;

  @Field(() => StudentLeaving, {
    nullable: true,
    description: 'Why the pupil has left (离校原因); null while the pupil goes there.',
  })
  @Enum({ items: () => StudentLeaving, nullable: true })
  leaving: StudentLeaving | null = null;
}
