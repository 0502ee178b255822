import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { Attendance, AttendanceReport, CheckInCodeShown, SuspensionNoShow, sweep } from '../../model/index.ts';
import { attendancePermissions } from './attendance.access.ts';
import { attendanceChecks } from './attendance.checks.ts';
import { attendanceMutations } from './attendance.graphql.ts';
import { attendanceRelations, readables } from './attendance.relations.ts';
import { noteNoShows } from './note-no-shows.ts';

/** Who came, and when (签到). */
export const attendance: DomainPart = {
  entities: [Attendance, AttendanceReport, CheckInCodeShown, SuspensionNoShow],
  readables,
  relations: attendanceRelations,
  mutations: attendanceMutations,
  permissions: attendancePermissions,
  checks: attendanceChecks,
  jobs: [
    sweep(
      'volunteering.note-no-shows',
      '*/15 * * * *',
      'Notes who did not come, when nothing can be sent any more.',
      noteNoShows,
    ),
  ],
};
