import type { Permission, Viewer } from '../../../platform/auth/index.ts';
import type { StaffRole } from '../staff/staff-role.enum.ts';

export const isGuardian: Permission['heldBy'] = (viewer) => viewer.guardianId !== null;

/** Holds one of the roles at any node. */
export const hasRole =
  (...roles: readonly StaffRole[]) =>
  ({ assignments }: Pick<Viewer, 'assignments'>): boolean =>
    assignments.some(({ role }) => roles.includes(role));
