import { RoleRequest, RoleRequestStatus, StaffRole } from '../../src/domains/people/index.ts';
import { aRoleRequest, daysAfter } from '../factories/index.ts';
import type { District, StaffMember, Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { classOf } from './families.ts';

const DAY = 24 * 60;

/** Writes requests that wait for a second administrator, and such as wait no more: every role, in every state. */
export function writeRoleRequests(batch: Batch, { ids, calendar, reference }: Workshop, district: District): void {
  const school = district.schools[0]!;
  const [first, second] = [district.admins[0]!, district.admins[1]!];
  const [head, deputy] = [school.admins[0]!, school.admins[1]!];
  const ofClass = { school: school.record, schoolClass: classOf(district, 0, 4, 1).record };
  const ask = (
    days: number,
    staff: StaffMember,
    askedBy: StaffMember,
    given: Pick<Parameters<typeof aRoleRequest>[0], 'role'> & Partial<Parameters<typeof aRoleRequest>[0]>,
  ): void => {
    const createdAt = calendar.after(days * DAY);
    batch.add(
      RoleRequest,
      aRoleRequest({
        id: ids.next('role-request'),
        createdAt,
        staff,
        askedBy,
        district: district.record,
        validFrom: `${calendar.year}-09-01`,
        expiresAt: daysAfter(createdAt, 30),
        ...given,
      }),
    );
  };
  const decided = (days: number, decidedBy: StaffMember | null) => ({
    decidedBy: decidedBy?.id ?? null,
    decidedAt: calendar.after(days * DAY),
  });

  ask(-1, district.lecturers[0]!, first, { role: StaffRole.ANALYST });
  ask(-2, head, head, { role: StaffRole.HOMEROOM_TEACHER, ...ofClass });
  ask(-3, district.lecturers[1]!, second, { role: StaffRole.PRIVACY_OFFICER });
  ask(-4, first, first, { role: StaffRole.LECTURER });
  ask(-60, deputy, deputy, {
    role: StaffRole.SCHOOL_ADMIN,
    school: school.record,
    status: RoleRequestStatus.APPROVED,
    assignment: deputy.assignment!,
    ...decided(-58, first),
  });
  ask(-25, district.lecturers[2]!, first, {
    role: StaffRole.DISTRICT_ADMIN,
    status: RoleRequestStatus.REJECTED,
    reason: '区级管理员人数已足够',
    ...decided(-24, second),
  });
  ask(-12, head, head, {
    role: StaffRole.SUBJECT_TEACHER,
    subject: '语文',
    ...ofClass,
    status: RoleRequestStatus.WITHDRAWN,
    ...decided(-11, head),
  });
  ask(-40, deputy, deputy, {
    role: StaffRole.GRADE_HEAD,
    school: school.record,
    grade: reference.grades.get(4)!,
    status: RoleRequestStatus.EXPIRED,
    ...decided(-10, null),
  });
}
