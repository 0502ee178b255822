import { type Opt } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../platform/database/index.ts';
import { Person } from '../../people/index.ts';

/** What is on record about a volunteer: who has no record may volunteer, and has no qualification. Never public. */
@Entity()
@Check({ name: 'volunteer_record_suspension', expression: '(suspended_until is null) = (suspension_reason is null)' })
export class VolunteerRecord extends Stored {
  @Unique({ name: 'volunteer_record_person_unique' })
  @ManyToOne(() => Person)
  person!: Person;

  /** Names as in `ShiftRole.qualification`. */
  @Property({ type: 'text[]', defaultRaw: "'{}'" })
  qualifications: Opt<string[]> = [];

  /** Signs up for nothing before this moment. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  suspendedUntil: Date | null = null;

  @Property({ type: 'text', nullable: true })
  suspensionReason: string | null = null;
}
