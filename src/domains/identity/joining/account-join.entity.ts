import { Check, Entity, Index, ManyToOne, Property, Unique, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { keptBy, Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Account } from '../account.entity.ts';

/**
 * One person with two sign-ins who wants to be one here: a code that the one of the staff was shown, the one of WeChat who has
 * entered it, and the yes of the first. Each of the two has proven by their own sign-in who they are.
 */
@ObjectType({
  implements: Node,
  description: 'A sign-in of the staff and one of WeChat that are to be one person (账号合并).',
})
@Entity()
@Unique({ name: 'account_join_hash_unique', properties: ['hash'] })
@Index({ name: 'account_join_account_index', properties: ['account', 'createdAt', 'id'] })
@Check({
  name: 'account_join_asked',
  expression: '(asked_by_id is null) = (asked_at is null) and (joined_at is null or asked_at is not null)',
})
@Check({ name: 'account_join_two', expression: 'asked_by_id is null or asked_by_id <> account_id' })
@Trigger(
  keptBy({
    name: 'news_follow_account_join',
    table: 'account_join',
    on: 'update of asked_at, joined_at',
    when: '(new.asked_at, new.joined_at) is distinct from (old.asked_at, old.joined_at)',
  }),
)
export class AccountJoin extends Stored {
  /** The account of the member of staff who was shown the code. */
  @ManyToOne(() => Account)
  account!: Account;

  /** SHA-256 of the code, in base64url. */
  @Property({ type: 'text' })
  hash!: string;

  @Field(() => GraphQLDateTime, { description: 'Until when the code and the request are good (有效期至), exclusive.' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @ManyToOne(() => Account, { nullable: true, deleteRule: 'restrict' })
  askedBy: Account | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When somebody entered the code in the mini-program (提交时间).',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  askedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the two became one (合并时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  joinedAt: Date | null = null;
}
