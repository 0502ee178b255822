import { isGuest, type StaffRole, type Viewer } from './viewer.ts';

/** Who may call a root field. The rows that they then get are narrowed further by visibility. */
export type Access =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'permission'; readonly permission: string };

export const anyone: Access = { kind: 'anyone' };
export const signedIn: Access = { kind: 'signed-in' };

/** What a permission is for, and which parts a person must play to hold it. */
export interface Permission {
  readonly description: string;
  readonly heldBy: (viewer: Omit<Viewer, 'permissions'>) => boolean;
}

/** A domain's permissions by name, e.g. `volunteering.signup.create`. */
export type Permissions = Readonly<Record<string, Permission>>;

export function permission(name: string): Access {
  return { kind: 'permission', permission: name };
}

export const isGuardian = (viewer: Omit<Viewer, 'permissions'>): boolean => viewer.guardianId !== null;

/** The kinds of caller that limits are set for. */
export function callerKindOf(viewer: Viewer): 'guest' | 'guardian' | 'staff' | 'analyst' {
  if (viewer.analystDistrictIds.length > 0) return 'analyst';
  if (viewer.assignments.length > 0) return 'staff';
  return isGuest(viewer) ? 'guest' : 'guardian';
}

/** Holds one of the roles at any node. */
export const hasRole =
  (...roles: readonly StaffRole[]) =>
  (viewer: Omit<Viewer, 'permissions'>): boolean =>
    viewer.assignments.some(({ role }) => roles.includes(role));

/** Held by people alone: a client without a person never holds it, whatever its role. */
export const inPerson =
  (held: Permission['heldBy']): Permission['heldBy'] =>
  (viewer) =>
    viewer.accountId !== null && held(viewer);
