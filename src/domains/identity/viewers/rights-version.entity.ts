import { Check, Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../platform/database/index.ts';

/** One row: how many transactions have changed anybody's rights (see RIGHTS_VERSION). */
@Entity()
@Check({ name: 'rights_version_sole', expression: 'sole' })
export class RightsVersion extends Stored {
  @Unique({ name: 'rights_version_one_row' })
  @Property({ type: 'boolean', default: true })
  sole = true;

  @Property({ type: 'bigint', default: 1 })
  version!: string;
}
