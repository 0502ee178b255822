import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { OneLine, Stored } from '../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';
import { Account } from '../account.entity.ts';

export enum SignInMethod {
  WECHAT = 'WECHAT',
  PASSWORD = 'PASSWORD',
  ADMINISTRATION = 'ADMINISTRATION',
}

registerEnum(SignInMethod, 'SignInMethod', 'How a session was begun (登录方式).', {
  WECHAT: 'By WeChat, in the mini-program (微信登录).',
  PASSWORD:
    'By the own number, a password and a one-time code, as staff (密码登录): good while the person has a role of today.',
  ADMINISTRATION: 'By whoever runs the hub, for its first administrator (运维签发).',
});

export enum SessionEnding {
  SIGNED_OUT = 'SIGNED_OUT',
  REVOKED = 'REVOKED',
  REFRESH_REUSED = 'REFRESH_REUSED',
  SIGN_IN_CHANGED = 'SIGN_IN_CHANGED',
}

registerEnum(SessionEnding, 'SessionEnding', 'Why a session ended before its time (会话结束原因).', {
  SIGNED_OUT: 'Its own client signed out (主动退出).',
  REVOKED: 'Ended from another session of the same account (被移除).',
  REFRESH_REUSED: 'A refresh token was used a second time, so that a copy of it must be about (刷新令牌重复使用).',
  SIGN_IN_CHANGED:
    'The password or the authenticator by which it was begun was changed, set anew or taken back (登录方式已变更).',
});

/** However often it is refreshed, a session is over this long after it began. */
export const SESSION_DAYS = 180;

/**
 * A sign-in on one client, with the refresh token that keeps it: one row a session, however often it is refreshed, and
 * no index over what a refresh changes.
 */
@ObjectType({ implements: Node, description: 'A sign-in of an account on one client (登录会话).' })
@Entity()
@Trigger(changesRights('session', 'update of ended_at or delete'))
@Index({ name: 'session_account_index', properties: ['account'] })
@Index({ name: 'session_started_index', properties: ['startedAt'] })
@Check({ name: 'session_ended', expression: '(ended_at is null) = (ending is null)' })
@Check({
  name: 'session_times',
  expression: `started_at <= last_used_at and started_at < expires_at and expires_at <= started_at + make_interval(days => ${SESSION_DAYS})`,
})
export class Session extends Stored {
  @ManyToOne(() => Account)
  account!: Account;

  @Field(() => SignInMethod, { description: 'How it was begun (登录方式).' })
  @Enum({ items: () => SignInMethod })
  method!: SignInMethod;

  @Field(() => String, {
    nullable: true,
    description: 'What the client said of itself when it signed in (客户端说明), e.g. 手机.',
  })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  client: string | null = null;

  @Field(() => GraphQLDateTime, { description: 'When it was begun (登录时间).' })
  @Property({ type: 'datetime', length: 3 })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was begun or refreshed last (最近使用时间).' })
  @Property({ type: 'datetime', length: 3 })
  lastUsedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it ends unless it is refreshed before (失效时间).' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was ended before its time (结束时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt: Date | null = null;

  @Field(() => SessionEnding, { nullable: true, description: 'Why it was ended before its time (结束原因).' })
  @Enum({ items: () => SessionEnding, nullable: true })
  ending: SessionEnding | null = null;

  /** The hash of the refresh token that is good now; null where the session cannot be refreshed. Never public. */
  @Property({ type: 'text', nullable: true })
  refreshHash: string | null = null;
}
