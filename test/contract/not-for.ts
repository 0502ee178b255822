import * as admin from '../../schema/generated/admin.ts';
import { publishedFile } from '../../src/tasks/published-file.ts';
import type { AdminClientRole } from '../access/caller-names.ts';
import { saidOf } from '../support/held-to.ts';
import { isQuery, typedDocumentsOf } from '../support/typed-documents.ts';

const TEACHERS: readonly AdminClientRole[] = ['HOMEROOM_TEACHER', 'SUBJECT_TEACHER', 'GRADE_HEAD'];
/** Whoever does not run the shift: its lists are for its organiser and the administrators of its school. */
const OTHERS_AT_A_SHIFT: readonly AdminClientRole[] = [...TEACHERS, 'LECTURER'];

/**
 * Whom an operation is not for, or not in full, written down by hand: what is refused to anybody else is a
 * screen that does not work. Nobody stands beside one that is for all of them.
 */
export const NOT_FOR: Readonly<Record<string, readonly AdminClientRole[]>> = {
  ...saidOf('notFor'),
  AccessLog: [...TEACHERS, 'LECTURER'],
  AuditLog: [...TEACHERS, 'LECTURER'],
  ClassRoster: ['districtAdmin', 'LECTURER'],
  PendingGuardianships: ['districtAdmin', 'LECTURER'],
  StudentLookup: ['LECTURER', 'PRIVACY_OFFICER'],
  LectureProposals: ['LECTURER', 'PRIVACY_OFFICER'],
  MeetingList: ['PRIVACY_OFFICER'],
  MeetingReplies: ['districtAdmin'],
  MeetingRoster: ['districtAdmin'],
  MeetingsAcrossSchools: ['PRIVACY_OFFICER'],
  RoleRequests: [...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
  SchoolOverview: ['LECTURER', 'PRIVACY_OFFICER'],
  StaffDirectory: ['PRIVACY_OFFICER'],
  StaffHome: ['PRIVACY_OFFICER'],
  ServiceApproval: ['PRIVACY_OFFICER'],
  ServiceCertificates: [...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
  ServiceTokens: [...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
  StaffIdentities: [...TEACHERS, 'LECTURER'],
  StaffIdentitiesToApprove: ['schoolAdmin', ...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
  ShiftAttendance: ['districtAdmin', ...OTHERS_AT_A_SHIFT],
  ShiftRoster: ['districtAdmin', ...OTHERS_AT_A_SHIFT],
  WaitingList: ['districtAdmin', ...OTHERS_AT_A_SHIFT],
  ShiftEditor: OTHERS_AT_A_SHIFT,
  VolunteerActivities: ['PRIVACY_OFFICER'],
  VolunteerAdmin: [...TEACHERS, 'LECTURER', 'PRIVACY_OFFICER'],
  VolunteerDetail: TEACHERS,
};

/** Queries of the admin client that the main branch does not have, and of which nobody has said whom they are not for. */
export function unthoughtOperations(
  published: string = publishedFile('schema/generated/admin.ts', process.cwd()).text,
): string[] {
  return typedDocumentsOf(admin)
    .filter(([name, document]) => isQuery(document) && !(name in NOT_FOR))
    .map(([name]) => name)
    .filter((name) => !published.includes(`export const ${name}Document`));
}
