import { Field, ID, InputType } from 'type-graphql';
import { Stage } from '../organisation/stage.enum.ts';

@InputType({
  description:
    'One target of an audience (适用范围): a class alone, or a school narrowed by a grade or a stage. Nothing named is the whole node.',
})
export class AudienceTargetInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the school (学校标识); for what is of one school, that school where left out.',
  })
  readonly schoolId?: string | null;

  @Field(() => Stage, { nullable: true, description: 'Only this stage (学段).' })
  readonly stage?: Stage | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the grade (年级标识).' })
  readonly gradeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the class (班级标识): names its school and grade by itself.',
  })
  readonly classId?: string | null;
}
