import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import {
  decidedByAnother,
  keptBy,
  membersThatAre,
  OneLine,
  Stored,
  writtenBefore,
} from '../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';
import { Staff } from '../staff/staff.entity.ts';
import { Guardian } from './guardian.entity.ts';
import { Student } from './student.entity.ts';

export enum GuardianRelation {
  FATHER = 'FATHER',
  MOTHER = 'MOTHER',
  PATERNAL_GRANDFATHER = 'PATERNAL_GRANDFATHER',
  PATERNAL_GRANDMOTHER = 'PATERNAL_GRANDMOTHER',
  MATERNAL_GRANDFATHER = 'MATERNAL_GRANDFATHER',
  MATERNAL_GRANDMOTHER = 'MATERNAL_GRANDMOTHER',
  STEP_PARENT = 'STEP_PARENT',
  FOSTER_PARENT = 'FOSTER_PARENT',
  SIBLING = 'SIBLING',
  OTHER_RELATIVE = 'OTHER_RELATIVE',
  OTHER_GUARDIAN = 'OTHER_GUARDIAN',
}

registerEnum(GuardianRelation, 'GuardianRelation', 'What a guardian is to a pupil (与学生关系).', {
  FATHER: 'Father (父亲).',
  MOTHER: 'Mother (母亲).',
  PATERNAL_GRANDFATHER: "Father's father (祖父).",
  PATERNAL_GRANDMOTHER: "Father's mother (祖母).",
  MATERNAL_GRANDFATHER: "Mother's father (外祖父).",
  MATERNAL_GRANDMOTHER: "Mother's mother (外祖母).",
  STEP_PARENT: 'Step-parent (继父母).',
  FOSTER_PARENT: 'Foster parent (养父母).',
  SIBLING: 'Brother or sister (兄弟姐妹).',
  OTHER_RELATIVE: 'Another relative (其他亲属).',
  OTHER_GUARDIAN: 'Another guardian (其他监护人).',
});

export enum GuardianshipStatus {
  PENDING = 'PENDING',
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
  BLOCKED = 'BLOCKED',
  REJECTED = 'REJECTED',
}

registerEnum(GuardianshipStatus, 'GuardianshipStatus', 'Where a guardianship stands (监护关系状态).', {
  PENDING: 'Waiting for the homeroom teacher (待审核).',
  ACTIVE: 'In force (有效).',
  ENDED: 'Over (已结束).',
  BLOCKED: 'Blocked: the guardian sees nothing of the child (已屏蔽).',
  REJECTED: 'The school declined the request (未通过).',
});

/** Whether it names a guardian of the pupil, or somebody who asks to be one or is kept from it. */
const CURRENT = {
  PENDING: true,
  ACTIVE: true,
  ENDED: false,
  BLOCKED: true,
  REJECTED: false,
} as const satisfies Readonly<Record<GuardianshipStatus, boolean>>;

/** As SQL: `status in ${CURRENT_GUARDIANSHIP}`. */
export const CURRENT_GUARDIANSHIP = membersThatAre(CURRENT);

/** PostgreSQL refuses a second tie between the two while one is in force, asked for or blocked. */
export const GUARDIANSHIP_ONE_CURRENT = 'guardianship_one_current';

