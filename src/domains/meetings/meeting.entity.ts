import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { keptBy, OneLine, Stored } from '../../platform/database/index.ts';
import { Node, registerEnum } from '../../platform/graphql/index.ts';
import { Room, School, Staff } from '../people/index.ts';

export enum MeetingKind {
  PARENT_MEETING = 'PARENT_MEETING',
  SALON = 'SALON',
}

registerEnum(MeetingKind, 'MeetingKind', 'What sort of meeting it is (会议类型).', {
  PARENT_MEETING: 'Parents meet the teachers (家长会).',
  SALON: 'Parents talk about a theme in a small circle (家长沙龙).',
});

export enum MeetingScope {
  CLASS = 'CLASS',
  GRADE = 'GRADE',
  SCHOOL = 'SCHOOL',
}

registerEnum(MeetingScope, 'MeetingScope', 'Whose families a meeting is for (参会范围).', {
  CLASS: 'Families of one class (班级).',
  GRADE: 'Families of the classes of one grade (年级).',
  SCHOOL: 'Families of the whole school (全校).',
});

export enum MeetingStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  CANCELLED = 'CANCELLED',
}

registerEnum(MeetingStatus, 'MeetingStatus', 'Where a meeting stands (会议状态).', {
  DRAFT: 'Being prepared, seen by its organisers only (草稿).',
  PUBLISHED: 'Families are invited (已发布).',
  CANCELLED: 'It does not take place (已取消); the reason is stored.',
});

/**
 * PostgreSQL refuses at the commit that more seats are replied for than the meeting, or its room, has: of those who reply at the same
 * moment the second waits for the first.
 */
export const MEETING_SEATS = 'meeting_seats';

@ObjectType({ implements: Node, description: 'A meeting of a school with its parents (家长会/家长沙龙).' })
@Entity()
@Trigger(
  keptBy({
    name: MEETING_SEATS,
    table: 'meeting',
    on: 'update of capacity, room_id',
    atCommit: true,
    by: 'seats_of_meeting()',
  }),
)
@Index({ name: 'meeting_starts_index', properties: ['startsAt', 'id'] })
@Index({ name: 'meeting_school_index', properties: ['school', 'startsAt', 'id'] })
@Index({ name: 'meeting_kind_index', properties: ['kind', 'startsAt', 'id'] })
@Index({ name: 'meeting_scope_index', properties: ['scope', 'startsAt', 'id'] })
@Index({ name: 'meeting_status_index', properties: ['status', 'startsAt', 'id'] })
@Index({ name: 'meeting_room_index', properties: ['room', 'startsAt', 'id'] })
@Index({ name: 'meeting_organiser_index', properties: ['organiser', 'startsAt', 'id'] })
@Check({ name: 'meeting_times', expression: 'starts_at < ends_at and (reply_by is null or reply_by <= starts_at)' })
@Check({ name: 'meeting_capacity_positive', expression: 'capacity > 0' })
@Check({
  name: 'meeting_published',
  expression:
    "case status when 'DRAFT' then published_at is null when 'PUBLISHED' then published_at is not null else true end",
})
@Check({
  name: 'meeting_cancelled',
  expression:
    "(status = 'CANCELLED') = (cancelled_at is not null) and (status = 'CANCELLED') = (cancel_reason is not null)",
})
@Trigger(
  keptBy({
    name: 'news_follow_meeting',
    table: 'meeting',
    on: 'update of status, starts_at, reply_by, capacity, room_id',
    when: '(new.status, new.starts_at, new.reply_by, new.capacity, new.room_id) is distinct from (old.status, old.starts_at, old.reply_by, old.capacity, old.room_id)',
  }),
)
export class Meeting extends Stored {
  @ManyToOne(() => School)
  school!: School;

  @Field(() => MeetingKind, { description: 'What sort of meeting it is (会议类型).' })
  @Enum({ items: () => MeetingKind })
  kind!: MeetingKind;

  /** The classes meant stand in MeetingClass, one for a class meeting, all of the grade or school otherwise. */
  @Field(() => MeetingScope, { description: 'Whose families it is for (参会范围).' })
  @Enum({ items: () => MeetingScope })
  scope!: MeetingScope;

  @Field(() => String, { description: 'Title (标题), e.g. 三年级2班期中家长会.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is about (简介).' })
  @Property({ type: 'text', nullable: true })
  summary: string | null = null;

  @ManyToOne(() => Staff)
  organiser!: Staff;

  @ManyToOne(() => Room, { nullable: true, deleteRule: 'restrict' })
  room: Room | null = null;

  @Field(() => String, { description: 'Where it is held, for people (地点), e.g. 报告厅 or 线上.' })
  @OneLine()
  @Property({ type: 'text' })
  place!: string;

  @Field(() => GraphQLDateTime, { description: 'Start (开始时间).' })
  @Property({ type: 'datetime', length: 3 })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'End (结束时间), exclusive.' })
  @Property({ type: 'datetime', length: 3 })
  endsAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Last moment to reply (回执截止时间); null where replies are taken until the start.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  replyBy: Date | null = null;

  @Field(() => Int, { nullable: true, description: 'Seats for families (席位数); null where they are not limited.' })
  @Property({ type: 'int', nullable: true })
  capacity: number | null = null;

  @Field(() => MeetingStatus, { description: 'Where the meeting stands (会议状态).' })
  @Enum({ items: () => MeetingStatus })
  status: Opt<MeetingStatus> = MeetingStatus.DRAFT;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was published (发布时间); null for a draft.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  publishedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was cancelled (取消时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  cancelledAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled (取消原因).' })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  cancelReason: string | null = null;
}
