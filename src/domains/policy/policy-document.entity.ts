import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Node, registerEnum } from '../../platform/graphql/index.ts';
import { Audience, District, School, Staff } from '../people/index.ts';

export enum PolicyLevel {
  NATIONAL = 'NATIONAL',
  CITY = 'CITY',
  DISTRICT = 'DISTRICT',
  SCHOOL = 'SCHOOL',
}

registerEnum(PolicyLevel, 'PolicyLevel', 'How far a policy document reaches (政策层级).', {
  NATIONAL: 'The whole country (国家级).',
  CITY: 'The city (市级).',
  DISTRICT: 'One district (区级).',
  SCHOOL: 'One school (校级).',
});

/** A document as such: what it says, and since when, stands in its editions. */
@ObjectType({ implements: Node, description: 'A policy document (政策文件), which lives on through its editions.' })
@Entity()
@Index({ name: 'policy_document_issued_on_index', properties: ['issuedOn', 'id'] })
@Index({ name: 'policy_document_title_index', properties: ['title', 'id'] })
@Index({ name: 'policy_document_level_index', properties: ['level', 'issuedOn'] })
@Index({ name: 'policy_document_issuer_index', properties: ['issuer', 'issuedOn'] })
@Index({ name: 'policy_document_district_index', properties: ['district', 'issuedOn'] })
@Index({ name: 'policy_document_school_index', properties: ['school', 'issuedOn'] })
@Check({
  name: 'policy_document_level_node',
  expression: `case level
    when 'SCHOOL' then district_id is not null and school_id is not null
    when 'DISTRICT' then district_id is not null and school_id is null
    else district_id is null and school_id is null end`,
})
@Trigger(tellsOfChange)
export class PolicyDocument extends Stored {
  @Field(() => String, { description: 'Title (标题) of the latest edition; lists sort it by pinyin.' })
  @Property({ type: 'text', collation: 'zh-x-icu' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Document number (发文字号), e.g. 京教基一〔2021〕12号; null where none was given.',
  })
  @Unique({ name: 'policy_document_number_unique' })
  @Property({ type: 'text', nullable: true })
  documentNumber: string | null = null;

  @Field(() => String, { description: 'Issuer (发文机关).' })
  @Property({ type: 'text' })
  issuer!: string;

  @Field(() => GraphQLDate, { description: 'Day on which it was first issued (成文日期).' })
  @Property({ type: 'date' })
  issuedOn!: string;

  @Field(() => PolicyLevel, { description: 'How far it reaches (层级).' })
  @Enum({ items: () => PolicyLevel })
  level!: PolicyLevel;

  /** The district of the school, where the document is one school's. */
  @ManyToOne(() => District, { nullable: true, deleteRule: 'restrict' })
  district: District | null = null;

  @ManyToOne(() => School, { nullable: true, deleteRule: 'restrict' })
  school: School | null = null;

  @Field(() => Boolean, { description: 'Everyone may read its published editions, without signing in (公开).' })
  @Property({ type: 'boolean' })
  isPublic!: boolean;

  /** Guardians who may read it where it is not public; none of them where it is null. */
  @Index({ name: 'policy_document_audience_index' })
  @ManyToOne(() => Audience, { nullable: true, deleteRule: 'restrict' })
  audience: Audience | null = null;

  @Index({ name: 'policy_document_created_by_index' })
  @ManyToOne(() => Staff, { nullable: true, deleteRule: 'restrict' })
  createdBy: Staff | null = null;
}
