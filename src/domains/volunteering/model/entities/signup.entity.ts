import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import {
  decidedByAnother,
  keptBy,
  membersThatAre,
  OneLine,
  Stored,
  writtenBefore,
  type MembersThatAre,
} from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { Guardian, Household, Person, Staff } from '../../../people/index.ts';
import { ShiftRole, takesPlaces } from './shift-role.entity.ts';
import { Shift } from './shift.entity.ts';

export enum SignupStatus {
  PENDING = 'PENDING',
  CONFIRMED = 'CONFIRMED',
  REJECTED = 'REJECTED',
  CANCELLED = 'CANCELLED',
}

registerEnum(SignupStatus, 'SignupStatus', 'Where a sign-up stands (报名状态).', {
  PENDING: 'Waiting for the organiser (待审核): it takes no place, but occupies the time.',
  CONFIRMED: 'The volunteer has the place (已确认).',
  REJECTED: 'The organiser declined (未通过).',
  CANCELLED: 'Taken back (已取消).',
});

/** Whether somebody has the place by it, or may still get it. */
const ACTIVE = {
  PENDING: true,
  CONFIRMED: true,
  REJECTED: false,
  CANCELLED: false,
} as const satisfies Readonly<Record<SignupStatus, boolean>>;

export type ActiveSignupStatus = MembersThatAre<typeof ACTIVE>;
/** As SQL: `status in ${ACTIVE_SIGNUP}`. */
export const ACTIVE_SIGNUP = membersThatAre(ACTIVE);

/** PostgreSQL refuses the second active sign-up of one person for one shift. */
export const SIGNUP_ONE_ACTIVE = 'signup_one_active';

@ObjectType({ implements: Node, description: 'A volunteer signed up for a role of a shift (报名).' })
@Entity()
@Unique({
  name: SIGNUP_ONE_ACTIVE,
  properties: ['person', 'shift'],
  where: `status in ${ACTIVE_SIGNUP}`,
})
@Index({ name: 'signup_role_index', properties: ['role', 'signedUpAt', 'id'] })
@Index({ name: 'signup_shift_index', properties: ['shift', 'signedUpAt', 'id'] })
@Index({ name: 'signup_guardian_index', properties: ['guardian', 'signedUpAt', 'id'] })
@Check({ name: 'signup_cancelled', expression: "(status = 'CANCELLED') = (cancelled_at is not null)" })
@Index({ name: 'signup_cancel_requested_index', properties: ['id'], where: 'cancel_requested_at is not null' })
@Index({ name: 'signup_pending_index', properties: ['id'], where: "status = 'PENDING'" })
@Index({ name: 'signup_pending_shift_index', properties: ['shift'], where: "status = 'PENDING'" })
@Index({ name: 'signup_person_index', properties: ['person'] })
@Index({ name: 'signup_reconfirm_index', properties: ['reconfirmUntil'], where: 'reconfirm_until is not null' })
@Check({ name: 'signup_cancel_request', expression: '(cancel_requested_at is null) = (cancel_request_reason is null)' })
@Check({ name: 'signup_reconfirm', expression: `reconfirm_until is null or status in ${ACTIVE_SIGNUP}` })
@Trigger(takesPlaces('signup', 'insert'))
@Trigger(takesPlaces('signup', 'update'))
@Trigger(takesPlaces('signup', 'delete'))
@Trigger(keptBy({ name: 'signup_has_come', table: 'signup', on: 'update of status' }))
@Trigger(
  keptBy({
    name: 'news_follow_signup',
    table: 'signup',
    on: 'insert or update of status, reconfirm_until, cancel_requested_at, cancel_request_answer',
  }),
)
@Trigger(
  keptBy({ name: 'signup_of_its_role', table: 'signup', on: 'insert or update of role_id, shift_id, guardian_id' }),
)
@Check({
  name: 'signup_cancel_decided',
  expression: "cancel_decided_by_id is null or status = 'CANCELLED' or cancel_request_answer is not null",
})
@Trigger(decidedByAnother('signup', 'decided_by_id', 'cancel_decided_by_id'))
// Keeps beside each decision whether it was taken for the district, in the place of a school that had nobody: the roles of that moment say.
@Trigger(
  writtenBefore({
    name: 'signup_follow_right_of_decision',
    table: 'signup',
    on: 'insert or update of decided_by_id, decided_at, cancel_decided_by_id',
    when: 'new.decided_by_id is not null or new.cancel_decided_by_id is not null',
  }),
)
@Trigger(
  keptBy({
    name: 'signup_taken_in_by_another',
    table: 'signup',
    on: 'insert or update of status',
    when: "new.status = 'CONFIRMED' and new.decided_by_id is null",
  }),
)
export class Signup extends Stored {
  @ManyToOne(() => ShiftRole)
  role!: ShiftRole;

  /** That of the role; held here so that a unique index can say "one active sign-up a shift". */
  @ManyToOne(() => Shift)
  shift!: Shift;

  @ManyToOne(() => Guardian)
  guardian!: Guardian;

  /** That of the guardian: a teacher who is a parent is one person. */
  @ManyToOne(() => Person)
  person!: Person;

  /** The family that the volunteer stands for, where there is one only. */
  @ManyToOne(() => Household, { nullable: true, deleteRule: 'restrict' })
  household: Household | null = null;

  @Field(() => SignupStatus, { description: 'Where the sign-up stands (报名状态).' })
  @Enum({ items: () => SignupStatus })
  status!: SignupStatus;

  @Field(() => GraphQLDateTime, { description: 'When the volunteer signed up (报名时间).' })
  @Property({ type: 'datetime', length: 3 })
  signedUpAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was taken back (取消时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  cancelledAt: Date | null = null;

  @OneLine()
  @Property({ type: 'text', nullable: true })
  cancelReason: string | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the volunteer accepted the risk notice (风险告知确认时间).',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  riskAcceptedAt: Date | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'The time was changed: until when the volunteer must confirm again (再次确认截止时间); null where there is nothing to confirm.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  reconfirmUntil: Date | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the volunteer asked the organiser to be let go (申请取消时间); null where no request stands.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  cancelRequestedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why the volunteer asks to be let go (申请取消原因).' })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  cancelRequestReason: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the organiser did not let the volunteer go (未同意取消的原因); null where none was declined.',
  })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  cancelRequestAnswer: string | null = null;

  /** The organiser who answered the request to be let go last: with an answer they declined, without one they let the volunteer go. */
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  cancelDecidedBy: Staff | null = null;

  /** They did so for the district: the school had nobody who might. PostgreSQL notes it. */
  @Property({ type: 'boolean', default: false })
  cancelDecidedForDistrict: Opt<boolean> = false;

  /** The organiser who approved or declined it last. */
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  decidedBy: Staff | null = null;

  /** They did so for the district: the school had nobody who might. PostgreSQL notes it. */
  @Property({ type: 'boolean', default: false })
  decidedForDistrict: Opt<boolean> = false;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When an organiser approved or declined it (审核时间).',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  decidedAt: Date | null = null;

  /**
   * Since when the volunteer has had no right to a place that stands. What it was as the shift ran is kept, though the right be there again:
   * the hub turned them away, and nobody misses that.
   */
  @Property({ type: 'datetime', length: 3, nullable: true })
  withoutRightSince: Date | null = null;

  /** The sign-up whose place this one took over. */
  @ManyToOne(() => Signup, { nullable: true, deleteRule: 'restrict' })
  standsInFor: Signup | null = null;
}
