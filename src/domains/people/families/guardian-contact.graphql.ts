import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { GuardianRelation } from './guardianship.entity.ts';

export const PHONE_VERIFIED_AT =
  'When WeChat told the number, which it has made sure of (手机号验证时间); null where there is none, or somebody typed it.';

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

  @Field(() => GraphQLDateTime, { nullable: true, description: PHONE_VERIFIED_AT })
  phoneVerifiedAt!: Date | null;
}
