import { ArrayType, type Opt } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDate, GraphQLLocalTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { OneLine, Stored } from '../../../../platform/database/index.ts';
import { Node } from '../../../../platform/graphql/index.ts';
import { VolunteerActivity } from './volunteer-activity.entity.ts';

/** A role that each shift of a series offers, as it stands when the shift is made. */
export interface RoleTemplate {
  readonly name: string;
  readonly description: string | null;
  readonly capacity: number;
  readonly minimum: number;
  readonly approvalRequired: boolean;
  readonly qualification: string | null;
}

@ObjectType({
  implements: Node,
  description:
    'The rule by which shifts of an activity recur every week (重复班次). Days and times are those of Asia/Shanghai.',
})
@Entity()
@Index({ name: 'shift_series_activity_index', properties: ['activity', 'firstDate', 'id'] })
@Check({
  name: 'shift_series_weekdays',
  expression:
    'cardinality(weekdays) >= 1 and cardinality(weekdays) <= 7 and 1 <= all (weekdays) and 7 >= all (weekdays)',
})
@Check({ name: 'shift_series_dates', expression: 'first_date <= last_date and last_date - first_date <= 400' })
@Check({ name: 'shift_series_times', expression: 'start_time < end_time' })
@Check({
  name: 'shift_series_no_overlap',
  expression: "exclude using gist ((coalesce(origin_id, id)) with =, daterange(first_date, last_date, '[]') with &&)",
})
@Check({
  name: 'shift_series_origin',
  expression: '(continues_id is null) = (origin_id is null) and origin_id is distinct from id',
})
@Check({
  name: 'shift_series_signup_times',
  expression:
    'signup_opens_days_before >= 1 and signup_closes_minutes_before >= 0 and cancel_until_minutes_before >= 0 and signup_closes_minutes_before < signup_opens_days_before * 1440',
})
export class ShiftSeries extends Stored {
  @ManyToOne(() => VolunteerActivity)
  activity!: VolunteerActivity;

  /** The series that this one goes on from, with another rule. */
  @ManyToOne(() => ShiftSeries, { nullable: true, deleteRule: 'restrict' })
  continues: ShiftSeries | null = null;

  /** The first of all that go on from one another; null for that itself. A day belongs to one of them at most. */
  @ManyToOne(() => ShiftSeries, { nullable: true, deleteRule: 'restrict' })
  origin: ShiftSeries | null = null;

  @Field(() => [Int], { description: 'Days of the week, 1 Monday to 7 Sunday (周几).' })
  @Property({ type: new ArrayType(Number), columnType: 'smallint[]' })
  weekdays!: number[];

  @Field(() => GraphQLLocalTime, { description: 'Start, by the clock of Asia/Shanghai (开始时刻).' })
  @Property({ type: 'string', columnType: 'time(0)' })
  startTime!: string;

  @Field(() => GraphQLLocalTime, { description: 'End, by the clock of Asia/Shanghai (结束时刻).' })
  @Property({ type: 'string', columnType: 'time(0)' })
  endTime!: string;

  @Field(() => GraphQLDate, { description: 'From this day on (首日).' })
  @Property({ type: 'date' })
  firstDate!: string;

  @Field(() => GraphQLDate, { description: 'To this day at most (末日), inclusive.' })
  @Property({ type: 'date' })
  lastDate!: string;

  @Field(() => Boolean, {
    description: 'Leaves holidays out, and takes make-up days in by the weekday that they follow (跳过节假日).',
  })
  @Property({ type: 'boolean' })
  skipsHolidays: Opt<boolean> = true;

  @Field(() => String, { description: 'Where volunteers meet (地点).' })
  @OneLine()
  @Property({ type: 'text' })
  place!: string;

  @Field(() => Int, { description: 'How many days before its start a shift opens for signing up (提前几天开放报名).' })
  @Property({ type: 'int' })
  signupOpensDaysBefore: Opt<number> = 14;

  @Field(() => Int, { description: 'How many minutes before its start signing up ends (提前几分钟截止报名).' })
  @Property({ type: 'int' })
  signupClosesMinutesBefore: Opt<number> = 60;

  @Field(() => Int, { description: 'How many minutes before its start free cancelling ends (提前几分钟截止自由取消).' })
  @Property({ type: 'int' })
  cancelUntilMinutesBefore: Opt<number> = 1440;

  @Property({ type: 'json' })
  roles!: readonly RoleTemplate[];

  @Field(() => Int, { description: 'Grows with each change (修订号); whoever changes it names the one that they saw.' })
  @Property({ type: 'int' })
  revision: Opt<number> = 0;
}
