import { Entity, Enum, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../platform/database/index.ts';
import { Guardian } from '../families/guardian.entity.ts';

/** The purpose of a code. */
export enum CodeKind {
  BINDING = 'BINDING',
  STAND_IN = 'STAND_IN',
}

/** A code that somebody tried and that was none: so many of one kind in a day, and the person has to wait. */
@Entity()
@Index({ name: 'code_miss_guardian_index', properties: ['guardian', 'kind', 'createdAt'] })
@Index({ name: 'code_miss_time_index', properties: ['createdAt'] })
export class CodeMiss extends Stored {
  @ManyToOne(() => Guardian)
  guardian!: Guardian;

  @Enum({ items: () => CodeKind })
  kind!: CodeKind;
}
