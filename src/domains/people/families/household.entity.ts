import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';

/** It has no name of its own: what it is called follows from its children, and from who asks. */
@ObjectType({ implements: Node, description: 'A family as one unit (家庭): it replies once and is counted once.' })
@Entity()
@Index({ name: 'household_created_index', properties: ['createdAt', 'id'] })
export class Household extends Stored {}
