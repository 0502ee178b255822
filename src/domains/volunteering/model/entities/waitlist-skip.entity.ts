import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { SIGNUP_RULES } from './signup-blocker.enum.ts';
import { WaitlistEntry } from './waitlist-entry.entity.ts';

/** The reasons against a sign-up that are about a person, not about times or places. */
export enum SkipReason {
  ALREADY_SIGNED_UP = 'ALREADY_SIGNED_UP',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
  SUSPENDED = 'SUSPENDED',
  NOT_QUALIFIED = 'NOT_QUALIFIED',
  OVERLAP = 'OVERLAP',
}

registerEnum(SkipReason, 'SkipReason', 'Why a place went past somebody who waits (跳过原因).', SIGNUP_RULES);

@ObjectType({ implements: Node, description: 'A free place went to the next one on the list, and why (跳过候补).' })
@Entity()
@Index({ name: 'waitlist_skip_entry_index', properties: ['entry', 'skippedAt', 'id'] })
export class WaitlistSkip extends Stored {
  @ManyToOne(() => WaitlistEntry)
  entry!: WaitlistEntry;

  @Field(() => GraphQLDateTime, { description: 'When (时间).' })
  @Property({ type: 'datetime', length: 3 })
  skippedAt!: Date;

  @Field(() => SkipReason, { description: 'Why they could not have the place at that moment (原因).' })
  @Enum({ items: () => SkipReason })
  reason!: SkipReason;
}
