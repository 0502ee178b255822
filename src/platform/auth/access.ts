import { isGuest, type Viewer } from './viewer.ts';

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

/** Parts of a district administrator in person: a client without a person never holds what they allow. */
export const isDistrictAdministrator = (viewer: Omit<Viewer, 'permissions'>): boolean => viewer.accountId !== null && viewer.districtIds.length > 0;

export const isGuardian = (viewer: Omit<Viewer, 'permissions'>): boolean => viewer.guardianId !== null;

/** The kinds of caller that limits are set for. */
export function callerKindOf(viewer: Viewer): 'guest' | 'guardian' | 'staff' | 'analyst' {
  if (viewer.analystDistrictIds.length > 0) return 'analyst';
  if (viewer.assignments.length > 0) return 'staff';
  return isGuest(viewer) ? 'guest' : 'guardian';
}
