import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { keptBy, membersThatAre, OneLine, Stored } from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { District, School } from '../../../people/index.ts';
import { ShiftSeries } from './shift-series.entity.ts';
import { VolunteerActivity } from './volunteer-activity.entity.ts';

export enum ShiftStatus {
  DRAFT = 'DRAFT',
  SCHEDULED = 'SCHEDULED',
  CANCELLED = 'CANCELLED',
}

registerEnum(ShiftStatus, 'ShiftStatus', 'Where a shift stands (班次状态).', {
  DRAFT: 'Being prepared, seen by its organisers only (草稿).',
  SCHEDULED: 'It takes place (已排定).',
  CANCELLED: 'It does not take place (已取消); the reason is stored.',
});

/** Whether it may still take place. */
const OPEN = {
  DRAFT: true,
  SCHEDULED: true,
  CANCELLED: false,
} as const satisfies Readonly<Record<ShiftStatus, boolean>>;

/** As SQL: `status in ${OPEN_SHIFT}`. */
export const OPEN_SHIFT = membersThatAre(OPEN);

@ObjectType({ implements: Node, description: 'One occasion of a volunteer activity (班次).' })
@Entity()
@Index({ name: 'shift_starts_index', properties: ['startsAt', 'id'] })
@Index({ name: 'shift_activity_index', properties: ['activity', 'startsAt', 'id'] })
@Index({ name: 'shift_school_index', properties: ['school', 'startsAt', 'id'] })
@Index({ name: 'shift_district_index', properties: ['district', 'startsAt', 'id'] })
@Index({ name: 'shift_of_district_index', properties: ['district', 'startsAt', 'id'], where: 'school_id is null' })
@Index({ name: 'shift_status_index', properties: ['status', 'startsAt', 'id'] })
@Check({ name: 'shift_times', expression: 'starts_at < ends_at' })
@Check({
  name: 'shift_signup_times',
  expression: 'signup_opens_at < signup_closes_at and signup_closes_at <= starts_at and cancel_until <= starts_at',
})
@Check({
  name: 'shift_published',
  expression:
    "case status when 'DRAFT' then published_at is null when 'SCHEDULED' then published_at is not null else true end",
})
@Check({
  name: 'shift_cancelled',
  expression:
    "(status = 'CANCELLED') = (cancelled_at is not null) and (status = 'CANCELLED') = (cancel_reason is not null)",
})
@Unique({ name: 'shift_series_date_unique', properties: ['series', 'seriesDate'], where: "status <> 'CANCELLED'" })
@Index({ name: 'shift_series_index', properties: ['series', 'startsAt', 'id'] })
@Check({
  name: 'shift_off_calendar',
  expression: "not off_calendar or (status = 'CANCELLED' and series_id is not null)",
})
@Check({ name: 'shift_of_series', expression: '(series_id is null) = (series_date is null)' })
@Trigger(keptBy({ name: 'shift_off_for_all', table: 'shift', on: 'update of status', atCommit: true }))
@Trigger(
  keptBy({
    name: 'news_follow_shift',
    table: 'shift',
    on: 'update of starts_at, ends_at, place, status',
    when: "((new.starts_at, new.ends_at, new.place) is distinct from (old.starts_at, old.ends_at, old.place)) or (new.status = 'CANCELLED' and old.status <> 'CANCELLED')",
  }),
)
@Trigger(
  keptBy({
    name: 'news_follow_shift_off_calendar',
    table: 'shift',
    on: 'update of status, off_calendar_told_at',
    when: "old.off_calendar_told_at is not null and (new.off_calendar_told_at is distinct from old.off_calendar_told_at or new.status = 'CANCELLED' and old.status <> 'CANCELLED')",
  }),
)
export class Shift extends Stored {
  @ManyToOne(() => VolunteerActivity)
  activity!: VolunteerActivity;

  /** That of the activity; held here, with the school, so that a board is one look-up by place and time. */
  @ManyToOne(() => District)
  district!: District;

  /** That of the activity: null where the district asks. */
  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @Field(() => String, { description: 'Where volunteers meet (地点), e.g. 学校东门.' })
  @OneLine()
  @Property({ type: 'text' })
  place!: string;

  @Field(() => GraphQLDateTime, { description: 'Start (开始时间).' })
  @Property({ type: 'datetime', length: 3 })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'End (结束时间), exclusive.' })
  @Property({ type: 'datetime', length: 3 })
  endsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'First moment to sign up (报名开始时间).' })
  @Property({ type: 'datetime', length: 3 })
  signupOpensAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'End of signing up (报名截止时间), exclusive.' })
  @Property({ type: 'datetime', length: 3 })
  signupClosesAt!: Date;

  @Field(() => GraphQLDateTime, {
    description: 'Until when a volunteer may cancel freely (自由取消截止时间), exclusive.',
  })
  @Property({ type: 'datetime', length: 3 })
  cancelUntil!: Date;

  @Field(() => ShiftStatus, { description: 'Where the shift stands (班次状态).' })
  @Enum({ items: () => ShiftStatus })
  status: Opt<ShiftStatus> = ShiftStatus.DRAFT;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was published (发布时间); null for a draft.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  publishedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was cancelled (取消时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  cancelledAt: Date | null = null;

  @OneLine()
  @Property({ type: 'text', nullable: true })
  cancelReason: string | null = null;

  /** The rule that made it, if one did. */
  @ManyToOne(() => ShiftSeries, { nullable: true, deleteRule: 'restrict' })
  series: ShiftSeries | null = null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'The day for which its series made it (所属重复日期), whatever day it was moved to.',
  })
  @Property({ type: 'date', nullable: true })
  seriesDate: string | null = null;

  @Field(() => Boolean, { description: 'It was changed by itself, so changes of its series pass it by (单独修改过).' })
  @Property({ type: 'boolean' })
  detached: Opt<boolean> = false;

  /** When whoever runs it was told that the calendar has no place for it; null again once it has one. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  offCalendarToldAt: Date | null = null;

  /** It was called off for nothing but that its series, by its rule or the calendar, asked for its day no more: where that is taken back, its day is missing again. */
  @Property({ type: 'boolean', default: false })
  offCalendar: Opt<boolean> = false;

  @Field(() => Int, {
    description:
      'Grows with each change of its time, place or status (修订号); whoever changes it names the one that they saw.',
  })
  @Property({ type: 'int' })
  revision: Opt<number> = 0;
}
