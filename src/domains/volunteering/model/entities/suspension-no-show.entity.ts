import { Entity, Index, ManyToOne, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../../platform/database/index.ts';
import { VolunteerSuspension } from './volunteer-suspension.entity.ts';
import { Attendance } from './attendance.entity.ts';

/** A shift missed on which a suspension by the rule rests: where it is corrected, the suspension is decided again. */
@Entity()
@Unique({ name: 'suspension_no_show_unique', properties: ['suspension', 'attendance'] })
@Index({ name: 'suspension_no_show_attendance_index', properties: ['attendance'] })
export class SuspensionNoShow extends Stored {
  @ManyToOne(() => VolunteerSuspension)
  suspension!: VolunteerSuspension;

  @ManyToOne(() => Attendance)
  attendance!: Attendance;
}
