import { type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { OneLine, Stored, tellsOfChange } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { Stage } from '../organisation/stage.enum.ts';

@ObjectType({ implements: Node, description: 'Whom a thing is for (适用对象): everyone who meets one of its targets.' })
@Entity()
@Trigger(tellsOfChange)
export class Audience extends Stored {
  @Field(() => String, { description: 'Name for people (名称), e.g. 全区家长 or 三年级家长.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;
}

/**
 * One target: a district, narrowed by stage, school, grade or class. `key` says the same as one text, so that
 * "what is for this guardian" is one look-up by the keys of the children's classes (`audienceKeysOf`).
 */
@ObjectType({ implements: Node, description: 'One target of an audience (适用范围): whoever meets all that it names.' })
@Entity()
@Unique({ name: 'audience_target_unique', properties: ['audience', 'key'] })
@Index({ name: 'audience_target_key_index', properties: ['key', 'audience'] })
@Check({
  name: 'audience_target_shape',
  expression: `(school_class_id is null or (school_id is null and grade_id is null and stage is null))
    and (grade_id is null or stage is null)`,
})
@Trigger(tellsOfChange)
export class AudienceTarget extends Stored {
  @ManyToOne(() => Audience)
  audience!: Audience;

  @ManyToOne(() => District)
  district!: District;

  @Field(() => Stage, { nullable: true, description: 'Only this stage (学段).' })
  @Enum({ items: () => Stage, nullable: true })
  stage: Stage | null = null;

  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @ManyToOne(() => Grade, { nullable: true, deleteRule: 'restrict' })
  grade: Grade | null = null;

  @ManyToOne(() => SchoolClass, { nullable: true, deleteRule: 'restrict' })
  schoolClass: SchoolClass | null = null;

  @Property({
    type: 'text',
    generated: `(case
      when school_class_id is not null then 'class:' || school_class_id::text
      else coalesce('school:' || school_id::text, 'district:' || district_id::text)
        || coalesce(':grade:' || grade_id::text, '') || coalesce(':stage:' || stage, '')
    end) stored`,
  })
  key!: Opt<string>;
}
