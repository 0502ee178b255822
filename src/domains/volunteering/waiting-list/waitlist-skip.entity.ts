import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { SignupBlocker } from '../signups/signup-blocker.enum.ts';
import { WaitlistEntry } from './waitlist-entry.entity.ts';

@ObjectType({ implements: Node, description: 'A free place went to the next one on the list, and why (跳过候补).' })
@Entity()
@Index({ name: 'waitlist_skip_entry_index', properties: ['entry', 'skippedAt', 'id'] })
export class WaitlistSkip extends Stored {
  @ManyToOne(() => WaitlistEntry)
  entry!: WaitlistEntry;

  @Field(() => GraphQLDateTime, { description: 'When (时间).' })
  @Property({ type: 'datetime', length: 3 })
  skippedAt!: Date;

  @Field(() => SignupBlocker, { description: 'Why they could not have the place at that moment (原因).' })
  @Enum({ items: () => SignupBlocker })
  reason!: SignupBlocker;
}
