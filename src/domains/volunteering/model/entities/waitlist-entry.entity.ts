import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { keptBy, membersThatAre, Stored, type MembersThatAre } from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { Guardian, Household, Person } from '../../../people/index.ts';
import { ShiftRole, takesPlaces } from './shift-role.entity.ts';
import { Shift } from './shift.entity.ts';
import { Signup } from './signup.entity.ts';
import { StandIn } from './stand-in.entity.ts';

export enum WaitlistStatus {
  WAITING = 'WAITING',
  OFFERED = 'OFFERED',
  TAKEN = 'TAKEN',
  LEFT = 'LEFT',
  DECLINED = 'DECLINED',
  EXPIRED = 'EXPIRED',
  CLOSED = 'CLOSED',
  INELIGIBLE = 'INELIGIBLE',
}

registerEnum(WaitlistStatus, 'WaitlistStatus', 'Where somebody on a waiting list stands (候补状态).', {
  WAITING: 'Waiting (候补中).',
  OFFERED: 'A place is held for them until the offer expires (名额保留中).',
  TAKEN: 'They took the place (已接受).',
  LEFT: 'They left the list (已退出).',
  DECLINED: 'They declined the place (已放弃).',
  EXPIRED: 'They did not answer in time (已过期).',
  CLOSED: 'The list ended: the shift began or does not take place (候补已结束).',
  INELIGIBLE: 'They are no longer among the families for whom the activity is (不再符合适用范围).',
});

/** Whether they still wait, or a place is held for them. */
const IN_LINE = {
  WAITING: true,
  OFFERED: true,
  TAKEN: false,
  LEFT: false,
  DECLINED: false,
  EXPIRED: false,
  CLOSED: false,
  INELIGIBLE: false,
} as const satisfies Readonly<Record<WaitlistStatus, boolean>>;

export type StatusInLine = MembersThatAre<typeof IN_LINE>;
/** As SQL: `status in ${ENTRY_IN_LINE}`. */
export const ENTRY_IN_LINE = membersThatAre(IN_LINE);

/** PostgreSQL refuses to let one person wait twice for one role. */
export const WAITLIST_ONE_ACTIVE = 'waitlist_entry_one_active';

@ObjectType({ implements: Node, description: 'Somebody who waits for a place in a role (候补).' })
@Entity()
@Unique({ name: 'waitlist_entry_sequence_unique', properties: ['role', 'sequence'] })
@Unique({ name: WAITLIST_ONE_ACTIVE, properties: ['person', 'role'], where: `status in ${ENTRY_IN_LINE}` })
@Index({
  name: 'waitlist_entry_queue_index',
  properties: ['role', 'priority', 'joinedAt', 'sequence'],
  where: "status = 'WAITING'",
})
@Index({ name: 'waitlist_entry_expiry_index', properties: ['offerExpiresAt'], where: "status = 'OFFERED'" })
@Index({ name: 'waitlist_entry_held_index', properties: ['role', 'offerExpiresAt'], where: "status = 'OFFERED'" })
@Unique({ name: 'waitlist_entry_one_for_stand_in', properties: ['standIn'], where: "status = 'OFFERED'" })
@Index({ name: 'waitlist_entry_guardian_index', properties: ['guardian', 'joinedAt', 'id'] })
@Index({ name: 'waitlist_entry_person_index', properties: ['person'] })
@Index({ name: 'waitlist_entry_shift_index', properties: ['shift', 'status'] })
@Check({
  name: 'waitlist_entry_offer',
  expression: "status <> 'OFFERED' or (offered_at is not null and offer_expires_at is not null)",
})
@Check({ name: 'waitlist_entry_offer_times', expression: 'offered_at < offer_expires_at' })
@Check({ name: 'waitlist_entry_ended', expression: `(status in ${ENTRY_IN_LINE}) = (ended_at is null)` })
@Check({ name: 'waitlist_entry_taken', expression: "(status = 'TAKEN') = (signup_id is not null)" })
@Check({ name: 'waitlist_entry_waiting', expression: "status <> 'WAITING' or offer_expires_at is null" })
@Trigger(takesPlaces('waitlist_entry', 'insert'))
@Trigger(takesPlaces('waitlist_entry', 'update'))
@Trigger(takesPlaces('waitlist_entry', 'delete'))
@Trigger(
  keptBy({
    name: 'waitlist_entry_of_its_role',
    table: 'waitlist_entry',
    on: 'insert or update of role_id, shift_id, guardian_id',
  }),
)
@Trigger(
  keptBy({
    name: 'news_follow_waitlist_entry',
    table: 'waitlist_entry',
    on: 'insert or update of status, offer_expires_at, stand_in_id',
  }),
)
export class WaitlistEntry extends Stored {
  @ManyToOne(() => ShiftRole)
  role!: ShiftRole;

  /** That of the role. */
  @ManyToOne(() => Shift)
  shift!: Shift;

  @ManyToOne(() => Guardian)
  guardian!: Guardian;

  /** That of the guardian. */
  @ManyToOne(() => Person)
  person!: Person;

  @ManyToOne(() => Household, { nullable: true, deleteRule: 'restrict' })
  household: Household | null = null;

  @Field(() => Int, {
    description: 'Lower comes first; 0 for all where the activity has no rule of priority (优先级).',
  })
  @Property({ type: 'smallint' })
  priority: Opt<number> = 0;

  @Field(() => GraphQLDateTime, { description: 'When they joined the list (加入时间).' })
  @Property({ type: 'datetime', length: 3 })
  joinedAt!: Date;

  /** Given under the role's lock: tells apart who joined at one moment. */
  @Property({ type: 'int' })
  sequence!: number;

  @Field(() => WaitlistStatus, { description: 'Where they stand (状态).' })
  @Enum({ items: () => WaitlistStatus })
  status: Opt<WaitlistStatus> = WaitlistStatus.WAITING;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When a place was last offered (提供名额时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  offeredAt: Date | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when the offer can be accepted (接受截止时间), exclusive.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  offerExpiresAt: Date | null = null;

  /** The place that is offered is still that of somebody, who gives it up only if it is taken; null where a free place is held. */
  @ManyToOne(() => StandIn, { nullable: true, deleteRule: 'restrict' })
  standIn: StandIn | null = null;

  /** An offer was taken back because the organiser lowered the capacity, the volunteer keeps the place, or whoever was asked may not take it any more. */
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When an offer was last taken back, for the place is no longer to be had, or not by them (名额收回时间); they kept their place in the list.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  offerWithdrawnAt: Date | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When they stopped waiting (结束时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt: Date | null = null;

  /** The sign-up that they got. */
  @ManyToOne(() => Signup, { nullable: true, deleteRule: 'restrict' })
  signup: Signup | null = null;
}
