import { Check, Entity, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { decidedByAnother, OneLine, Stored } from '../../../../platform/database/index.ts';
import { Node } from '../../../../platform/graphql/index.ts';
import { District, Person, Staff } from '../../../people/index.ts';

@ObjectType({
  implements: Node,
  description: 'A qualification that a volunteer has on record (志愿者资质), e.g. 红十字救护员证.',
})
@Entity()
@Index({ name: 'volunteer_qualification_person_index', properties: ['person', 'name'] })
@Index({ name: 'volunteer_qualification_district_index', properties: ['district', 'grantedAt', 'id'] })
@Check({ name: 'volunteer_qualification_dates', expression: 'valid_to is null or valid_from <= valid_to' })
@Check({
  name: 'volunteer_qualification_revoked',
  expression: '(revoked_at is null) = (revoke_reason is null) and (revoked_at is null) = (revoked_by_id is null)',
})
@Check({
  name: 'volunteer_qualification_no_overlap',
  expression:
    "exclude using gist (person_id with =, district_id with =, name with =, daterange(valid_from, valid_to, '[]') with &&) where (revoked_at is null)",
})
@Trigger(decidedByAnother('volunteer_qualification', 'granted_by_id'))
export class VolunteerQualification extends Stored {
  @ManyToOne(() => Person)
  person!: Person;

  @ManyToOne(() => District)
  district!: District;

  @Field(() => String, { description: 'Name (资质名称), as roles ask for it.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;

  @Field(() => GraphQLDate, { description: 'First day on which it holds (生效日期).' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day on which it holds (失效日期); null where it has no end.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => GraphQLDateTime, { description: 'When it was put on record (登记时间).' })
  @Property({ type: 'datetime', length: 3 })
  grantedAt!: Date;

  @ManyToOne(() => Staff)
  grantedBy!: Staff;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was revoked (撤销时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked (撤销原因).' })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  revokeReason: string | null = null;

  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  revokedBy: Staff | null = null;
}
