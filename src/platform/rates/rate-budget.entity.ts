import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * A budget of which much was spent a moment ago, for all processes to know. The table is not logged: a crash of the
 * database forgives everybody. No index over what is written each second: thousands of rows are read whole to find those that are whole again.
 */
@Entity()
@Check({ name: 'rate_budget_hidden', expression: 'length(id) = 43' })
export class RateBudget {
  /** Keyed hash (HMAC-SHA-256, in base64url) of whose it is: neither an account nor an address stands here. */
  @PrimaryKey({ type: 'text' })
  id!: string;

  /** When all that was spent has come back. */
  @Property({ type: 'datetime', length: 3 })
  wholeAt!: Date;
}
