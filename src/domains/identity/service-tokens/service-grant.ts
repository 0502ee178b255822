import type { Permissions, Viewer } from '../../../platform/auth/index.ts';
import { noRights, viewerOf, type ViewerRights } from '../../people/index.ts';
import { ServiceRole } from './service-token.entity.ts';

/** The grant of a service token: a role at a node, and permissions that are named one by one. */
export interface ServiceGrant {
  readonly role: ServiceRole;
  readonly districtId: string;
  /** Only where the role is one of a school. */
  readonly schoolId: string | null;
  readonly permissions: readonly string[];
}

/** The token that is shown, the role that it rests on, and who stands behind it, and therefore decides nothing of their own by it. */
export interface Footing {
  readonly serviceTokenId: string;
  readonly restsOnId: string;
  /** The person who holds that role. */
  readonly holder?: string;
  /** The person who was told the secret. */
  readonly maker?: string;
}

/** The viewer that the bearer of a token is, by the role that it rests on. A permission counts where it is named and the role could hold it. */
export function viewerOfGrant(
  { serviceTokenId, restsOnId, holder, maker }: Footing,
  { role, districtId, schoolId, permissions }: ServiceGrant,
  known: Permissions,
): Viewer {
  const schoolIds = schoolId === null ? [] : [schoolId];
  const rights: ViewerRights = {
    ...noRights,
    serviceTokenId,
    answeredForBy: holder ?? null,
    ownPersonIds: [holder, maker].filter((id) => id !== undefined),
    assignments: [{ id: restsOnId, role, districtId, schoolId, gradeId: null, classId: null }],
    schoolIds,
    staffSchoolIds: schoolIds,
    districtIds: role === ServiceRole.DISTRICT_ADMIN ? [districtId] : [],
    analystDistrictIds: role === ServiceRole.ANALYST ? [districtId] : [],
  };
  const named = Object.entries(known).filter(([name]) => permissions.includes(name));
  return viewerOf(rights, Object.fromEntries(named));
}

/** The names of all that a program of the role may do; what a person alone does is not among them. */
export function openToPrograms(grant: ServiceGrant, known: Permissions): readonly string[] {
  return viewerOfGrant({ serviceTokenId: '', restsOnId: '' }, { ...grant, permissions: Object.keys(known) }, known)
    .permissions;
}

/** Whether somebody holds the permissions that they would give away; of the role `myFootingFor` knows. */
export function holdsPermissions(viewer: Viewer, { permissions }: ServiceGrant): boolean {
  return permissions.every((name) => viewer.permissions.includes(name));
}
