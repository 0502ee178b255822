import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { keptBy, OneLine, Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { GIVEN_BY_TWO, NODE_OF_ROLE, StaffRole } from './staff-role.enum.ts';
import { Staff } from './staff.entity.ts';

/** PostgreSQL refuses the same role at the same node twice at one time, by what was given, whatever becomes of the school year. */
export const STAFF_ASSIGNMENT_ONCE = 'staff_assignment_once';

/** The last day of the school year of the class of `new`, which stays until `new` is written; null where it is of no class. */
export const ENDS_ON =
  '(select y.ends_on from school_class c join school_year y on y.id = c.school_year_id where c.id = new.school_class_id for share of y)';

/** PostgreSQL refuses a role that somebody gave themselves, or that takes two, without a second who is neither. */
export const STAFF_ASSIGNMENT_SECOND = 'staff_assignment_second';

@ObjectType({
  implements: Node,
  description:
    'A role of a staff member at a node (任职): it reaches down from there and never sideways. One in a class ends with the school year of the class.',
})
@Entity()
@Trigger(changesRights('staff_assignment'))
@Trigger({
  // Until when it was given and when it was ended is all that anybody writes; the last day follows from that, and from the school year of
  // the class, which is waited for while it is changed. Where the year ends before the first day the role is not in force, on no day of it.
  // What was ended stays as it was. Processes of before write what was given as the last day, which is the end of the year where none was.
  name: 'staff_assignment_follow_year',
  timing: 'before',
  events: ['insert', 'update'],
  body: `
    if old.ended_at is not null and new.ended_at is not null then
      new.valid_to := old.valid_to;
    else
      declare
        year_ends date := ${ENDS_ON};
      begin
        if tg_op = 'INSERT' and new.last_day_given is null then
          new.last_day_given := nullif(least(new.valid_to, year_ends), year_ends);
        end if;
        new.valid_to := least(new.last_day_given, year_ends, (new.ended_at at time zone 'Asia/Shanghai')::date);
      end;
    end if;
    return new`,
})
@Trigger(keptBy({ name: 'staff_assignment_stays_ended', table: 'staff_assignment', on: 'update of ended_at' }))
@Trigger(
  keptBy({
    name: 'staff_assignment_follow_news',
    table: 'staff_assignment',
    on: 'update',
    when: 'old.ended_at is null and (new.ended_at is not null or (new.valid_to < new.valid_from) is distinct from (old.valid_to < old.valid_from))',
  }),
)
@Trigger(
  keptBy({
    name: 'staff_assignment_follow_held_as',
    table: 'staff_assignment',
    on: 'insert or update of held_as',
    when: 'new.held_as is not null',
  }),
)
@Index({ name: 'staff_assignment_staff_index', properties: ['staff', 'role'] })
@Index({ name: 'staff_assignment_class_index', properties: ['schoolClass', 'role'] })
@Index({ name: 'staff_assignment_school_index', properties: ['school', 'role'] })
@Index({ name: 'staff_assignment_last_day_index', properties: ['validTo'], where: 'valid_to is not null' })
@Check({
  name: STAFF_ASSIGNMENT_ONCE,
  expression: `exclude using gist (staff_id with =, role with =, (coalesce(school_class_id, school_id, district_id)) with =,
    (coalesce(grade_id, district_id)) with =, (coalesce(subject, '')) with =, daterange(valid_from, last_day_given, '[]') with &&) where (ended_at is null)`,
})
@Check({ name: 'staff_assignment_dates', expression: 'last_day_given is null or valid_from <= last_day_given' })
@Check({
  name: 'staff_assignment_node',
  expression: NODE_OF_ROLE,
})
@Check({
  name: STAFF_ASSIGNMENT_SECOND,
  expression: `case when approved_by_id is not null then assigned_by_id is not null and approved_by_id <> assigned_by_id and approved_by_id <> staff_id
    else assigned_by_id is null or granted_alone or (assigned_by_id <> staff_id and ${[...GIVEN_BY_TWO].map((role) => `role <> '${role}'`).join(' and ')}) end`,
})
export class StaffAssignment extends Stored {
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

  @Field(() => GraphQLDate, { description: 'First day (任职开始日期).' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => GraphQLDate, {
    nullable: true,
    description:
      'Last day (任职结束日期), inclusive; null while open, which a role in a class never is. It lies before the first day where the school year ' +
      'ends before that, or somebody has ended the role before that: then the role is in force on no day (任职未生效).',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  /** Until when it was given; null where it lasts as long as what it is a role in. */
  @Property({ type: 'date', nullable: true })
  lastDayGiven: string | null = null;

  /** Null for the first administrator and for what was loaded. */
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  assignedBy: Staff | null = null;

  /** The second administrator, where it took two. */
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  approvedBy: Staff | null = null;

  /** Given by one alone before it took two; no role is given so any more. */
  @Property({ type: 'boolean', default: false })
  grantedAlone: Opt<boolean> = false;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was ended (解任时间): it grants nothing from this moment on.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt: Date | null = null;

  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  endedBy: Staff | null = null;

  /** The holder's name then, where they have been called something else since it was over; null where they are called so still. */
  @OneLine('NAME')
  @Property({ type: 'text', nullable: true })
  heldAs: string | null = null;
}
