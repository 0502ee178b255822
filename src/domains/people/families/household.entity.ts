import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { OneLine, Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';

@ObjectType({ implements: Node, description: 'A family as one unit (家庭): it replies once and is counted once.' })
@Entity()
@Index({ name: 'household_created_index', properties: ['createdAt', 'id'] })
export class Household extends Stored {
  /** Mostly that of a child: who is told it is said by the relations. */
  @OneLine()
  @Property({ type: 'text', collation: 'zh-x-icu' })
  name!: string;
}
