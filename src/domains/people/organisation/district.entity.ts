import { Entity, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { OneLine, Stored, tellsOfChange } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';

@ObjectType({ implements: Node, description: 'A district (区) and its education commission.' })
@Entity()
@Trigger(tellsOfChange)
export class District extends Stored {
  @Field(() => String, { description: 'Code of the administrative division, GB/T 2260 (行政区划代码), six digits.' })
  @Unique({ name: 'district_code_unique' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name (名称), e.g. 西城区.' })
  @OneLine('TITLE')
  @Property({ type: 'text' })
  name!: string;

  /** Whoever asks about what it has issued turns there; everybody may read it. */
  @Field(() => String, {
    nullable: true,
    description:
      'Where whoever asks about its certificates turns (联系方式): a telephone number or an address of mail, and an office. It is printed on what the district certifies. Null where it has given none.',
  })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  contact: string | null = null;
}
