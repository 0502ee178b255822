import { Check, Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../platform/database/index.ts';

/** One row, which every transaction that changes anybody's rights gives another random value (see RIGHTS_VERSION). */
@Entity()
@Check({ name: 'rights_version_sole', expression: 'sole' })
export class RightsVersion extends Stored {
  @Unique({ name: 'rights_version_one_row' })
  @Property({ type: 'boolean', default: true })
  sole = true;

  @Property({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  version!: string;
}
