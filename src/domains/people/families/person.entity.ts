import { Check, Entity, Property } from '@mikro-orm/decorators/legacy';
import { OneLine, Stored } from '../../../platform/database/index.ts';

/** A human being: stands under Guardian and Staff, so that a teacher who is a parent has one timetable. Never public as itself. */
@Entity()
@Check({ name: 'person_phone_verified', expression: 'phone_verified_at is null or phone is not null' })
@Check({ name: 'person_phone_shape', expression: "phone ~ '^[0-9]{11}$'" })
export class Person extends Stored {
  @OneLine()
  @Property({ type: 'text', collation: 'zh-x-icu' })
  name!: string;

  /** Mobile number, eleven digits. */
  @Property({ type: 'text', nullable: true })
  phone: string | null = null;

  /** When WeChat told the number, to which it sends a message before it does; null where somebody typed it. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  phoneVerifiedAt: Date | null = null;
}
