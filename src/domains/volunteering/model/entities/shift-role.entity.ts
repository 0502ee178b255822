import { type Opt, type TriggerDef } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { keptBy, OneLine, Stored } from '../../../../platform/database/index.ts';
import { Node } from '../../../../platform/graphql/index.ts';
import { Shift } from './shift.entity.ts';

/*
 * `shift_role.places_taken` is counted by PostgreSQL, from the rows: confirmed sign-ups and offers for which a free place
 * is held. Whoever writes such a row, whether they have locked the role or not, has the role counted anew at the end of
 * the statement, under its lock; so writers that know nothing of one another queue there, each sees what the one before
 * has committed, and the check of the role refuses the place too many. Whatever else is written as the counter is
 * replaced by the count. The functions stand in the migration that brought them.
 */

const ROWS = {
  insert: 'new table as after_rows',
  update: 'old table as before_rows new table as after_rows',
  delete: 'old table as before_rows',
} as const;

/** Once for each statement that writes rows of a table in which places are taken. */
export function takesPlaces(table: 'signup' | 'waitlist_entry', event: keyof typeof ROWS): TriggerDef {
  const name = `${table}_places_${event}`;
  return {
    name,
    timing: 'after',
    events: [event],
    forEach: 'statement',
    expression: `create trigger "${name}" after ${event} on "${table}" referencing ${ROWS[event]} for each statement execute function ${table}_places_changed()`,
  };
}

/** The counter of a role says what there is. */
const placesAreCounted: TriggerDef = {
  name: 'shift_role_places_counted',
  timing: 'before',
  events: ['insert', 'update'],
  expression:
    'create trigger "shift_role_places_counted" before insert or update of places_taken on "shift_role" for each row execute function places_of_role_counted()',
};

/** The activity keeps whatever any of its roles has ever asked volunteers for. */
const followsWhatIsAsked: TriggerDef = keptBy({
  name: 'activity_follow_what_is_asked',
  table: 'shift_role',
  on: 'insert or update of approval_required, qualification',
  when: 'new.approval_required or new.qualification is not null',
});

/** PostgreSQL refuses the place too many. */
export const SHIFT_ROLE_CAPACITY = 'shift_role_places_within_capacity';

@ObjectType({ implements: Node, description: 'What there is to do in a shift, and for how many (岗位).' })
@Entity()
@Unique({ name: 'shift_role_ordinal_unique', properties: ['shift', 'ordinal'] })
@Index({
  name: 'shift_role_qualification_index',
  properties: ['qualification', 'shift'],
  where: 'qualification is not null',
})
@Check({ name: 'shift_role_capacity_positive', expression: 'capacity > 0' })
@Check({ name: 'shift_role_minimum_range', expression: 'minimum >= 0 and minimum <= capacity' })
@Check({ name: SHIFT_ROLE_CAPACITY, expression: 'places_taken >= 0 and places_taken <= capacity' })
@Trigger(placesAreCounted)
@Trigger(followsWhatIsAsked)
export class ShiftRole extends Stored {
  @ManyToOne(() => Shift)
  shift!: Shift;

  @Field(() => Int, { description: 'Ordinal within the shift, from 1 (序号).' })
  @Property({ type: 'smallint' })
  ordinal!: number;

  @Field(() => String, { description: 'Name (岗位名称), e.g. 引导员.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is to be done (岗位说明).' })
  @Property({ type: 'text', nullable: true })
  description: string | null = null;

  @Field(() => Int, { description: 'Places (名额).' })
  @Property({ type: 'int' })
  capacity!: number;

  @Field(() => Int, { description: 'Volunteers without whom it cannot take place (最少人数).' })
  @Property({ type: 'int' })
  minimum: Opt<number> = 0;

  @Field(() => Boolean, { description: 'The organiser confirms each sign-up (需审核); until then it takes no place.' })
  @Property({ type: 'boolean' })
  approvalRequired: Opt<boolean> = false;

  @Field(() => String, {
    nullable: true,
    description: 'Qualification that a volunteer must have on record (资质要求), e.g. 红十字救护员证.',
  })
  @OneLine('TITLE')
  @Property({ type: 'text', nullable: true })
  qualification: string | null = null;

  /** Confirmed and held places, counted by PostgreSQL (see `placesAreCounted`). Commands keep what they have read in step while they decide. */
  @Property({ type: 'int' })
  placesTaken: Opt<number> = 0;

  /** The last number that its waiting list has given, under the lock of this row. */
  @Property({ type: 'int' })
  lastSequence: Opt<number> = 0;
}
