import { Entity, ManyToOne, Unique } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Person } from './person.entity.ts';

@ObjectType({ implements: Node, description: 'A parent or other guardian of pupils (家长/监护人).' })
@Entity()
export class Guardian extends Stored {
  @Unique({ name: 'guardian_person_unique' })
  @ManyToOne(() => Person)
  person!: Person;
}
