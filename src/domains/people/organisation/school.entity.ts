import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { changesRights } from '../../../platform/auth/index.ts';
import { OneLine, Stored, tellsOfChange } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { District } from './district.entity.ts';
import { Stage } from './stage.enum.ts';

@ObjectType({ implements: Node, description: 'A school of the district (学校).' })
@Entity()
@Trigger(changesRights('school', 'update of district_id or delete'))
@Index({ name: 'school_name_index', properties: ['name', 'id'] })
@Index({ name: 'school_district_index', properties: ['district', 'code'] })
@Check({ name: 'school_code_shape', expression: "code ~ '^[0-9]{10}$'" })
@Trigger(tellsOfChange)
export class School extends Stored {
  @ManyToOne(() => District)
  district!: District;

  @Field(() => String, { description: 'School identification code (学校标识码), ten digits.' })
  @Unique({ name: 'school_code_unique' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name (名称); lists sort it by pinyin.' })
  @OneLine('TITLE')
  @Property({ type: 'text', collation: 'zh-x-icu' })
  name!: string;

  @Field(() => [Stage], { description: 'Stages that the school teaches (学段).' })
  @Enum({ items: () => Stage, array: true })
  stages!: Stage[];

  /** Whoever asks about what it has issued turns there; everybody may read it. */
  @Field(() => String, {
    nullable: true,
    description:
      'Where whoever asks about service at the school turns (联系方式): a telephone number or an address of mail, and an office. It is printed on what certifies that service. Null where it has given none.',
  })
  @OneLine()
  @Property({ type: 'text', nullable: true })
  contact: string | null = null;
}
