import { sweep } from '../../../../platform/commands/index.ts';
import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { Attendance, AttendanceReport, CheckInCodeShown, SuspensionNoShow } from '../../model/index.ts';
import { attendancePermissions } from './attendance.access.ts';
import { attendanceChecks } from './attendance.checks.ts';
import { attendanceMutations } from './attendance.graphql.ts';
import { attendanceRelations, readables } from './attendance.relations.ts';
import { noteNoShows } from './note-no-shows.ts';

/** Attendance (签到): who came, and when. */
export const attendance: DomainPart = {
  entities: [Attendance, AttendanceReport, CheckInCodeShown, SuspensionNoShow],
  readables,
  relations: attendanceRelations,
  mutations: attendanceMutations,
  permissions: attendancePermissions,
  checks: attendanceChecks,
  jobs: [
    sweep({
      name: 'volunteering.note-no-shows',
      description: 'Notes who did not come, when nothing can be sent any more.',
      cron: '*/15 * * * *',
      work: noteNoShows,
    }),
  ],
};
