import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import {
  keptBy,
  membersThatAre,
  OneLine,
  refusal,
  Stored,
  writtenBefore,
} from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { District, Guardian, Household, Person, School } from '../../../people/index.ts';
import { Shift } from './shift.entity.ts';
import { Signup } from './signup.entity.ts';

export enum ServiceSource {
  SYSTEM_CHECKED = 'SYSTEM_CHECKED',
  SUPPLEMENTED = 'SUPPLEMENTED',
}

registerEnum(ServiceSource, 'ServiceSource', 'What a service record rests on (服务记录来源).', {
  SYSTEM_CHECKED: 'On check-in and check-out (系统签到).',
  SUPPLEMENTED: 'On what the volunteer or organiser wrote down afterwards (补录).',
});

export enum ServiceStatus {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  APPEALED = 'APPEALED',
}

registerEnum(ServiceStatus, 'ServiceStatus', 'Where a service record stands (服务记录状态).', {
  PENDING: 'Waiting for approval (待审核).',
  APPROVED: 'It counts (已通过).',
  REJECTED: 'It does not count (未通过).',
  APPEALED: 'The volunteer asks to decide again (申诉中).',
});

/** Whether somebody has to decide on it. */
const WAITING = {
  PENDING: true,
  APPROVED: false,
  REJECTED: false,
  APPEALED: true,
} as const satisfies Readonly<Record<ServiceStatus, boolean>>;

/** As SQL: `status in ${WAITING_SERVICE}`. */
export const WAITING_SERVICE = membersThatAre(WAITING);

/** PostgreSQL refuses a volunteer who approves their own service. */
export const SERVICE_RECORD_APPROVER = 'service_record_approver';
/** PostgreSQL refuses a supplement that is decided by whoever filed it. */
export const SERVICE_RECORD_FILER = 'service_record_filer';
/** PostgreSQL refuses an appeal that is decided by whoever rejected the record. */
export const SERVICE_RECORD_APPEAL_DECIDED = 'service_record_appeal_decided';
/** Those by which nobody decides on what they did, said or decided themselves. */
export const OWN_SERVICE_CONSTRAINTS = [SERVICE_RECORD_APPROVER, SERVICE_RECORD_FILER, SERVICE_RECORD_APPEAL_DECIDED];
export const SERVICE_RECORD_ONE_CHECKED = 'service_record_one_checked';
/** PostgreSQL refuses a second supplement of a sign-up while one waits. */
export const SERVICE_RECORD_ONE_WAITING = 'service_record_one_waiting';

const certified = (row: string): string =>
  ['person_id', 'starts_at', 'ends_at', 'status'].map((column) => `${row}.${column}`).join(', ');

