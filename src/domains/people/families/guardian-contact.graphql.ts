import { Field, ObjectType } from 'type-graphql';
import { GuardianRelation } from './guardianship.entity.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'Who answers for a pupil, masked: to be reached by, and not to be known by (监护人联系方式).',
})
export class GuardianContact {
  @Field(() => GuardianRelation, { description: 'What the guardian is to the pupil (与学生关系).' })
  relation!: GuardianRelation;

  @Field(() => Boolean, { description: 'Whether a legal guardian (是否法定监护人).' })
  legal!: boolean;

  @Field(() => Boolean, { description: 'Whether the school calls this one first (是否首要联系人).' })
  primaryContact!: boolean;

  @Field(() => String, { description: 'Name, all but the family name masked, e.g. 王** (姓名).' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Mobile number, all but its ends masked, e.g. 138****0001 (手机号).',
  })
  phone!: string | null;
}
