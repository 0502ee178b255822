import { Entity, Index, ManyToOne, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { changesRights } from '../../../platform/auth/index.ts';
import { Stored } from '../../../platform/database/index.ts';
import { Guardian } from './guardian.entity.ts';
import { Household } from './household.entity.ts';
import { Student } from './student.entity.ts';

/** A guardian in a household. */
@Entity()
@Trigger(changesRights('household_guardian'))
@Unique({ name: 'household_guardian_unique', properties: ['household', 'guardian'] })
@Index({ name: 'household_guardian_guardian_index', properties: ['guardian', 'household'] })
export class HouseholdGuardian extends Stored {
  @ManyToOne(() => Household)
  household!: Household;

  @ManyToOne(() => Guardian)
  guardian!: Guardian;
}

/** A pupil in a household; a pupil of separated parents is in two. */
@Entity()
@Trigger(changesRights('household_student'))
@Unique({ name: 'household_student_unique', properties: ['household', 'student'] })
@Index({ name: 'household_student_student_index', properties: ['student', 'household'] })
export class HouseholdStudent extends Stored {
  @ManyToOne(() => Household)
  household!: Household;

  @ManyToOne(() => Student)
  student!: Student;
}
