import { Check, Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../database/index.ts';

/**
 * How many calls of one caller to one mutation were refused for one reason within a minute. The first of them have an audit record
 * each; of the others this is all that is kept, so that nobody fills the log, and nothing that was tried goes unsaid.
 */
@Entity()
@Unique({ name: 'refusal_tally_unique', properties: ['actor', 'minute', 'mutation', 'code'] })
@Index({ name: 'refusal_tally_time_index', properties: ['createdAt'] })
@Check({ name: 'refusal_tally_times', expression: 'refused_count > 0 and first_at <= last_at' })
export class RefusalTally extends Stored {
  /** The account, or the service token; one value for all who have neither. */
  @Property({ type: 'uuid' })
  actor!: string;

  /** Empty where it was counted before the mutation was told apart. */
  @Property({ type: 'text', default: '' })
  mutation!: string;

  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'datetime', length: 3 })
  minute!: Date;

  @Property({ type: 'int' })
  refusedCount!: number;

  @Property({ type: 'datetime', length: 3 })
  firstAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  lastAt!: Date;
}
