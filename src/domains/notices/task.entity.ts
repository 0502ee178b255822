import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { Stored } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';
import type { Person } from '../people/index.ts';

/** Something that waits for one person to do it. No table holds it: what it is about says whether it waits (`TaskKind`). */
@ObjectType({ implements: Node, description: 'Something that waits for the caller to do it (待办).' })
@Entity({ expression: 'task' })
export class Task implements Stored {
  /** Made of its kind and of what it is about: a virtual entity has no primary key. */
  @Property({ type: 'uuid' })
  id!: string;

  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  /** The person for whom it waits. */
  @Property({ type: 'uuid', fieldName: 'person_id' })
  person!: Person;

  @Field(() => String, {
    description:
      'What is to be done, for the client to choose an icon and a screen by (待办类型), e.g. volunteering.answer-offer.',
  })
  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'text' })
  aboutPrefix!: string;

  @Property({ type: 'uuid' })
  aboutId!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when it has to be done (截止时间); null where nothing but the task itself presses.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  dueAt: Date | null = null;

  /** That moment, or one that never comes. */
  @Property({ type: 'datetime', length: 3 })
  urgentBy!: Date;
}
