import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { editionStays, Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Node, registerEnum } from '../../platform/graphql/index.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { PublicationStatus } from './publication-status.enum.ts';

export enum PolicyEnding {
  AMENDED = 'AMENDED',
  REPEALED = 'REPEALED',
  EXPIRED = 'EXPIRED',
}

registerEnum(PolicyEnding, 'PolicyEnding', 'What ends the force of a policy edition (失效原因).', {
  AMENDED: 'A later edition of the document takes its place (修改).',
  REPEALED: 'The issuer repeals it (废止).',
  EXPIRED: 'It was issued for a limited time (有效期届满).',
});

export enum PolicyValidity {
  NOT_YET_IN_FORCE = 'NOT_YET_IN_FORCE',
  IN_FORCE = 'IN_FORCE',
  AMENDED = 'AMENDED',
  REPEALED = 'REPEALED',
  EXPIRED = 'EXPIRED',
}

registerEnum(PolicyValidity, 'PolicyValidity', 'Whether a policy edition is in force today, Beijing time (时效性).', {
  NOT_YET_IN_FORCE: 'Published, but not yet in force (尚未生效).',
  IN_FORCE: 'In force (有效).',
  AMENDED: 'A later edition has taken its place (已修改).',
  REPEALED: 'Repealed (已废止).',
  EXPIRED: 'Its time has run out (失效).',
});

@ObjectType({
  implements: Node,
  description: 'An edition of a policy document (版本): once published, its text never changes.',
})
@Entity()
@Unique({ name: 'policy_edition_number_unique', properties: ['document', 'number'] })
@Index({ name: 'policy_edition_effective_from_index', properties: ['effectiveFrom', 'id'] })
@Index({ name: 'policy_edition_status_index', properties: ['status', 'effectiveFrom'] })
@Check({ name: 'policy_edition_number_positive', expression: 'number > 0' })
@Check({ name: 'policy_edition_dates', expression: 'effective_from <= effective_to' })
@Check({ name: 'policy_edition_ending_known', expression: '(effective_to is null) = (ending is null)' })
@Check({ name: 'policy_edition_published_at_known', expression: "status = 'DRAFT' or published_at is not null" })
@Check({
  name: 'policy_edition_no_overlap',
  expression:
    "exclude using gist (document_id with =, daterange(effective_from, effective_to, '[]') with &&) where (status = 'PUBLISHED')",
})
@Trigger({
  name: 'policy_edition_stays',
  timing: 'after',
  events: ['update', 'delete'],
  body: editionStays('policy_edition_stays', ['status', 'effective_to', 'ending']),
})
@Trigger(tellsOfChange)
export class PolicyEdition extends Stored {
  @ManyToOne(() => PolicyDocument)
  document!: PolicyDocument;

  @Field(() => Int, { description: 'Number of the edition within the document, from 1 (版本号).' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => String, { description: 'Title as published (标题).' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => PublicationStatus, { description: 'Where its publication stands (发布状态).' })
  @Enum({ items: () => PublicationStatus })
  status!: PublicationStatus;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Time of publication (发布时间); of a draft, the planned one.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  publishedAt: Date | null = null;

  @Field(() => GraphQLDate, { description: 'First day in force (施行日期).' })
  @Property({ type: 'date' })
  effectiveFrom!: string;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day in force (有效期至), inclusive; null while no end is known.',
  })
  @Property({ type: 'date', nullable: true })
  effectiveTo: string | null = null;

  @Field(() => PolicyEnding, {
    nullable: true,
    description: 'What ends its force after the last day (失效原因); null while no end is known.',
  })
  @Enum({ items: () => PolicyEnding, nullable: true })
  ending: PolicyEnding | null = null;
}
