import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { keptBy, OneLine, Stored } from '../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';
import { Staff } from '../../people/index.ts';
import { Account } from '../account.entity.ts';

export const STAFF_IDENTITY_UNIQUE = 'staff_identity_subject_unique';

export enum StaffIdentityStatus {
  INVITED = 'INVITED',
  PENDING = 'PENDING',
  ACTIVE = 'ACTIVE',
}

registerEnum(StaffIdentityStatus, 'StaffIdentityStatus', 'Whether somebody signs in by it (登录方式状态).', {
  INVITED: 'A link to set up a password was handed out, and nobody has done so yet (待设置).',
  PENDING: 'Waiting for a second administrator: with it nobody signs in (待复核).',
  ACTIVE: 'Good (有效).',
});

@ObjectType({
  implements: Node,
  description:
    'By what a staff member signs in: who they are to the identity provider of the district, or a password that is kept here (登录方式).',
})
@Entity()
@Trigger(changesRights('staff_identity', 'update or delete'))
@Unique({ name: STAFF_IDENTITY_UNIQUE, properties: ['issuer', 'subject'] })
@Index({ name: 'staff_identity_account_index', properties: ['account'] })
@Index({ name: 'staff_identity_waiting_index', properties: ['linkedBy'], where: "status = 'PENDING'" })
@Check({
  name: 'staff_identity_second',
  expression: `(approved_by_id is null) = (approved_at is null) and case status when 'PENDING' then linked_by_id is not null and approved_by_id is null and not linked_alone
    when 'INVITED' then approved_by_id is null and (linked_alone or linked_by_id is not null)
    else case when linked_alone then approved_by_id is null else linked_by_id is not null and approved_by_id is not null and approved_by_id <> linked_by_id end end`,
})
@Trigger(
  keptBy({
    name: 'news_follow_staff_identity',
    table: 'staff_identity',
    on: 'update of status',
    when: '(new.status) is distinct from (old.status)',
  }),
)
export class StaffIdentity extends Stored {
  @ManyToOne(() => Account)
  account!: Account;

  @Field(() => String, {
    description: 'The provider that vouches for it, `local` where that is this hub, by a password (签发方).',
  })
  @Property({ type: 'text' })
  issuer!: string;

  @Field(() => String, {
    description: 'What the provider calls the person for good; of a password the id of the member of staff (主体标识).',
  })
  @OneLine()
  @Property({ type: 'text' })
  subject!: string;

  @Field(() => GraphQLDateTime, {
    description: 'When it was linked, or a link to set it up was handed out last (绑定时间).',
  })
  @Property({ type: 'datetime', length: 3 })
  linkedAt!: Date;

  @Field(() => StaffIdentityStatus, { description: 'Whether it is good, or waits for a second administrator (状态).' })
  @Enum({ items: () => StaffIdentityStatus, default: StaffIdentityStatus.PENDING })
  status: StaffIdentityStatus = StaffIdentityStatus.PENDING;

  /** Null where it was linked before that was noted. */
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  linkedBy: Staff | null = null;

  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  approvedBy: Staff | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When a second administrator approved it (复核时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  approvedAt: Date | null = null;

  @Field(() => Boolean, {
    description:
      "Whether it is good without a second administrator: one's own, or linked before it took two (是否未经复核).",
  })
  @Property({ type: 'boolean', default: false })
  linkedAlone: boolean = false;
}
