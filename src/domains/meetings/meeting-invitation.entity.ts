import { type Opt, type TriggerDef } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { keptBy, Stored } from '../../platform/database/index.ts';
import { Node, registerEnum } from '../../platform/graphql/index.ts';
import { Household, Student } from '../people/index.ts';
import { Meeting } from './meeting.entity.ts';

export enum InvitationStatus {
  INVITED = 'INVITED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnum(InvitationStatus, 'InvitationStatus', 'Whether an invitation stands (邀请状态).', {
  INVITED: 'The family is invited (已邀请).',
  WITHDRAWN: 'No longer invited, e.g. after a change of class (已撤回).',
});

/**
 * PostgreSQL refuses at the commit an invitation that stands for no child, one that was withdrawn and stands for some, and
 * one for a child who is not of its household or not of a class that the meeting is for. The same function looks at both tables,
 * once all of a transaction is written.
 */
const forChildren = (table: string, events: string): TriggerDef => ({
  name: `${table}_for_children`,
  timing: 'after',
  events: (['insert', 'update', 'delete'] as const).filter((event) => events.includes(event)),
  expression: `create constraint trigger "${table}_for_children" after ${events} on "${table}" deferrable initially deferred for each row execute function invitation_for_children()`,
});

@ObjectType({
  implements: Node,
  description: 'A family invited to a meeting (邀请): once, however many of its children are meant.',
})
@Entity()
@Trigger(forChildren('meeting_invitation', 'insert or update of status'))
@Unique({ name: 'meeting_invitation_household_unique', properties: ['meeting', 'household'] })
@Index({ name: 'meeting_invitation_meeting_index', properties: ['meeting', 'invitedAt', 'id'] })
@Index({ name: 'meeting_invitation_household_index', properties: ['household', 'invitedAt', 'id'] })
@Trigger(
  keptBy({
    name: 'news_follow_meeting_invitation',
    table: 'meeting_invitation',
    on: 'update of status',
    atCommit: true,
  }),
)
export class MeetingInvitation extends Stored {
  @ManyToOne(() => Meeting)
  meeting!: Meeting;

  @ManyToOne(() => Household)
  household!: Household;

  @Field(() => InvitationStatus, { description: 'Whether the invitation stands (邀请状态).' })
  @Enum({ items: () => InvitationStatus })
  status: Opt<InvitationStatus> = InvitationStatus.INVITED;

  @Field(() => GraphQLDateTime, { description: 'When the family was invited (邀请时间).' })
  @Property({ type: 'datetime', length: 3 })
  invitedAt!: Date;
}

/**
 * A child whom an invitation is for: a guardian sees it, and all that hangs on it, only while one of these is theirs. Who is
 * no longer meant (left the class or the school) stays on record.
 */
@Entity()
@Trigger(forChildren('meeting_invitation_student', 'insert or update of ended_at, invitation_id, student_id or delete'))
@Unique({ name: 'meeting_invitation_student_unique', properties: ['invitation', 'student'] })
@Index({ name: 'meeting_invitation_student_ever_index', properties: ['student'] })
@Index({ name: 'meeting_invitation_student_index', properties: ['student', 'invitation'], where: 'ended_at is null' })
@Trigger(
  keptBy({
    name: 'news_follow_meeting_invitation_student',
    table: 'meeting_invitation_student',
    on: 'update of ended_at',
    atCommit: true,
  }),
)
export class MeetingInvitationStudent extends Stored {
  @ManyToOne(() => MeetingInvitation)
  invitation!: MeetingInvitation;

  @ManyToOne(() => Student)
  student!: Student;

  /** When the child was no longer meant; null while it is. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt: Date | null = null;
}
