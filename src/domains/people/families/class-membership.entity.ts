import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { Stored } from '../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { Student } from './student.entity.ts';

export enum MembershipStatus {
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
}

registerEnum(MembershipStatus, 'MembershipStatus', 'Whether a pupil is in the class now (在班状态).', {
  ACTIVE: 'In the class (在班).',
  ENDED: 'Left the class within the year, or the school since (已离班).',
});

@ObjectType({ implements: Node, description: 'A pupil in a class in one school year (班级成员).' })
@Entity()
@Trigger(changesRights('class_membership'))
@Unique({
  name: 'class_membership_one_active',
  properties: ['student', 'schoolYear'],
  where: { status: MembershipStatus.ACTIVE },
})
@Index({ name: 'class_membership_class_index', properties: ['schoolClass', 'student'] })
@Index({ name: 'class_membership_student_index', properties: ['student', 'schoolClass'] })
@Check({ name: 'class_membership_left', expression: "left_on is null or (status = 'ENDED' and left_on >= joined_on)" })
export class ClassMembership extends Stored {
  @ManyToOne(() => Student)
  student!: Student;

  @ManyToOne(() => SchoolClass)
  schoolClass!: SchoolClass;

  /** That of the class; held here so that a unique index can say "one active class a year". */
  @ManyToOne(() => SchoolYear)
  schoolYear!: SchoolYear;

  @Field(() => MembershipStatus, { description: 'Whether the pupil is in the class now (在班状态).' })
  @Enum({ items: () => MembershipStatus })
  status!: MembershipStatus;

  @Field(() => GraphQLDate, { description: 'First day in the class (入班日期).' })
  @Property({ type: 'date' })
  joinedOn!: string;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day in the class (离班日期); null while in it, and where it was not kept.',
  })
  @Property({ type: 'date', nullable: true })
  leftOn: string | null = null;
}
