import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { decidedByAnother, keptBy, Stored } from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { Staff } from '../../../people/index.ts';
import { Shift } from './shift.entity.ts';
import { Signup } from './signup.entity.ts';

export enum AttendanceMethod {
  QR = 'QR',
  LIST = 'LIST',
}

registerEnum(AttendanceMethod, 'AttendanceMethod', 'How a volunteer was checked in or out (签到方式).', {
  QR: 'By the code that the organiser showed (扫码).',
  LIST: "By the organiser's list (名单登记).",
});

@ObjectType({ implements: Node, description: 'Whether a volunteer came, from when to when (到岗记录).' })
@Entity()
@Unique({ name: 'attendance_signup_unique', properties: ['signup'] })
@Index({ name: 'attendance_shift_index', properties: ['shift'] })
@Index({ name: 'attendance_shift_no_show_index', properties: ['shift'], where: 'no_show_at is not null' })
@Check({
  name: 'attendance_times',
  expression: 'checked_out_at is null or (checked_in_at is not null and checked_out_at >= checked_in_at)',
})
@Check({ name: 'attendance_no_show', expression: 'num_nonnulls(checked_in_at, no_show_at, excused_at) = 1' })
@Check({
  name: 'attendance_by_service',
  expression:
    'num_nonnulls(missed_before, excused_before, came_before) = 0 or (num_nonnulls(missed_before, excused_before, came_before) = 1 and checked_in_at is not null)',
})
@Check({
  name: 'attendance_stay_before',
  expression:
    '(came_before is null) = (came_before_by is null) and (left_before is null) = (left_before_by is null) and (left_before is null or coalesce(left_before >= came_before, false))',
})
@Check({
  name: 'attendance_methods',
  expression:
    '(checked_in_at is null) = (checked_in_by is null) and (checked_out_at is null) = (checked_out_by is null)',
})
@Trigger(
  keptBy({
    name: 'attendance_of_place',
    table: 'attendance',
    on: 'insert or update of signup_id, shift_id, checked_in_at',
  }),
)
@Trigger(
  keptBy({
    name: 'attendance_missed_by_right',
    table: 'attendance',
    on: 'insert or update of no_show_at',
    when: 'new.no_show_at is not null',
  }),
)
@Trigger(
  keptBy({
    name: 'news_follow_attendance',
    table: 'attendance',
    on: 'update of no_show_at, excused_at',
    when: '(new.no_show_at, new.excused_at) is distinct from (old.no_show_at, old.excused_at)',
  }),
)
@Trigger(decidedByAnother('attendance', 'recorded_by_id'))
export class Attendance extends Stored {
  @ManyToOne(() => Signup)
  signup!: Signup;

  /** That of the sign-up. */
  @ManyToOne(() => Shift)
  shift!: Shift;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the volunteer came (签到时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  checkedInAt: Date | null = null;

  @Field(() => AttendanceMethod, { nullable: true, description: 'How the coming was noted (签到方式).' })
  @Enum({ items: () => AttendanceMethod, nullable: true })
  checkedInBy: AttendanceMethod | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the volunteer left (签退时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  checkedOutAt: Date | null = null;

  @Field(() => AttendanceMethod, { nullable: true, description: 'How the leaving was noted (签退方式).' })
  @Enum({ items: () => AttendanceMethod, nullable: true })
  checkedOutBy: AttendanceMethod | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was noted that the volunteer did not come (缺勤登记时间).',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  noShowAt: Date | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When it was noted that the volunteer was excused (请假登记时间): they did not come, and it is not held against them.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  excusedAt: Date | null = null;

  /** When it had been noted that the volunteer did not come, before service of theirs was approved: they came because of that alone. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  missedBefore: Date | null = null;

  /** The same of whoever was excused. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  excusedBefore: Date | null = null;

  /** When they were noted to have come, before a checked record that was approved said otherwise. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  cameBefore: Date | null = null;

  @Enum({ items: () => AttendanceMethod, nullable: true })
  cameBeforeBy: AttendanceMethod | null = null;

  /** The same of their leaving. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  leftBefore: Date | null = null;

  @Enum({ items: () => AttendanceMethod, nullable: true })
  leftBeforeBy: AttendanceMethod | null = null;

  /** The staff member who kept the list, or showed the code. */
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  recordedBy: Staff | null = null;
}

/** It says what service says that counts; something else had been noted. */
export function restsOnService({ missedBefore, excusedBefore, cameBefore }: Attendance): boolean {
  return (missedBefore ?? excusedBefore ?? cameBefore) !== null;
}

/** They are held to have come by a supplement alone, that is from when it begins: nobody has noted that they came. */
export function cameBySupplement(attendance: Attendance | null): boolean {
  return attendance !== null && restsOnService(attendance) && attendance.checkedOutAt === null;
}
