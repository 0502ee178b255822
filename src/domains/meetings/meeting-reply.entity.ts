import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { keptBy, Stored } from '../../platform/database/index.ts';
import { Node, registerEnum } from '../../platform/graphql/index.ts';
import { Guardian, Household } from '../people/index.ts';
import { MeetingInvitation } from './meeting-invitation.entity.ts';
import { Meeting } from './meeting.entity.ts';

export enum ReplyAnswer {
  ATTENDING = 'ATTENDING',
  NOT_ATTENDING = 'NOT_ATTENDING',
}

registerEnum(ReplyAnswer, 'ReplyAnswer', 'What a family answers (回执结果).', {
  ATTENDING: 'Somebody of the family comes (参加).',
  NOT_ATTENDING: 'Nobody of the family comes (不参加).',
});

@ObjectType({
  implements: Node,
  description: 'The reply of a family to an invitation (回执): one is current, earlier ones are kept.',
})
@Entity()
@Unique({
  name: 'meeting_reply_one_current',
  properties: ['household', 'meeting'],
  where: 'superseded_at is null',
})
@Trigger(
  keptBy({
    name: 'meeting_reply_seats',
    table: 'meeting_reply',
    on: 'insert or update of attendee_count, superseded_at, meeting_id',
    atCommit: true,
    by: 'seats_of_meeting()',
  }),
)
@Index({ name: 'meeting_reply_meeting_index', properties: ['meeting', 'repliedAt', 'id'] })
// Counts of families that come are read from it alone.
@Index({ name: 'meeting_reply_answer_index', properties: ['meeting', 'answer'], where: 'superseded_at is null' })
@Index({ name: 'meeting_reply_invitation_index', properties: ['invitation', 'repliedAt', 'id'] })
@Check({
  name: 'meeting_reply_attendee_count',
  expression:
    "case answer when 'ATTENDING' then attendee_count >= 1 and attendee_count <= 10 else attendee_count = 0 end",
})
@Check({ name: 'meeting_reply_superseded', expression: 'superseded_at is null or superseded_at >= replied_at' })
@Trigger(
  keptBy({
    name: 'news_follow_meeting_reply',
    table: 'meeting_reply',
    on: 'insert or update of answer, attendee_count, superseded_at',
    atCommit: true,
  }),
)
export class MeetingReply extends Stored {
  @ManyToOne(() => MeetingInvitation)
  invitation!: MeetingInvitation;

  /** That of the invitation; held here so that a unique index can say "one current reply". */
  @ManyToOne(() => Meeting)
  meeting!: Meeting;

  /** That of the invitation, likewise. */
  @ManyToOne(() => Household)
  household!: Household;

  /** The guardian who replied for the family. */
  @ManyToOne(() => Guardian)
  guardian!: Guardian;

  @Field(() => ReplyAnswer, { description: 'What the family answers (回执结果).' })
  @Enum({ items: () => ReplyAnswer })
  answer!: ReplyAnswer;

  @Field(() => Int, { description: 'How many people come (参加人数).' })
  @Property({ type: 'smallint' })
  attendeeCount!: number;

  @Field(() => String, { nullable: true, description: 'A word to the organiser (留言).' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => GraphQLDateTime, { description: 'When the family replied (回执时间).' })
  @Property({ type: 'datetime', length: 3 })
  repliedAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When a later reply took its place (被替换时间); null for the current one.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  supersededAt: Date | null = null;

  /** The family's own reply that this one carries on, after a right of those whom it names has ended or was given back; null where the family said it. */
  @ManyToOne(() => MeetingReply, { nullable: true, deleteRule: 'restrict' })
  continues: MeetingReply | null = null;
}

/** A guardian who comes: only those named are engaged for the time of the meeting. */
@Entity()
@Unique({ name: 'meeting_reply_guardian_unique', properties: ['reply', 'guardian'] })
@Index({ name: 'meeting_reply_guardian_guardian_index', properties: ['guardian'] })
@Trigger(
  keptBy({
    name: 'news_follow_meeting_reply_guardian',
    table: 'meeting_reply_guardian',
    on: 'update of reply_id, guardian_id',
    atCommit: true,
  }),
)
export class MeetingReplyGuardian extends Stored {
  @ManyToOne(() => MeetingReply)
  reply!: MeetingReply;

  @ManyToOne(() => Guardian)
  guardian!: Guardian;
}
