import { Check, Entity, Index, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { keptBy, OneLine } from '../../../platform/database/index.ts';
import { Called, followsName, searchedByName } from './called.entity.ts';

/** A human being: stands under Guardian and Staff, so that a teacher who is a parent has one timetable. Never public as itself. */
@Entity()
@Index(searchedByName('person'))
@Index({
  name: 'person_phone_end_index',
  expression: 'create index person_phone_end_index on person (right(phone, 4))',
})
@Trigger(followsName('person'))
// Guardians and staff are listed by the name of the person.
@Trigger(keptBy({ name: 'person_follow_by_parts', table: 'person', on: 'update of name, name_key' }))
@Check({ name: 'person_phone_verified', expression: 'phone_verified_at is null or phone is not null' })
@Check({ name: 'person_phone_shape', expression: "phone ~ '^[0-9]{11}$'" })
export class Person extends Called {
  @OneLine('NAME')
  @Property({ type: 'text', collation: 'zh-x-icu' })
  name!: string;

  /** Mobile number, eleven digits. */
  @Property({ type: 'text', nullable: true })
  phone: string | null = null;

  /** When WeChat told the number, to which it sends a message before it does; null where somebody typed it. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  phoneVerifiedAt: Date | null = null;
}
