import { Entity, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';
import { Audience, District, School, Staff } from '../people/index.ts';

/** A course as such: what is taught stands in its editions. */
@ObjectType({ implements: Node, description: 'A course for parents (课程), which lives on through its editions.' })
@Entity()
@Index({ name: 'course_listed_at_index', properties: ['listedAt', 'id'] })
@Index({ name: 'course_published_at_index', properties: ['publishedAt'] })
@Index({ name: 'course_title_index', properties: ['title', 'id'] })
@Index({ name: 'course_district_index', properties: ['district', 'listedAt'] })
@Index({ name: 'course_school_index', properties: ['school', 'listedAt'] })
@Trigger(tellsOfChange)
export class Course extends Stored {
  @ManyToOne(() => District)
  district!: District;

  /** Null where the district runs it. */
  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @Field(() => String, {
    description: 'Title (标题), that of the published edition where there is one; lists sort it by pinyin.',
  })
  @Property({ type: 'text', collation: 'zh-x-icu' })
  title!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Time at which its first edition was published (首次发布时间); null before.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  publishedAt: Date | null = null;

  /** The moment that lists are sorted by, so that drafts have their place in them too. */
  @Property({ type: 'datetime', length: 3, generated: '(coalesce(published_at, created_at)) stored' })
  listedAt!: Date;

  @Field(() => Boolean, { description: 'Everyone may take it, without signing in (公开).' })
  @Property({ type: 'boolean' })
  isPublic!: boolean;

  @Index({ name: 'course_audience_index' })
  @ManyToOne(() => Audience)
  audience!: Audience;

  @Index({ name: 'course_created_by_index' })
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  createdBy: Staff | null = null;
}
