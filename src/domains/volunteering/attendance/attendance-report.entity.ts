import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../platform/database/index.ts';
import { Signup } from '../signups/signup.entity.ts';

/** A check-in that was noted without a network and sent later: its nonce is accepted once. */
@Entity()
@Unique({ name: 'attendance_report_nonce_unique', properties: ['nonce'] })
@Index({ name: 'attendance_report_signup_index', properties: ['signup'] })
export class AttendanceReport extends Stored {
  @ManyToOne(() => Signup)
  signup!: Signup;

  /** Made by the client, e.g. a UUID. */
  @Property({ type: 'text' })
  nonce!: string;

  /** When it happened, by the clock of the client. */
  @Property({ type: 'datetime', length: 3 })
  happenedAt!: Date;
}
