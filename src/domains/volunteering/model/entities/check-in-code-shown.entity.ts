import { Entity, Index, ManyToOne, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../../platform/database/index.ts';
import { Person } from '../../../people/index.ts';
import { Shift } from './shift.entity.ts';

/** Somebody was given the code of a shift to show it, first at this moment: what they check in with it themself, another approves, whoever runs the shift by then. */
@Entity()
@Index({ name: 'check_in_code_shown_person_index', properties: ['person'] })
@Unique({ name: 'check_in_code_shown_unique', properties: ['shift', 'person'] })
export class CheckInCodeShown extends Stored {
  @ManyToOne(() => Shift)
  shift!: Shift;

  @ManyToOne(() => Person)
  person!: Person;
}
