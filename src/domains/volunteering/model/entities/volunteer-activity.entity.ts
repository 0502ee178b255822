import { type Opt, type TriggerDef } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { keptBy, membersThatAre, OneLine, Stored } from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { Audience, District, School, Staff } from '../../../people/index.ts';
import { topicLink } from '../../../topics/index.ts';

export enum ActivityKind {
  GATE_DUTY = 'GATE_DUTY',
  LIBRARY = 'LIBRARY',
  EVENT_SUPPORT = 'EVENT_SUPPORT',
  PARENT_LECTURE = 'PARENT_LECTURE',
  OTHER = 'OTHER',
}

registerEnum(ActivityKind, 'ActivityKind', 'What volunteers do (志愿活动类型).', {
  GATE_DUTY: 'Keeping the way to school safe (护学岗).',
  LIBRARY: 'Helping in the library (图书馆).',
  EVENT_SUPPORT: 'Helping at an event (活动支持).',
  PARENT_LECTURE: 'Parents tell pupils of their work (家长讲堂).',
  OTHER: 'Something else (其他).',
});

export enum ActivityStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  CANCELLED = 'CANCELLED',
}

registerEnum(ActivityStatus, 'ActivityStatus', 'Where a volunteer activity stands (活动状态).', {
  DRAFT: 'Being prepared, seen by its organisers only (草稿).',
  PUBLISHED: 'Open to volunteers (已发布).',
  CANCELLED: 'It does not take place (已取消); the reason is stored.',
});

/** Whether it may still take place. */
const OPEN = {
  DRAFT: true,
  PUBLISHED: true,
  CANCELLED: false,
} as const satisfies Readonly<Record<ActivityStatus, boolean>>;

/** As SQL: `status in ${OPEN_ACTIVITY}`. */
export const OPEN_ACTIVITY = membersThatAre(OPEN);

export enum WaitlistPriority {
  NONE = 'NONE',
  NOT_SERVED_THIS_TERM = 'NOT_SERVED_THIS_TERM',
}

registerEnum(
  WaitlistPriority,
  'WaitlistPriority',
  'Who comes first on the waiting lists of an activity (候补优先规则).',
  {
    NONE: 'Whoever joined first (先到先得).',
    NOT_SERVED_THIS_TERM:
      'Those who have no approved service in the term of the shift, then whoever joined first (本学期未服务者优先).',
  },
);

/** The activity keeps those from whom it was taken over. */
const followsWhoRanIt: TriggerDef = keptBy({
  name: 'activity_follow_who_ran_it',
  table: 'volunteer_activity',
  on: 'update of organiser_id',
  when: 'new.organiser_id <> old.organiser_id',
});

@ObjectType({
  implements: Node,
  description: 'Something that parents volunteer for (志愿活动), at a school or for the whole district.',
})
@Entity()
@Index({ name: 'volunteer_activity_created_index', properties: ['createdAt', 'id'] })
@Index({ name: 'volunteer_activity_district_index', properties: ['district', 'createdAt', 'id'] })
@Index({ name: 'volunteer_activity_school_index', properties: ['school', 'createdAt', 'id'] })
@Index({ name: 'volunteer_activity_kind_index', properties: ['kind', 'createdAt', 'id'] })
@Index({ name: 'volunteer_activity_status_index', properties: ['status', 'createdAt', 'id'] })
@Index({ name: 'volunteer_activity_organiser_index', properties: ['organiser', 'createdAt', 'id'] })
@Trigger(followsWhoRanIt)
@Check({
  name: 'volunteer_activity_published',
  expression:
    "case status when 'DRAFT' then published_at is null when 'PUBLISHED' then published_at is not null else true end",
})
@Check({
  name: 'volunteer_activity_cancelled',
  expression:
    "(status = 'CANCELLED') = (cancelled_at is not null) and (status = 'CANCELLED') = (cancel_reason is not null)",
})
@Check({ name: 'volunteer_activity_contact_phone', expression: "contact_phone !~ '^1[0-9]{10}$'" })
export class VolunteerActivity extends Stored {
  @ManyToOne(() => District)
  district!: District;

  /** Null where the district itself asks for volunteers. */
  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @Field(() => ActivityKind, { description: 'What volunteers do (类型).' })
  @Enum({ items: () => ActivityKind })
  kind!: ActivityKind;

  @Field(() => String, { description: 'Title (标题), e.g. 秋季学期护学岗.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'What it is for (活动目的).' })
  @Property({ type: 'text' })
  purpose!: string;

  @Property({ type: 'text' })
  riskNotice!: string;

  @Field(() => String, { description: 'Who answers questions (联系人), e.g. 德育处.' })
  @OneLine('NAME')
  @Property({ type: 'text' })
  contactName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone of the office that answers questions (办公电话), never a private mobile number.',
  })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  contactPhone: string | null = null;

  @ManyToOne(() => Audience)
  audience!: Audience;

  @ManyToOne(() => Staff)
  organiser!: Staff;

  @Field(() => WaitlistPriority, { description: 'Who comes first on its waiting lists (候补优先规则).' })
  @Enum({ items: () => WaitlistPriority })
  waitlistPriority: Opt<WaitlistPriority> = WaitlistPriority.NONE;

  @Field(() => ActivityStatus, { description: 'Where the activity stands (活动状态).' })
  @Enum({ items: () => ActivityStatus })
  status: Opt<ActivityStatus> = ActivityStatus.DRAFT;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was published (发布时间); null for a draft.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  publishedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was cancelled (取消时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  cancelledAt: Date | null = null;

  @OneLine()
  @Property({ type: 'text', nullable: true })
  cancelReason: string | null = null;

  /**
   * A role of it asks volunteers for approval or a qualification, or has done so (see `followsWhatIsAsked`): whoever runs a shift of it is
   * taken in by somebody else from then on, whatever it asks for later.
   */
  @Property({ type: 'boolean' })
  selective: Opt<boolean> = false;

  /**
   * Bare ids of the staff who have changed anything of it, and of whom it was taken over from: what it asks may be of their making, whoever
   * organises it today. None of them takes themself in where it has asked volunteers for something.
   */
  @Property({ type: 'array', columnType: 'uuid[]', defaultRaw: "'{}'" })
  runBy: Opt<string[]> = [];

  @Field(() => Int, { description: 'Grows with each change (修订号); whoever changes it names the one that they saw.' })
  @Property({ type: 'int' })
  revision: Opt<number> = 0;
}

/** A topic of an activity. */
@Entity()
export class ActivityTopic extends topicLink({
  table: 'activity_topic',
  near: 'activity',
  to: () => VolunteerActivity,
}) {}
