import {
  aStaffAssignment,
  type SchoolClassRecord,
  type SchoolRecord,
  type StaffAssignmentRecord,
} from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import { StaffAssignment, StaffRole } from '../../src/domains/people/index.ts';

export interface WithEveryRole extends StaffMember {
  readonly roles: { readonly SCHOOL_ADMIN: StaffAssignmentRecord; readonly DISTRICT_ADMIN: StaffAssignmentRecord };
}

/** Heads the class and administers its school and district, so that nothing but their own case stands against them. */
export async function withEveryRole(
  scenario: Scenario,
  { school, schoolClass }: { readonly school: SchoolRecord; readonly schoolClass: SchoolClassRecord },
  existing?: Parameters<Scenario['staffMember']>[1],
): Promise<WithEveryRole> {
  const who = await scenario.staffMember({ role: StaffRole.HOMEROOM_TEACHER, school, schoolClass }, existing);
  const roles = {
    SCHOOL_ADMIN: aStaffAssignment({
      staff: who.staff,
      role: StaffRole.SCHOOL_ADMIN,
      district: scenario.district,
      school,
    }),
    DISTRICT_ADMIN: aStaffAssignment({ staff: who.staff, role: StaffRole.DISTRICT_ADMIN, district: scenario.district }),
  };
  await scenario.write((put) => {
    put(StaffAssignment, roles.SCHOOL_ADMIN);
    put(StaffAssignment, roles.DISTRICT_ADMIN);
  });
  return { ...who, roles };
}
