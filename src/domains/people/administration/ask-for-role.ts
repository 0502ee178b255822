import type { StaffRole, Viewer } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { RoleRequest, RoleRequestStatus } from '../staff/role-request.entity.ts';
import { GIVEN_BY_TWO, type StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { Staff } from '../staff/staff.entity.ts';

/** How long a second administrator has. */
const DAYS = 30;

/** Whether it takes a second administrator to give the role: nobody gives themselves anything alone, nor anybody a role that reads a whole district. */
export function takesTwo(viewer: Viewer, staffId: string, role: StaffRole): boolean {
  return staffId === viewer.staffId || GIVEN_BY_TWO.has(role);
}

export type WantedRole = Pick<StaffAssignment, 'staff' | 'role' | 'district' | 'school' | 'grade' | 'schoolClass' | 'subject' | 'validFrom' | 'validTo'>;

/** Puts on record that the caller asks for the role. */
export function askForRole(tx: Transaction, wanted: WantedRole): RoleRequest {
  return tx.em.create(RoleRequest, {
    ...wanted, askedBy: tx.em.getReference(Staff, tx.viewer.staffId!), status: RoleRequestStatus.PENDING,
    expiresAt: new Date(tx.now.getTime() + DAYS * 86_400_000), createdAt: tx.now,
  });
}
