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
} from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { Guardian, Person, Staff } from '../../../people/index.ts';
import { ShiftRole } from './shift-role.entity.ts';
import { Shift } from './shift.entity.ts';
import { Signup } from './signup.entity.ts';

export enum StandInWay {
  GUARDIAN = 'GUARDIAN',
  CODE = 'CODE',
  WAITLIST = 'WAITLIST',
}

registerEnum(StandInWay, 'StandInWay', 'To whom a volunteer offers their place (替班方式).', {
  GUARDIAN: 'To another guardian of the same family (同一家庭的家长).',
  CODE: 'To whoever is given the code (凭替班码).',
  WAITLIST: 'To the waiting list (候补名单): the volunteer keeps the place until somebody takes it.',
});

export enum StandInStatus {
  OFFERED = 'OFFERED',
  PENDING = 'PENDING',
  DONE = 'DONE',
  DECLINED = 'DECLINED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}

registerEnum(StandInStatus, 'StandInStatus', 'Where an offer to take over a place stands (替班状态).', {
  OFFERED: 'The other has not answered yet (待对方确认).',
  PENDING: 'The other agrees; the organiser decides (待组织者审核).',
  DONE: 'The other has the place (已替班).',
  DECLINED: 'The other does not want it (对方已拒绝).',
  REJECTED: 'The organiser declined (组织者未通过).',
  WITHDRAWN: 'Taken back, or the sign-up has ended (已撤回).',
  EXPIRED: 'Not answered in time (已过期).',
});

/** Whether somebody else may still get the place by it. */
const OPEN = {
  OFFERED: true,
  PENDING: true,
  DONE: false,
  DECLINED: false,
  REJECTED: false,
  WITHDRAWN: false,
  EXPIRED: false,
} as const satisfies Readonly<Record<StandInStatus, boolean>>;

/** As SQL: `status in ${OPEN_STAND_IN}`. */
export const OPEN_STAND_IN = membersThatAre(OPEN);

/** PostgreSQL refuses to offer one place to two at once. */
export const STAND_IN_ONE_OPEN = 'stand_in_one_open';

@ObjectType({
  implements: Node,
  description: 'A volunteer offers their place to somebody else (替班); they keep it until the other has it.',
})
@Entity()
@Unique({ name: STAND_IN_ONE_OPEN, properties: ['signup'], where: `status in ${OPEN_STAND_IN}` })
@Index({ name: 'stand_in_signup_index', properties: ['signup', 'offeredAt', 'id'] })
@Index({ name: 'stand_in_shift_index', properties: ['shift', 'offeredAt', 'id'] })
@Index({
  name: 'stand_in_waitlist_index',
  properties: ['role', 'offeredAt', 'id'],
  where: "way = 'WAITLIST' and status = 'OFFERED'",
})
@Unique({ name: 'stand_in_code_unique', properties: ['codeHash'] })
@Index({ name: 'stand_in_guardian_index', properties: ['to', 'offeredAt', 'id'] })
@Index({ name: 'stand_in_to_person_index', properties: ['toPerson'], where: 'to_person_id is not null' })
@Index({ name: 'stand_in_expiry_index', properties: ['expiresAt'], where: `status in ${OPEN_STAND_IN}` })
@Check({ name: 'stand_in_to', expression: '(to_id is null) = (to_person_id is null)' })
@Check({
  name: 'stand_in_way_shape',
  expression: "(way = 'CODE') = (code_hash is not null) and (way <> 'GUARDIAN' or to_id is not null)",
})
@Check({
  name: 'stand_in_answered',
  expression: "case status when 'PENDING' then to_id is not null when 'DONE' then to_id is not null else true end",
})
@Check({ name: 'stand_in_decided', expression: "(status = 'OFFERED') = (decided_at is null)" })
@Check({ name: 'stand_in_done', expression: "(status = 'DONE') = (replacement_id is not null)" })
@Check({ name: 'stand_in_decided_by', expression: "decided_by_id is null or status in ('DONE', 'REJECTED')" })
@Trigger(decidedByAnother('stand_in', 'decided_by_id'))
// Keeps beside each decision whether it was taken for the district, in the place of a school that had nobody: the roles of that moment say.
@Trigger(
  writtenBefore({
    name: 'stand_in_follow_right_of_decision',
    table: 'stand_in',
    on: 'insert or update of decided_by_id',
    when: 'new.decided_by_id is not null',
  }),
)
@Trigger(
  keptBy({
    name: 'stand_in_of_its_signup',
    table: 'stand_in',
    on: 'insert or update of signup_id, role_id, shift_id, to_id',
  }),
)
@Trigger(keptBy({ name: 'stand_in_until_start', table: 'stand_in', on: 'insert or update of status, expires_at' }))
@Trigger(
  keptBy({
    name: 'news_follow_stand_in',
    table: 'stand_in',
    on: 'insert or update of status, to_person_id, expires_at',
  }),
)
export class StandIn extends Stored {
  @ManyToOne(() => Signup)
  signup!: Signup;

  /** That of the sign-up. */
  @ManyToOne(() => ShiftRole)
  role!: ShiftRole;

  /** That of the sign-up. */
  @ManyToOne(() => Shift)
  shift!: Shift;

  @Field(() => StandInWay, { description: 'To whom the place is offered (替班方式).' })
  @Enum({ items: () => StandInWay })
  way!: StandInWay;

  /** Known from the beginning where somebody of the family is asked; else whoever answered, also where they are asked anew since the shift was moved. */
  @ManyToOne(() => Guardian, { nullable: true, deleteRule: 'restrict' })
  to: Guardian | null = null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'restrict' })
  toPerson: Person | null = null;

  /** SHA-256 of the code; the code itself is told once and stored nowhere. */
  @Property({ type: 'text', nullable: true })
  codeHash: string | null = null;

  /** When whoever answered accepted the risk notice. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  riskAcceptedAt: Date | null = null;

  @Field(() => StandInStatus, { description: 'Where the offer stands (状态).' })
  @Enum({ items: () => StandInStatus })
  status: Opt<StandInStatus> = StandInStatus.OFFERED;

  @Field(() => GraphQLDateTime, { description: 'When it was offered (提出时间).' })
  @Property({ type: 'datetime', length: 3 })
  offeredAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when it can be answered (答复截止时间), exclusive.' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  /** When it left OFFERED. */
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last decided on (处理时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  decidedAt: Date | null = null;

  /** The organiser who agreed that the other comes, or declined. */
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  decidedBy: Staff | null = null;

  /** They did so for the district: the school had nobody who might. PostgreSQL notes it. */
  @Property({ type: 'boolean', default: false })
  decidedForDistrict: Opt<boolean> = false;

  @Field(() => String, { nullable: true, description: 'Why the organiser declined (未通过原因).' })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  rejectReason: string | null = null;

  /** The sign-up of the other. */
  @ManyToOne(() => Signup, { nullable: true, deleteRule: 'restrict' })
  replacement: Signup | null = null;
}
