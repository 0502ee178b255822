import { Entity, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { OneLine, Stored, tellsOfChange } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';

@ObjectType({
  implements: Node,
  description: 'A topic (主题) that policies, lectures, courses and meetings are about.',
})
@Entity()
@Trigger(tellsOfChange)
export class Topic extends Stored {
  @Field(() => String, { description: 'Code (主题代码), e.g. double-reduction.' })
  @Unique({ name: 'topic_code_unique' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name (名称), e.g. 双减.' })
  @Unique({ name: 'topic_name_unique' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;
}
