import { type Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from '../../platform/database/index.ts';
import { Node, registerEnum } from '../../platform/graphql/index.ts';
import { Household } from '../people/index.ts';
import { Meeting } from './meeting.entity.ts';

export enum InvitationStatus {
  INVITED = 'INVITED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnum(InvitationStatus, 'InvitationStatus', 'Whether an invitation stands (邀请状态).', {
  INVITED: 'The family is invited (已邀请).',
  WITHDRAWN: 'No longer invited, e.g. after a change of class (已撤回).',
});

@ObjectType({ implements: Node, description: 'A family invited to a meeting (邀请): once, however many of its children are meant.' })
@Entity()
@Unique({ name: 'meeting_invitation_household_unique', properties: ['meeting', 'household'] })
@Index({ name: 'meeting_invitation_meeting_index', properties: ['meeting', 'invitedAt', 'id'] })
@Index({ name: 'meeting_invitation_household_index', properties: ['household', 'invitedAt', 'id'] })
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