@ObjectType({
  implements: Node,
  description: 'Time that a volunteer served (服务记录). Overlapping time is counted once in every total.',
})
@Entity()
@Unique({ name: SERVICE_RECORD_ONE_CHECKED, properties: ['signup'], where: "source = 'SYSTEM_CHECKED'" })
@Unique({
  name: SERVICE_RECORD_ONE_WAITING,
  properties: ['signup'],
  where: "source = 'SUPPLEMENTED' and status = 'PENDING'",
})
@Index({ name: 'service_record_starts_index', properties: ['startsAt', 'id'] })
@Index({ name: 'service_record_status_index', properties: ['status', 'startsAt', 'id'] })
@Index({ name: 'service_record_shift_index', properties: ['shift', 'startsAt', 'id'] })
@Index({ name: 'service_record_person_index', properties: ['person', 'startsAt', 'id'] })
@Index({ name: 'service_record_guardian_index', properties: ['guardian', 'startsAt', 'id'] })
@Index({ name: 'service_record_household_index', properties: ['household', 'startsAt', 'id'] })
@Index({ name: 'service_record_school_index', properties: ['school', 'startsAt', 'id'] })
@Index({ name: 'service_record_school_status_index', properties: ['school', 'status', 'startsAt', 'id'] })
@Index({ name: 'service_record_district_index', properties: ['district', 'startsAt', 'id'] })
@Index({
  name: 'service_record_of_district_index',
  properties: ['district', 'startsAt', 'id'],
  where: 'school_id is null',
})
@Index({
  name: 'service_record_waiting_index',
  properties: ['district', 'startsAt', 'id'],
  where: `status in ${WAITING_SERVICE}`,
})
@Index({ name: 'service_record_approver_index', properties: ['approver', 'startsAt', 'id'] })
@Index({ name: 'service_record_signup_index', properties: ['signup'] })
@Index({ name: 'service_record_filed_by_index', properties: ['filedBy'], where: 'filed_by_id is not null' })
@Index({ name: 'service_record_rejected_by_index', properties: ['rejectedBy'], where: 'rejected_by_id is not null' })
@Check({ name: 'service_record_times', expression: 'starts_at < ends_at and minutes <= 1440' })
@Check({ name: SERVICE_RECORD_APPROVER, expression: 'approver_id is null or approver_id <> person_id' })
@Check({
  name: 'service_record_decided',
  expression:
    "case status when 'PENDING' then decided_at is null when 'APPEALED' then appealed_at is not null and decided_at is not null else decided_at is not null end",
})
@Check({ name: 'service_record_supplement', expression: "(source = 'SUPPLEMENTED') = (description is not null)" })
@Check({
  name: 'service_record_supplement_approved',
  expression: "source <> 'SUPPLEMENTED' or status <> 'APPROVED' or approver_id is not null",
})
@Check({
  name: SERVICE_RECORD_FILER,
  expression:
    "filed_by_id is null or (source = 'SUPPLEMENTED' and (approver_id is null or approver_id <> filed_by_id))",
})
@Check({
  name: 'service_record_rejected',
  expression: "status <> 'REJECTED' or (approver_id is not null and decision_reason is not null)",
})
@Check({
  name: 'service_record_appeal',
  expression: '(appealed_at is null) = (appeal is null) and (appealed_at is null) = (rejected_by_id is null)',
})
@Check({
  name: SERVICE_RECORD_APPEAL_DECIDED,
  expression: "appealed_at is null or status = 'APPEALED' or approver_id <> rejected_by_id",
})
@Trigger({
  name: 'service_record_certified',
  timing: 'after',
  events: ['update'],
  body: `
    if (${certified('new')}) is distinct from (${certified('old')}) and exists (
      select 1 from certified_record c join service_certificate s on s.id = c.certificate_id where c.record_id = new.id and s.revoked_at is null) then
      ${refusal('service_record_certified', 'a valid certificate rests on it')};
    end if;
    return null`,
})
@Trigger(
  keptBy({
    name: 'service_record_own_code',
    table: 'service_record',
    on: 'insert or update of status, approver_id, decided_at',
  }),
)
@Trigger(
  keptBy({
    name: 'service_record_appeal_stands',
    table: 'service_record',
    on: 'update of status, starts_at, ends_at, appealed_at',
    when: 'old.appealed_at is not null and (new.approver_id is null or new.approver_id = old.rejected_by_id) and (new.status, new.starts_at, new.ends_at, new.appealed_at) is distinct from (old.status, old.starts_at, old.ends_at, old.appealed_at)',
  }),
)
@Trigger(
  keptBy({
    name: 'service_record_decider_stays',
    table: 'service_record',
    on: 'update of approver_id, rejected_by_id',
    when: "(new.approver_id is distinct from old.approver_id and (new.decided_at, new.status) is not distinct from (old.decided_at, old.status) and (old.status <> 'APPROVED' or old.appealed_at is not null)) or (new.rejected_by_id is distinct from old.rejected_by_id and new.rejected_by_id is distinct from old.approver_id and new.rejected_by_id is not null)",
  }),
)
// Keeps beside each decision whether it was taken for the district, in the place of a school that had nobody: the roles of that moment say.
@Trigger(
  writtenBefore({
    name: 'service_record_follow_right_of_decision',
    table: 'service_record',
    on: 'insert or update of approver_id, decided_at',
    when: 'new.approver_id is not null',
  }),
)
@Trigger(
  keptBy({
    name: 'news_follow_service_record',
    table: 'service_record',
    on: 'update of status',
    when: 'new.status <> old.status',
  }),
)
export class ServiceRecord extends Stored {
  @ManyToOne(() => Person)
  person!: Person;

  @ManyToOne(() => Guardian)
  guardian!: Guardian;

  /** The family that the volunteer stood for, where there is one only. */
  @ManyToOne(() => Household, { nullable: true, deleteRule: 'restrict' })
  household: Household | null = null;

  @ManyToOne(() => District)
  district!: District;

  /** Null where the district itself asked for volunteers. */
  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @ManyToOne(() => Shift)
  shift!: Shift;

  @ManyToOne(() => Signup)
  signup!: Signup;

  @Field(() => GraphQLDateTime, { description: 'Start (开始时间), not before that of the shift.' })
  @Property({ type: 'datetime', length: 3 })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'End (结束时间), not after that of the shift.' })
  @Property({ type: 'datetime', length: 3 })
  endsAt!: Date;

  @Field(() => Int, { description: 'Length in whole minutes (时长,分钟).' })
  @Property({ type: 'int', generated: '(floor(extract(epoch from ends_at - starts_at) / 60)::int) stored' })
  minutes!: Opt<number>;

  @Field(() => ServiceSource, { description: 'What it rests on (来源).' })
  @Enum({ items: () => ServiceSource })
  source!: ServiceSource;

  @Field(() => String, {
    nullable: true,
    description: 'For a supplement: what was done, and why it was not checked in (补录说明).',
  })
  @Property({ type: 'text', nullable: true })
  description: string | null = null;

  /**
   * The person who wrote a supplement down, the volunteer or somebody who runs the shift: another decides. Null for
   * what was decided before this was kept.
   */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'restrict' })
  filedBy: Person | null = null;

  @Field(() => ServiceStatus, { description: 'Where it stands (状态).' })
  @Enum({ items: () => ServiceStatus })
  status: Opt<ServiceStatus> = ServiceStatus.PENDING;

  /** The person who decided last; null where the hub itself approved what was checked in and out by the code. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'restrict' })
  approver: Person | null = null;

  /** They did so for the district: the school had nobody who might. PostgreSQL notes it. */
  @Property({ type: 'boolean', default: false })
  decidedForDistrict: Opt<boolean> = false;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was decided (审核时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  decidedAt: Date | null = null;

  @OneLine()
  @Property({ type: 'text', nullable: true })
  decisionReason: string | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the volunteer appealed (申诉时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  appealedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'What the volunteer says to the decision (申诉理由).' })
  @Property({ type: 'text', nullable: true })
  appeal: string | null = null;

  /** The person whose rejection the appeal is against. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'restrict' })
  rejectedBy: Person | null = null;
}
