import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { decidedByAnother, keptBy, OneLine, Stored } from '../../../../platform/database/index.ts';
import { Node, registerEnum } from '../../../../platform/graphql/index.ts';
import { District, Person, School, Staff } from '../../../people/index.ts';

export enum SuspensionCause {
  NO_SHOWS = 'NO_SHOWS',
  DECISION = 'DECISION',
}

registerEnum(SuspensionCause, 'SuspensionCause', 'Why a volunteer is suspended (暂停原因类型).', {
  NO_SHOWS: 'Too many shifts missed, by the rule of the district (多次缺勤).',
  DECISION: 'An administrator decided so (管理员决定).',
});

/**
 * Suspensions of one cause at one node that nobody has lifted never overlap: PostgreSQL refuses to suspend the
 * suspended.
 */
export const SUSPENSION_NO_OVERLAP = 'volunteer_suspension_no_overlap';

@ObjectType({
  implements: Node,
  description:
    'A volunteer may not sign up for a time (暂停报名资格). What they had signed up for before stays theirs.',
})
@Entity()
@Index({ name: 'volunteer_suspension_person_index', properties: ['person', 'startsAt', 'id'] })
@Index({ name: 'volunteer_suspension_school_index', properties: ['school', 'startsAt', 'id'] })
@Index({ name: 'volunteer_suspension_district_index', properties: ['district', 'startsAt', 'id'] })
@Check({ name: 'volunteer_suspension_times', expression: 'starts_at < ends_at' })
@Check({
  name: 'volunteer_suspension_lifted',
  expression:
    '(lifted_at is null) = (lift_reason is null) and (lifted_by_id is null or lifted_at is not null) and (lifted_at is null or lifted_by_id is not null or undone) and (lifted_at is null or (lifted_at >= starts_at and lifted_at < ends_at))',
})
@Check({ name: 'volunteer_suspension_decided', expression: "(cause = 'DECISION') = (decided_by_id is not null)" })
@Check({ name: 'volunteer_suspension_undone', expression: "not undone or cause = 'NO_SHOWS'" })
@Check({ name: 'volunteer_suspension_by_rule', expression: "cause <> 'NO_SHOWS' or school_id is null" })
@Check({
  name: SUSPENSION_NO_OVERLAP,
  expression:
    'exclude using gist (person_id with =, coalesce(school_id, district_id) with =, cause with =, tstzrange(starts_at, ends_at) with &&) where (lifted_at is null)',
})
@Trigger(decidedByAnother('volunteer_suspension', 'decided_by_id', 'lifted_by_id'))
@Trigger(
  keptBy({
    name: 'news_follow_volunteer_suspension',
    table: 'volunteer_suspension',
    on: 'update of lifted_at, undone',
    when: '(new.lifted_at, new.undone) is distinct from (old.lifted_at, old.undone)',
  }),
)
export class VolunteerSuspension extends Stored {
  @ManyToOne(() => Person)
  person!: Person;

  @ManyToOne(() => District)
  district!: District;

  /** Null where it holds in the whole district. */
  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @Field(() => SuspensionCause, { description: 'What it comes from (原因类型).' })
  @Enum({ items: () => SuspensionCause })
  cause!: SuspensionCause;

  @OneLine()
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => GraphQLDateTime, { description: 'From when (开始时间).' })
  @Property({ type: 'datetime', length: 3 })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when (结束时间), exclusive.' })
  @Property({ type: 'datetime', length: 3 })
  endsAt!: Date;

  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  decidedBy: Staff | null = null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was lifted early (提前解除时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  liftedAt: Date | null = null;

  @OneLine()
  @Property({ type: 'text', nullable: true })
  liftReason: string | null = null;

  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  liftedBy: Staff | null = null;

  @Field(() => Boolean, {
    description:
      'The absences on which it rested were corrected, so that too few are left: it counts as if it had never been (因更正而撤销).',
  })
  @Property({ type: 'boolean' })
  undone: Opt<boolean> = false;
}
