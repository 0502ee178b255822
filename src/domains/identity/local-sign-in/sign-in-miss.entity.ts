import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../platform/database/index.ts';

/**
 * Sign-ins by password that went wrong, one after the other, by a mark: of the number that was given, which may be nobody's, with the network or
 * from anywhere; or of the account that changes what is its own.
 */
@Entity()
@Unique({ name: 'sign_in_miss_login_unique', properties: ['login'] })
@Index({ name: 'sign_in_miss_time_index', properties: ['missedAt'] })
export class SignInMiss extends Stored {
  @Property({ type: 'text' })
  login!: string;

  @Property({ type: 'integer' })
  misses!: number;

  @Property({ type: 'datetime', length: 3 })
  missedAt!: Date;

  /** Until when no further try is looked at. */
  @Property({ type: 'datetime', length: 3 })
  waitsUntil!: Date;

  /** When the owner was told last that somebody guesses. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  toldAt: Date | null = null;
}
