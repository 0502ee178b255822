import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { OneLine, Stored } from '../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';
import { District, School } from '../../people/index.ts';
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

/** No service token is good for longer. */
export const SERVICE_TOKEN_DAYS = 366;

@ObjectType({ implements: Node, description: 'Access for a client without a person (服务令牌): its secret was shown once and is not stored.' })
@Entity()
@Index({ name: 'service_token_district_index', properties: ['district', 'issuedAt', 'id'] })
@Check({ name: 'service_token_node', expression: "(role = 'SCHOOL_ADMIN') = (school_id is not null)" })
@Check({ name: 'service_token_times', expression: `issued_at < expires_at and expires_at <= issued_at + make_interval(days => ${SERVICE_TOKEN_DAYS})` })
export class ServiceToken extends Stored {
  @Field(() => String, { description: 'What it is for (用途).' })
  @OneLine()
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

  @Field(() => GraphQLDateTime, { description: 'When it was made (签发时间).' })
  @Property({ type: 'datetime', length: 3 })
  issuedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it ends by itself (失效时间).' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was used last, to the minute; null where it never was (最近使用时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  lastUsedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was revoked; null where it was not (撤销时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt: Date | null = null;

  /** Never public. */
  @Property({ type: 'text' })
  secretHash!: string;
}
