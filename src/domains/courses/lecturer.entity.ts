import { Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { OneLine, tellsOfChange } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';
import { Called, followsName, searchedByName, Staff } from '../people/index.ts';

@ObjectType({ implements: Node, description: 'Someone who gives lessons to parents (主讲人).' })
@Entity()
@Index({ name: 'lecturer_name_index', properties: ['nameKey', 'id'] })
@Index(searchedByName('lecturer'))
@Trigger(followsName('lecturer'))
@Trigger(tellsOfChange)
export class Lecturer extends Called {
  @Field(() => String, { description: 'Name under which the lecturer teaches (姓名); lists sort it by pinyin.' })
  @OneLine('NAME')
  @Property({ type: 'text', collation: 'zh-x-icu' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Professional title (职称), e.g. 正高级教师.' })
  @OneLine('TITLE')
  @Property({ type: 'text', nullable: true })
  title: string | null = null;

  @Field(() => String, { nullable: true, description: 'Organisation (单位).' })
  @OneLine('TITLE')
  @Property({ type: 'text', nullable: true })
  organisation: string | null = null;

  @Field(() => String, { nullable: true, description: 'Biography (简介).' })
  @Property({ type: 'text', nullable: true })
  biography: string | null = null;

  @Unique({ name: 'lecturer_staff_unique' })
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  staff: Staff | null = null;
}
