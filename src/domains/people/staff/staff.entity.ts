import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { Stored, writtenBefore } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Person } from '../families/person.entity.ts';

@ObjectType({ implements: Node, description: 'A member of the staff of a school or of the district (教职工).' })
@Entity()
@Check({
  name: 'staff_number_shape',
  expression: `staff_number ~ '^[\\u0021-\\u0060\\u007b-\\u007e\\u3400-\\u4dbf\\u4e00-\\u9fff]{1,40}$' and staff_number ~ '[0-9A-Z\\u3400-\\u4dbf\\u4e00-\\u9fff]'`,
})
@Trigger(changesRights('staff', 'insert or update of person_id or delete'))
@Index({ name: 'staff_name_index', properties: ['nameKey', 'id'] })
@Index({ name: 'staff_number_index', properties: ['staffNumber', 'id'] })
@Trigger(
  writtenBefore({
    name: 'staff_follow_person',
    table: 'staff',
    on: 'insert or update of person_id, staff_number, name_key',
    when: 'true',
  }),
)
export class Staff extends Stored {
  @Unique({ name: 'staff_person_unique' })
  @ManyToOne(() => Person)
  person!: Person;

  @Field(() => String, { description: 'Number of the staff member (工号).' })
  @Unique({ name: 'staff_number_unique' })
  @Property({ type: 'text' })
  staffNumber!: string;

  /**
   * That of the person, as PostgreSQL writes it. Whoever is known to some by a name of before stands behind all others, by the number: where
   * somebody stands tells nobody the name that they are not told.
   */
  @Property({ type: 'text', collation: 'C', default: '' })
  nameKey!: Opt<string>;
}
