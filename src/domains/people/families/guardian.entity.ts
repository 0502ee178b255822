import { Entity, ManyToOne, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Person } from './person.entity.ts';

@ObjectType({ implements: Node, description: 'A parent or other guardian of pupils (家长/监护人).' })
@Entity()
@Trigger(changesRights('guardian'))
export class Guardian extends Stored {
  @Unique({ name: 'guardian_person_unique' })
  @ManyToOne(() => Person)
  person!: Person;
}
