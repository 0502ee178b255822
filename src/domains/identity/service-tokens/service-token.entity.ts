import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { OneLine, refusal, Stored } from '../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';
import { District, School, Staff, StaffAssignment } from '../../people/index.ts';
import { Account } from '../account.entity.ts';

/** The parts of StaffRole that a client without a person can play. */
export enum ServiceRole {
  DISTRICT_ADMIN = 'DISTRICT_ADMIN',
  SCHOOL_ADMIN = 'SCHOOL_ADMIN',
  ANALYST = 'ANALYST',
}

registerEnum(ServiceRole, 'ServiceRole', 'What a client without a person may see (服务角色).', {
  DISTRICT_ADMIN: 'What a district administrator sees (区级管理员).',
  SCHOOL_ADMIN: 'What the administrator of a school sees (学校管理员).',
  ANALYST: 'Figures of a district, small groups withheld, never names (分析员).',
});

/** Where a token stands at a moment. */
export enum ServiceTokenStanding {
  WAITING = 'WAITING',
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}

registerEnum(ServiceTokenStanding, 'ServiceTokenStanding', 'Where a service token stands (服务令牌状态).', {
  WAITING: 'Good for nothing until an administrator of the school takes it over (待学校接管).',
  ACTIVE: 'Good (有效).',
  ENDED:
    'Good for nothing: the role that it rests on has ended, or the account of its holder is shut; another administrator may take it over (已随任职结束失效).',
  REVOKED: 'Shut by an administrator (已撤销).',
  EXPIRED: 'Over by itself (已过期).',
});

/** PostgreSQL refuses a token that rests on a role that does not reach as far as it does. */
export const SERVICE_TOKEN_RESTS = 'service_token_rests';

/** No service token is good for longer. */
export const SERVICE_TOKEN_DAYS = 366;

@ObjectType({
  implements: Node,
  description: 'Access for a client without a person (服务令牌): its secret was shown once and is not stored.',
})
@Entity()
@Index({ name: 'service_token_district_index', properties: ['district', 'issuedAt', 'id'] })
@Index({ name: 'service_token_school_index', properties: ['school', 'issuedAt', 'id'] })
@Check({
  name: 'service_token_revoked',
  expression: 'revoked_at is not null or (revoked_by_id is null and revoke_reason is null)',
})
@Trigger({
  name: SERVICE_TOKEN_RESTS,
  timing: 'after',
  events: ['insert', 'update'],
  body: `
    if new.rests_on_id is not null and not exists (select 1 from staff_assignment a where a.id = new.rests_on_id and a.district_id = new.district_id
      and case new.role when 'SCHOOL_ADMIN' then a.role = 'SCHOOL_ADMIN' and a.school_id = new.school_id
        when 'DISTRICT_ADMIN' then a.role = 'DISTRICT_ADMIN' else a.role in ('DISTRICT_ADMIN', 'ANALYST') end) then
      ${refusal('service_token_rests', 'the role that it rests on does not reach as far')};
    end if;
    return null`,
})
@Check({ name: 'service_token_node', expression: "(role = 'SCHOOL_ADMIN') = (school_id is not null)" })
@Check({
  name: 'service_token_times',
  expression: `issued_at < expires_at and expires_at <= issued_at + make_interval(days => ${SERVICE_TOKEN_DAYS})`,
})
export class ServiceToken extends Stored {
  @Field(() => String, { description: 'What it is for (用途).' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;

  @Field(() => ServiceRole, { description: 'What its bearer may see (角色).' })
  @Enum({ items: () => ServiceRole })
  role!: ServiceRole;

  @ManyToOne(() => District)
  district!: District;

  /** Only where the role is one of a school. */
  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @Field(() => [String], { description: 'Names of what its bearer may do besides (权限).' })
  @Property({ type: 'text[]' })
  permissions!: string[];

  @ManyToOne(() => Account)
  createdBy!: Account;

  /** The role of a person whose right this is: the token is good as long as that holds. Null until somebody who holds as much takes it over. */
  @ManyToOne(() => StaffAssignment, { nullable: true, deleteRule: 'restrict' })
  restsOn: StaffAssignment | null = null;

  @Field(() => GraphQLDateTime, { description: 'When it was made (签发时间).' })
  @Property({ type: 'datetime', length: 3 })
  issuedAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When somebody took it over last; null where nobody has (接管时间).',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  takenOverAt: Date | null = null;

  @Field(() => GraphQLDateTime, { description: 'When it ends by itself (失效时间).' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was used last, to the minute; null where it never was (最近使用时间).',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  lastUsedAt: Date | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was revoked; null where it was not (撤销时间).',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt: Date | null = null;

  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  revokedBy: Staff | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked, where that was said (撤销原因).' })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  revokeReason: string | null = null;

  /** Never public. */
  @Property({ type: 'text' })
  secretHash!: string;
}
