import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { OneLine, Stored } from '../../platform/database/index.ts';
import { Node, registerEnum } from '../../platform/graphql/index.ts';
import { Person, Room } from '../people/index.ts';

export enum EngagementKind {
  SHIFT_SIGNUP = 'SHIFT_SIGNUP',
  SHIFT_ROOM = 'SHIFT_ROOM',
  MEETING_ATTENDANCE = 'MEETING_ATTENDANCE',
  MEETING_ROOM = 'MEETING_ROOM',
  SLOT_BOOKING = 'SLOT_BOOKING',
}

registerEnum(EngagementKind, 'EngagementKind', 'What occupies the time (占用类型).', {
  SHIFT_SIGNUP: 'A volunteer has signed up for a shift (志愿班次报名).',
  SHIFT_ROOM: 'A shift takes place in the room (志愿班次占用场地).',
  MEETING_ATTENDANCE: 'A guardian has replied that they come to a meeting (参加家长会).',
  MEETING_ROOM: 'A meeting is held in the room (家长会占用场地).',
  SLOT_BOOKING: 'A slot of a conference is booked (约谈预约).',
});

export enum EngagementStatus {
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
}

registerEnum(EngagementStatus, 'EngagementStatus', 'Whether the time is still occupied (占用状态).', {
  ACTIVE: 'The time is occupied (占用中).',
  ENDED: 'The time is free again (已释放).',
});

/** PostgreSQL refuses the second engagement of one subject for one moment; back to back is fine. */
export const ENGAGEMENT_NO_OVERLAP = 'engagement_no_overlap';

@ObjectType({
  implements: Node,
  description: 'Time that a person or a room is occupied, whatever occupies it (占用时间).',
})
@Entity()
@Index({ name: 'engagement_person_index', properties: ['person', 'startsAt', 'id'] })
@Index({ name: 'engagement_room_index', properties: ['room', 'startsAt', 'id'] })
@Unique({
  name: 'engagement_source_unique',
  properties: ['sourceId', 'kind', 'subject'],
  where: { status: EngagementStatus.ACTIVE },
})
@Check({ name: 'engagement_subject', expression: 'num_nonnulls(person_id, room_id) = 1' })
@Check({ name: 'engagement_times', expression: 'starts_at < ends_at' })
@Check({ name: 'engagement_ended', expression: "(status = 'ENDED') = (ended_at is not null)" })
@Check({
  name: ENGAGEMENT_NO_OVERLAP,
  expression: "exclude using gist (subject with =, during with &&) where (status = 'ACTIVE')",
})
export class Engagement extends Stored {
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'restrict' })
  person: Person | null = null;

  @ManyToOne(() => Room, { nullable: true, deleteRule: 'restrict' })
  room: Room | null = null;

  @Property({ type: 'uuid', generated: '(coalesce(person_id, room_id)) stored' })
  subject!: Opt<string>;

  @Field(() => GraphQLDateTime, { description: 'Start (开始时间).' })
  @Property({ type: 'datetime', length: 3 })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'End (结束时间): the first moment that is free again.' })
  @Property({ type: 'datetime', length: 3 })
  endsAt!: Date;

  @Property({ type: 'string', columnType: 'tstzrange', generated: "(tstzrange(starts_at, ends_at, '[)')) stored" })
  during!: Opt<string>;

  @Field(() => EngagementKind, { description: 'What occupies the time (占用类型).' })
  @Enum({ items: () => EngagementKind })
  kind!: EngagementKind;

  /** The row that occupies the time, in the table that `kind` implies. */
  @Property({ type: 'uuid' })
  sourceId!: string;

  /** Written with the engagement, so that nobody need ask its source. */
  @Field(() => String, { description: 'What it is, for people (事由), e.g. 护学岗 早班.' })
  @OneLine()
  @Property({ type: 'text' })
  title!: string;

  /** Keys of the rights one of which the person must hold to see it; null where it is nobody's right to end. */
  @Property({ type: 'text[]', nullable: true })
  restsOn: string[] | null = null;

  @Field(() => EngagementStatus, { description: 'Whether the time is still occupied (占用状态).' })
  @Enum({ items: () => EngagementStatus })
  status: Opt<EngagementStatus> = EngagementStatus.ACTIVE;

  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt: Date | null = null;
}
