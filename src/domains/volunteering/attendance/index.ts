import type { DomainPart } from '../../../platform/graphql/index.ts';
import { sweep } from '../sweep.ts';
import { AttendanceReport } from './attendance-report.entity.ts';
import { attendancePermissions } from './attendance.access.ts';
import { attendanceChecks } from './attendance.checks.ts';
import { CheckInCodeShown } from './code/check-in-code-shown.entity.ts';
import { Attendance } from './attendance.entity.ts';
import { attendanceMutations } from './attendance.graphql.ts';
import { attendanceRelations, readables } from './attendance.relations.ts';
import { noteNoShows } from './note-no-shows.ts';
import { SuspensionNoShow } from './suspension-no-show.entity.ts';

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