@ObjectType({ implements: Node, description: 'The tie between a guardian and a pupil (监护关系).' })
@Entity()
@Trigger(changesRights('guardianship'))
@Unique({
  name: GUARDIANSHIP_ONE_CURRENT,
  properties: ['guardian', 'student'],
  where: `status in ${CURRENT_GUARDIANSHIP}`,
})
@Index({ name: 'guardianship_guardian_index', properties: ['guardian', 'student'] })
@Index({ name: 'guardianship_student_index', properties: ['student', 'guardian'] })
@Index({ name: 'guardianship_waiting_index', properties: ['student'], where: "status = 'PENDING'" })
@Index({
  name: 'guardianship_last_day_index',
  properties: ['validTo'],
  where: "valid_to is not null and status = 'ACTIVE'",
})
@Check({ name: 'guardianship_dates', expression: 'valid_to is null or valid_from <= valid_to' })
@Check({
  name: 'guardianship_before_block',
  expression:
    "(status = 'BLOCKED') = (approved_before_block is not null) and (approved_before_block is null) = (data_access_before_block is null) and not (data_access_before_block and not approved_before_block)",
})
@Check({ name: 'guardianship_recovered', expression: "recovered_at is null or status = 'PENDING'" })
@Check({ name: 'guardianship_code_ending', expression: "code_ending ~ '^[0-9A-HJKMNP-TV-Z]{4}$'" })
@Check({
  name: 'guardianship_reason',
  expression: "decision_reason is not null or status in ('PENDING', 'ACTIVE', 'ENDED')",
})
@Trigger(decidedByAnother('guardianship', 'decided_by_id'))
@Trigger(
  keptBy({
    name: 'guardianship_family_decided_by_another',
    table: 'guardianship',
    on: 'insert or update of decided_by_id',
    when: 'new.decided_by_id is not null',
  }),
)
// Keeps beside the decision whether it was taken for the district, in the place of a school that had nobody: the roles of that moment say.
@Trigger(
  writtenBefore({
    name: 'guardianship_follow_right_of_decision',
    table: 'guardianship',
    on: 'insert or update of decided_by_id, decided_at',
    when: 'new.decided_by_id is not null',
  }),
)
@Trigger(
  keptBy({
    name: 'news_follow_guardianship',
    table: 'guardianship',
    on: 'update of status',
    when: '(new.status) is distinct from (old.status)',
  }),
)
export class Guardianship extends Stored {
  @ManyToOne(() => Guardian)
  guardian!: Guardian;

  @ManyToOne(() => Student)
  student!: Student;

  @Field(() => GuardianRelation, { description: 'What the guardian is to the pupil (与学生关系).' })
  @Enum({ items: () => GuardianRelation })
  relation!: GuardianRelation;

  @Field(() => Boolean, { description: 'Guardian before the law (法定监护人).' })
  @Property({ type: 'boolean' })
  legal!: boolean;

  @Field(() => Boolean, { description: 'First to be called (主要联系人).' })
  @Property({ type: 'boolean' })
  primaryContact!: boolean;

  /** Given with the tie; it shows nothing before the tie is in force, and nothing after. */
  @Property({ type: 'boolean' })
  dataAccess!: boolean;

  @Field(() => GraphQLDate, { description: 'First day (生效日期).' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day (截止日期), inclusive; null while open.' })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => GuardianshipStatus, { description: 'Where the guardianship stands (状态).' })
  @Enum({ items: () => GuardianshipStatus })
  status!: GuardianshipStatus;

  /** The guardian says that they live apart from those who are bound already: they want a household of their own. */
  @Field(() => Boolean, { description: 'The guardian lives apart from the other guardians (父母分开居住).' })
  @Property({ type: 'boolean' })
  livesApart: Opt<boolean> = false;

  /** The member of staff who approved, declined, blocked or ended it last. */
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  decidedBy: Staff | null = null;

  /** They did so for the district: the school had nobody who might. PostgreSQL notes it. */
  @Property({ type: 'boolean', default: false })
  decidedForDistrict: Opt<boolean> = false;

  /** When the school decided last. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  decidedAt: Date | null = null;

  /** That decision was a block, took one off or ended what was under one: of that the guardian is not told, whatever the tie is now. */
  @Property({ type: 'boolean', default: false })
  decisionOfBlock: Opt<boolean> = false;

  /** Why it was declined, blocked or ended: the school's own note, but for what somebody is told whose request was declined. */
  @OneLine()
  @Property({ type: 'text', nullable: true })
  decisionReason: string | null = null;

  /** The guardian's name by their request. It becomes the name of the person with approval, where nobody has approved another one. */
  @OneLine('NAME')
  @Property({ type: 'text', nullable: true })
  requestedName: string | null = null;

  /** How the code ended that the guardian asked with, so that they can tell one request from another; null where they asked with none, or before it was kept. */
  @Property({ type: 'text', nullable: true })
  codeEnding: string | null = null;

  /**
   * Since when it waits anew, for the guardian signs in by another WeChat: whoever knows them by this pupil has not looked yet. Null where
   * nobody has said so, or it was decided on since.
   */
  @Property({ type: 'datetime', length: 3, nullable: true })
  recoveredAt: Date | null = null;

  /** Whether a block took away a guardianship in force, or a request, so that undoing it gives that and no more; null where nothing is blocked. */
  @Property({ type: 'boolean', nullable: true })
  approvedBeforeBlock: boolean | null = null;

  /** Whether the guardian saw the pupil's data before the block. */
  @Property({ type: 'boolean', nullable: true })
  dataAccessBeforeBlock: boolean | null = null;
}
