import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../../platform/database/index.ts';
import { registerEnum } from '../../../../platform/graphql/index.ts';
import { Signup } from './signup.entity.ts';

export enum AttendanceMark {
  IN = 'IN',
  OUT = 'OUT',
}

registerEnum(AttendanceMark, 'AttendanceMark', 'Whether a volunteer came or left (签到或签退).', {
  IN: 'They came (签到).',
  OUT: 'They left (签退).',
});

/** A coming or leaving that was noted without a network and sent later: its nonce is accepted once. */
@Entity()
@Unique({ name: 'attendance_report_nonce_unique', properties: ['nonce'] })
@Index({ name: 'attendance_report_signup_index', properties: ['signup'] })
export class AttendanceReport extends Stored {
  @ManyToOne(() => Signup)
  signup!: Signup;

  @Enum({ items: () => AttendanceMark })
  kind!: AttendanceMark;

  /** Made by the client, e.g. a UUID. */
  @Property({ type: 'text' })
  nonce!: string;

  /** When it happened, by the clock of the client. */
  @Property({ type: 'datetime', length: 3 })
  happenedAt!: Date;
}
