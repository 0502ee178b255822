import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import {
  decidedByAnother,
  keptBy,
  membersThatAre,
  OneLine,
  Stored,
  writtenBefore,
} from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { Guardian, Person, SchoolClass, Staff } from '../../../people/index.ts';
import { Shift } from './shift.entity.ts';

export enum ParentLectureStatus {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  SCHEDULED = 'SCHEDULED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  CANCELLED = 'CANCELLED',
}

registerEnum(ParentLectureStatus, 'ParentLectureStatus', 'Where a parent lecture stands (家长讲堂状态).', {
  PROPOSED: 'A guardian proposes it (已申请).',
  ACCEPTED: 'The teacher wants it; there is no time yet (已采纳).',
  SCHEDULED: 'It has a shift (已排定).',
  DECLINED: 'The teacher declined (未采纳).',
  WITHDRAWN: 'The guardian took it back (已撤回).',
  CANCELLED: 'It does not take place (已取消).',
});

/** Whether it may still get a time. */
const OPEN = {
  PROPOSED: true,
  ACCEPTED: true,
  SCHEDULED: false,
  DECLINED: false,
  WITHDRAWN: false,
  CANCELLED: false,
} as const satisfies Readonly<Record<ParentLectureStatus, boolean>>;

/** As SQL: `status in ${OPEN_LECTURE}`. */
export const OPEN_LECTURE = membersThatAre(OPEN);

/** PostgreSQL refuses two lectures of one class at one time; back to back is fine. */
export const LECTURE_OF_CLASS_NO_OVERLAP = 'parent_lecture_of_class_no_overlap';

@ObjectType({
  implements: Node,
  description: 'A parent tells the pupils of a class of their work or craft (家长讲堂).',
})
@Entity()
@Unique({ name: 'parent_lecture_shift_unique', properties: ['shift'] })
@Index({ name: 'parent_lecture_class_index', properties: ['schoolClass', 'proposedAt', 'id'] })
@Index({ name: 'parent_lecture_guardian_index', properties: ['guardian', 'proposedAt', 'id'] })
@Index({ name: 'parent_lecture_person_index', properties: ['person'] })
@Check({ name: 'parent_lecture_minutes', expression: 'duration_minutes >= 10 and duration_minutes <= 240' })
@Check({
  name: 'parent_lecture_scheduled',
  expression:
    "case status when 'SCHEDULED' then shift_id is not null when 'CANCELLED' then true else shift_id is null end",
})
@Check({
  name: 'parent_lecture_decided',
  expression: "status in ('PROPOSED', 'WITHDRAWN') or (decided_by_id is not null and decided_at is not null)",
})
@Check({
  name: 'parent_lecture_declined',
  expression: "reason is not null or status in ('PROPOSED', 'ACCEPTED', 'SCHEDULED', 'WITHDRAWN')",
})
@Check({
  name: 'parent_lecture_times',
  expression: '(starts_at is null) = (ends_at is null) and (starts_at is null or starts_at < ends_at)',
})
@Check({
  name: LECTURE_OF_CLASS_NO_OVERLAP,
  expression:
    "exclude using gist (school_class_id with =, tstzrange(starts_at, ends_at) with &&) where (status = 'SCHEDULED' and starts_at is not null)",
})
@Trigger(
  keptBy({
    name: 'parent_lecture_has_times',
    table: 'parent_lecture',
    on: 'insert or update of status, starts_at, ends_at',
  }),
)
@Trigger(
  keptBy({
    name: 'news_follow_parent_lecture',
    table: 'parent_lecture',
    on: 'update of status, starts_at',
    when: '(new.status, new.starts_at) is distinct from (old.status, old.starts_at)',
  }),
)
@Trigger(decidedByAnother('parent_lecture', 'decided_by_id'))
// Keeps beside each decision whether it was taken for the district, in the place of a school that had nobody: the roles of that moment say.
@Trigger(
  writtenBefore({
    name: 'parent_lecture_follow_right_of_decision',
    table: 'parent_lecture',
    on: 'insert or update of decided_by_id, decided_at',
    when: 'new.decided_by_id is not null',
  }),
)
export class ParentLecture extends Stored {
  @ManyToOne(() => SchoolClass)
  schoolClass!: SchoolClass;

  @ManyToOne(() => Guardian)
  guardian!: Guardian;

  @ManyToOne(() => Person)
  person!: Person;

  @Field(() => String, { description: 'What it is about (题目), e.g. 桥是怎样造成的.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'What will be told (内容提纲).' })
  @Property({ type: 'text' })
  outline!: string;

  @Field(() => Int, { description: 'How long it takes, in minutes (时长,分钟).' })
  @Property({ type: 'smallint' })
  durationMinutes: Opt<number> = 40;

  @Field(() => String, { nullable: true, description: 'When the guardian could come, in words (可行时间).' })
  @Property({ type: 'text', nullable: true })
  preferredTimes: string | null = null;

  @Field(() => ParentLectureStatus, { description: 'Where it stands (状态).' })
  @Enum({ items: () => ParentLectureStatus })
  status: Opt<ParentLectureStatus> = ParentLectureStatus.PROPOSED;

  @Field(() => GraphQLDateTime, { description: 'When it was proposed (申请时间).' })
  @Property({ type: 'datetime', length: 3 })
  proposedAt!: Date;

  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  decidedBy: Staff | null = null;

  /** They did so for the district: the school had nobody who might. PostgreSQL notes it. */
  @Property({ type: 'boolean', default: false })
  decidedForDistrict: Opt<boolean> = false;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the teacher decided last (处理时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  decidedAt: Date | null = null;

  @OneLine()
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @ManyToOne(() => Shift, { nullable: true, deleteRule: 'restrict' })
  shift: Shift | null = null;

  /**
   * The start of its shift, with which it moves: held here so that PostgreSQL sees two lectures of a class at one time.
   */
  @Property({ type: 'datetime', length: 3, nullable: true })
  startsAt: Date | null = null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  endsAt: Date | null = null;
}
