import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { GraphQLDate, GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { OneLine, Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';
import { Audience, District, School, Staff } from '../people/index.ts';
import { PublicationStatus } from './publication-status.enum.ts';

@ObjectType({ implements: Node, description: 'A recorded lecture that explains policy (政策解读).' })
@Entity()
@Index({ name: 'policy_lecture_listed_at_index', properties: ['listedAt', 'id'] })
@Index({ name: 'policy_lecture_status_index', properties: ['status', 'listedAt'] })
@Index({ name: 'policy_lecture_published_at_index', properties: ['publishedAt'] })
@Index({ name: 'policy_lecture_title_index', properties: ['title', 'id'] })
@Index({ name: 'policy_lecture_district_index', properties: ['district', 'listedAt'] })
@Index({ name: 'policy_lecture_school_index', properties: ['school', 'listedAt'] })
@Check({ name: 'policy_lecture_duration_positive', expression: 'duration_minutes > 0' })
@Check({ name: 'policy_lecture_media_url_shape', expression: "media_url ~ '^https://'" })
@Check({ name: 'policy_lecture_published_at_known', expression: "status = 'DRAFT' or published_at is not null" })
@Trigger(tellsOfChange)
export class PolicyLecture extends Stored {
  @ManyToOne(() => District)
  district!: District;

  /** Null where the district gives it. */
  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @Field(() => String, { description: 'Title (标题); lists sort it by pinyin.' })
  @Property({ type: 'text', collation: 'zh-x-icu' })
  title!: string;

  @Field(() => String, { description: 'Summary (简介).' })
  @Property({ type: 'text' })
  summary!: string;

  @Field(() => String, { description: 'Name of the lecturer (主讲人).' })
  @OneLine('NAME')
  @Property({ type: 'text' })
  lecturerName!: string;

  @Field(() => Int, { description: 'Length in minutes (时长，分钟).' })
  @Property({ type: 'smallint' })
  durationMinutes!: number;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day of the recording (录制日期).' })
  @Property({ type: 'date', nullable: true })
  recordedOn: string | null = null;

  @Field(() => GraphQLURL, { nullable: true, description: 'Where the recording is played from (播放地址).' })
  @Property({ type: 'text', nullable: true })
  mediaUrl: string | null = null;

  @Field(() => PublicationStatus, { description: 'Where its publication stands (发布状态).' })
  @Enum({ items: () => PublicationStatus })
  status!: PublicationStatus;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Time of publication (发布时间); of a draft, the planned one.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  publishedAt: Date | null = null;

  /** The moment that lists are sorted by, so that drafts have their place in them too. */
  @Property({ type: 'datetime', length: 3, generated: '(coalesce(published_at, created_at)) stored' })
  listedAt!: Date;

  @Field(() => Boolean, { description: 'Everyone may watch it, without signing in (公开).' })
  @Property({ type: 'boolean' })
  isPublic!: boolean;

  @Index({ name: 'policy_lecture_audience_index' })
  @ManyToOne(() => Audience)
  audience!: Audience;

  @Index({ name: 'policy_lecture_created_by_index' })
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  createdBy: Staff | null = null;
}
