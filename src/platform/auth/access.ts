import type { Viewer } from './viewer.ts';

/** Those who may call a root field. The rows that they then get are narrowed further by visibility. */
export type Access =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'permission'; readonly permission: string };

export const anyone: Access = { kind: 'anyone' };
export const signedIn: Access = { kind: 'signed-in' };

/** The purpose of a permission, and the parts that a person must play to hold it. */
export interface Permission {
  readonly description: string;
  readonly heldBy: (viewer: Omit<Viewer, 'permissions'>) => boolean;
}

/** A domain's permissions by name, e.g. `library.loan.extend`. */
export type Permissions = Readonly<Record<string, Permission>>;

export function permission(name: string): Access {
  return { kind: 'permission', permission: name };
}

/** Held by people alone: a client without a person never holds it, whatever its role. */
export const inPerson =
  (held: Permission['heldBy']): Permission['heldBy'] =>
  (viewer) =>
    viewer.accountId !== null && held(viewer);
