import { Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { OneLine, Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Account } from '../account.entity.ts';

export const STAFF_IDENTITY_UNIQUE = 'staff_identity_subject_unique';

@ObjectType({ implements: Node, description: 'Who a staff member is to the identity provider of the district (统一身份认证绑定).' })
@Entity()
@Trigger(changesRights('staff_identity', 'update or delete'))
@Unique({ name: STAFF_IDENTITY_UNIQUE, properties: ['issuer', 'subject'] })
@Index({ name: 'staff_identity_account_index', properties: ['account'] })
export class StaffIdentity extends Stored {
  @ManyToOne(() => Account)
  account!: Account;

  @Field(() => String, { description: 'The provider that vouches for it (签发方).' })
  @Property({ type: 'text' })
  issuer!: string;

  @Field(() => String, { description: 'What the provider calls the person for good (主体标识).' })
  @OneLine()
  @Property({ type: 'text' })
  subject!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was linked (绑定时间).' })
  @Property({ type: 'datetime', length: 3 })
  linkedAt!: Date;
}
