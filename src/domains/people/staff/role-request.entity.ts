import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { keptBy, OneLine, Stored } from '../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';
import { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { ENDS_ON, StaffAssignment } from './staff-assignment.entity.ts';
import { NODE_OF_ROLE, StaffRole } from './staff-role.enum.ts';
import { Staff } from './staff.entity.ts';

export enum RoleRequestStatus {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}

registerEnum(RoleRequestStatus, 'RoleRequestStatus', 'Where a request for a role stands (任命申请状态).', {
  PENDING: 'Waiting for a second administrator: it gives no right (待复核).',
  APPROVED: 'A second administrator has approved it: the role was given (已通过).',
  REJECTED: 'A second administrator has declined it (未通过).',
  WITHDRAWN: 'Taken back by whoever asked (已撤回).',
  EXPIRED:
    'It can be approved no more, and nobody has decided: its time is over, whoever asked could not give the role any more, the school year ends before the role would begin, whom it names was released, or the role was given by another road (已失效).',
});

/** PostgreSQL refuses to ask twice for the same. */
export const ROLE_REQUEST_ONCE = 'role_request_once';
/** PostgreSQL refuses a decision by whoever asked, or by the person named. */
export const ROLE_REQUEST_SECOND = 'role_request_second';

/**
 * A role that takes a second administrator: what somebody wants for themselves, and every role that reads a whole district. It is no
 * assignment, so that no reader of assignments can take it for one; approved, it becomes one.
 */
@ObjectType({
  implements: Node,
  description: 'A role that a second administrator must approve (任命申请): it gives no right until then.',
})
@Entity()
@Trigger({
  // Until when it was asked for is what anybody writes; while it can be approved, the last day follows from that and from the school year of
  // the class, as that of the role does that it becomes. Processes of before write as they do of a role.
  name: 'role_request_follow_year',
  timing: 'before',
  events: ['insert', 'update'],
  body: `
    if new.status = 'PENDING' then
      declare
        year_ends date := ${ENDS_ON};
      begin
        if tg_op = 'INSERT' and new.last_day_asked is null then
          new.last_day_asked := nullif(least(new.valid_to, year_ends), year_ends);
        end if;
        new.valid_to := least(new.last_day_asked, year_ends);
      end;
    end if;
    return new`,
})
@Index({ name: 'role_request_district_index', properties: ['district', 'createdAt', 'id'] })
@Index({ name: 'role_request_school_index', properties: ['school', 'createdAt', 'id'] })
@Index({ name: 'role_request_staff_index', properties: ['staff'] })
@Index({ name: 'role_request_asked_by_index', properties: ['askedBy'] })
@Check({
  name: ROLE_REQUEST_ONCE,
  expression: `exclude using gist (staff_id with =, role with =, (coalesce(school_class_id, school_id, district_id)) with =,
    (coalesce(grade_id, district_id)) with =, (coalesce(subject, '')) with =) where (status = 'PENDING')`,
})
@Check({ name: 'role_request_dates', expression: 'valid_to is null or valid_from <= valid_to' })
@Check({ name: 'role_request_node', expression: NODE_OF_ROLE })
@Check({
  name: 'role_request_decided',
  expression: `(status = 'APPROVED') = (assignment_id is not null) and (status = 'REJECTED') = (reason is not null) and (status = 'PENDING') = (decided_at is null)
    and (status in ('PENDING', 'EXPIRED')) = (decided_by_id is null)`,
})
@Check({
  name: ROLE_REQUEST_SECOND,
  expression:
    "case when status = 'WITHDRAWN' then decided_by_id = asked_by_id else decided_by_id is null or (decided_by_id <> asked_by_id and decided_by_id <> staff_id) end",
})
@Trigger(
  keptBy({
    name: 'news_follow_role_request',
    table: 'role_request',
    on: 'update of status',
    when: '(new.status) is distinct from (old.status)',
  }),
)
export class RoleRequest extends Stored {
  /** The member of staff who is to have it. */
  @ManyToOne(() => Staff)
  staff!: Staff;

  @Field(() => StaffRole, { description: 'The role (角色).' })
  @Enum({ items: () => StaffRole })
  role!: StaffRole;

  @ManyToOne(() => District)
  district!: District;

  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @ManyToOne(() => Grade, { nullable: true, deleteRule: 'restrict' })
  grade: Grade | null = null;

  @ManyToOne(() => SchoolClass, { nullable: true, deleteRule: 'restrict' })
  schoolClass: SchoolClass | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Subject taught (任教学科), where the role is a subject teacher.',
  })
  @OneLine('TITLE')
  @Property({ type: 'text', nullable: true })
  subject: string | null = null;

  @Field(() => GraphQLDate, {
    description:
      'First day that was asked for (任职开始日期); it begins on the day of the approval where that is later.',
  })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day (任职结束日期), inclusive; null while open.' })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  /** Until when it was asked for; null where it is to last as long as what it is a role in. */
  @Property({ type: 'date', nullable: true })
  lastDayAsked: string | null = null;

  @ManyToOne(() => Staff)
  askedBy!: Staff;

  @Field(() => GraphQLDateTime, { description: 'Until when it can be approved (复核截止时间), exclusive.' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Field(() => RoleRequestStatus, { description: 'Where it stands (状态).' })
  @Enum({ items: () => RoleRequestStatus, default: RoleRequestStatus.PENDING })
  status: RoleRequestStatus = RoleRequestStatus.PENDING;

  /** The second administrator; whoever asked, where they took it back. */
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  decidedBy: Staff | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was decided, taken back or found to be approved no more (处理时间).',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  decidedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was declined (原因).' })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  /** The assignment that it became. */
  @ManyToOne(() => StaffAssignment, { nullable: true, deleteRule: 'restrict' })
  assignment: StaffAssignment | null = null;
}
