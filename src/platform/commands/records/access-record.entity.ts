import { Check, Entity, Index, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { refusal, Stored } from '../../database/index.ts';

/**
 * That somebody has read a row of a kind whose reading is kept on record: once an hour, however often. Rows are only ever
 * added: the database refuses the rest (TRUNCATE by a trigger that stands in a migration alone).
 */
@Entity()
@Unique({ name: 'access_record_once_an_hour', properties: ['subject', 'actor', 'hour'] })
@Index({ name: 'access_record_subject_index', properties: ['subject', 'createdAt', 'id'] })
@Index({ name: 'access_record_time_index', properties: ['createdAt', 'id'] })
@Check({
  name: 'access_record_hour',
  expression: 'created_at >= hour and created_at < hour + make_interval(hours => 1)',
})
@Trigger({
  name: 'access_record_stays',
  timing: 'before',
  events: ['update', 'delete'],
  body: refusal('access_record_stays', 'the record of accesses is only ever added to'),
})
export class AccessRecord extends Stored {
  /** Prefix of the type that was read, e.g. `person`. */
  @Property({ type: 'text' })
  kind!: string;

  /** The row that was read. */
  @Property({ type: 'uuid' })
  subject!: string;

  /** The account that read it, or the service token. */
  @Property({ type: 'uuid' })
  actor!: string;

  /** A client without a person. */
  @Property({ type: 'boolean' })
  byProgram!: boolean;

  /** The hour in which it was read first. */
  @Property({ type: 'datetime', length: 3 })
  hour!: Date;
}
