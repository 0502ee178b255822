import {
  AssignRoleDocument,
  EndAssignmentDocument,
  PromoteClassesDocument,
  ReleaseStaffDocument,
  UpdateSchoolYearDocument,
} from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolYearRecord } from '../../../seeds/factories/index.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import type { TestHub } from '../../support/hub.ts';
import { asked, type Asked } from '../../support/mutations.ts';

interface World {
  readonly hub: TestHub;
  readonly head: StaffMember;
  readonly district: StaffMember;
}

/** What is done with roles and school years, answered by `OK` or the code of the refusal. */
export function rolesOfAYear(world: () => World) {
  async function call(document: unknown, by: StaffMember, input: Asked) {
    const { payload, codes, refused } = await asked(world().hub, document as never, by.accountId, input);
    return { payload, code: refused ?? codes?.[0] ?? 'OK' };
  }

  async function assign({ staff }: StaffMember, { id, school }: SchoolClassRecord, more: Asked = {}) {
    const { payload, code } = await call(AssignRoleDocument, world().head, {
      staffId: `staff_${staff.id}`,
      role: 'HOMEROOM_TEACHER',
      classId: `class_${id}`,
      schoolId: `school_${school}`,
      ...more,
    });
    const assignment = payload?.['assignment'] as { id: string } | null | undefined;
    const request = payload?.['request'] as { id: string } | null | undefined;
    return { code, assignment: assignment?.id.replace('staff-assignment_', ''), request: request?.id };
  }

  const end = async (assignment: string) =>
    (await call(EndAssignmentDocument, world().head, { assignmentId: `staff-assignment_${assignment}` })).code;

  const release = async ({ staff }: StaffMember) =>
    (await call(ReleaseStaffDocument, world().head, { staffId: `staff_${staff.id}` })).code;

  const yearEnds = async ({ id }: SchoolYearRecord, endsOn: string) =>
    (await call(UpdateSchoolYearDocument, world().district, { schoolYearId: `school-year_${id}`, endsOn })).code;

  const promote = async ({ id, school }: SchoolClassRecord, into: SchoolYearRecord) =>
    (
      await call(PromoteClassesDocument, world().head, {
        schoolId: `school_${school}`,
        schoolYearId: `school-year_${into.id}`,
        rows: [{ classId: `class_${id}` }],
        withTeachers: true,
      })
    ).code;

  async function sees({ accountId }: StaffMember, student: { readonly id: string }): Promise<boolean> {
    const token = await world().hub.hub.tokens.sign(accountId, 3 * 366 * 86_400);
    const { data } = await world().hub.ask('query ($id: ID!) { student(id: $id) { id } }', {
      headers: { authorization: `Bearer ${token}` },
      variables: { id: `student_${student.id}` },
    });
    return data!['student'] !== null;
  }

  return { assign, end, release, yearEnds, promote, sees };
}
