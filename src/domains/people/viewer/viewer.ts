import { isGuest, type Permissions, type Viewer } from '../../../platform/auth/index.ts';
import type { AuditRecord } from '../../../platform/commands/index.ts';
import { CLIENTS_OF } from './clients.ts';
import { shapeKey, shapeOf } from './shape.ts';
import { noRights, type ViewerRights } from './viewer-rights.ts';

/** The viewer with these rights. Every viewer is made here: one put together of another keeps the parts of that one. */
export function viewerOf(rights: ViewerRights, permissions: Permissions): Viewer {
  const shape = shapeOf(rights);
  const kind = kindOf(rights);
  const viewer = {
    ...rights,
    roleIds: rights.assignments.map(({ id }) => id),
    kind,
    clients: CLIENTS_OF[kind],
    shape,
    shapeKey: shapeKey(shape),
    loggedAt: {
      schools: [...new Set([...rights.staffSchoolIds, ...rights.childSchoolIds])],
      districts: [...new Set(rights.assignments.map(({ districtId }) => districtId))],
    } satisfies Pick<AuditRecord, 'schools' | 'districts'>,
  };
  const held = Object.entries(permissions).filter(([, permission]) => permission.heldBy(viewer));
  return { ...viewer, permissions: held.map(([name]) => name) };
}

function kindOf(viewer: ViewerRights): Viewer['kind'] {
  if (viewer.analystDistrictIds.length > 0) return 'analyst';
  if (viewer.assignments.length > 0) return 'staff';
  return isGuest(viewer) ? 'guest' : 'guardian';
}

export const guest: Viewer = Object.freeze(viewerOf(noRights, {}));
