import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../platform/database/index.ts';
import { Account } from '../account.entity.ts';

export const WECHAT_OPENID_UNIQUE = 'wechat_identity_openid_unique';

/** The identity of somebody in a WeChat app. Sensitive: never readable through the schema, never logged or audited. */
@Entity()
@Unique({ name: WECHAT_OPENID_UNIQUE, properties: ['appId', 'openid'] })
@Index({ name: 'wechat_identity_unionid_index', properties: ['unionid'] })
@Index({ name: 'wechat_identity_account_index', properties: ['account'] })
export class WechatIdentity extends Stored {
  @ManyToOne(() => Account)
  account!: Account;

  @Property({ type: 'text' })
  appId!: string;

  /** The person within the app: messages are addressed to it. */
  @Property({ type: 'text' })
  openid!: string;

  /** The person within all apps of one owner; given only where the app is bound to an open platform. */
  @Property({ type: 'text', nullable: true })
  unionid: string | null = null;
}
