import type { Opt } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { Stored, writtenBefore } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Person } from './person.entity.ts';

@ObjectType({ implements: Node, description: 'A parent or other guardian of pupils (家长/监护人).' })
@Entity()
@Trigger(changesRights('guardian', 'insert or update of person_id or delete'))
@Index({ name: 'guardian_name_index', properties: ['nameKey', 'id'] })
@Index({ name: 'guardian_created_index', properties: ['createdAt', 'id'] })
@Trigger(
  writtenBefore({
    name: 'guardian_follow_person',
    table: 'guardian',
    on: 'insert or update of person_id, name_key',
    when: 'true',
  }),
)
export class Guardian extends Stored {
  @Unique({ name: 'guardian_person_unique' })
  @ManyToOne(() => Person)
  person!: Person;

  /** That of the person: PostgreSQL writes it. */
  @Property({ type: 'text', collation: 'C', default: '' })
  nameKey!: Opt<string>;
}
