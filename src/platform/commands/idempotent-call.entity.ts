import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../database/index.ts';

/** A mutation that succeeded under a key: asked again with the same key, it answers the same. */
@Entity()
@Unique({ name: 'idempotent_call_unique', properties: ['account', 'mutation', 'key'] })
@Index({ name: 'idempotent_call_time_index', properties: ['createdAt'] })
export class IdempotentCall extends Stored {
  @Property({ type: 'uuid' })
  account!: string;

  @Property({ type: 'text' })
  mutation!: string;

  @Property({ type: 'text' })
  key!: string;

  /** SHA-256 of the input, the key left out. */
  @Property({ type: 'text' })
  inputHash!: string;

  /** Ids of what the mutation answered; null only inside the transaction that makes it. */
  @Property({ type: 'json', nullable: true })
  result: unknown = null;
}
