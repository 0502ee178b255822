import { isGuardian, type Permissions } from '../../../platform/auth/index.ts';
import { anyOf, mine, sql, type Condition } from '../../../platform/reading/index.ts';

export const ISSUE_CERTIFICATE = 'volunteering.certificate.issue';
export const REVOKE_CERTIFICATE = 'volunteering.certificate.revoke';

export const certificatePermissions: Permissions = {
  [ISSUE_CERTIFICATE]: {
    description: "Have one's own service certified, or that of volunteers of one's school (出具志愿服务记录证明).",
    heldBy: (viewer) => isGuardian(viewer) || viewer.schoolIds.length > 0,
  },
  [REVOKE_CERTIFICATE]: {
    description: 'Revoke a certificate that rests on service at the own school or in the own district (撤销证明).',
    heldBy: (viewer) => viewer.schoolIds.length > 0 || viewer.districtIds.length > 0,
  },
};

/** Who sees a certificate with the name that stands on it: its holder, and schools at which some of it was served. */
export const certificatesWithNames: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`,
    viewer.school && sql`exists (select 1 from certified_record cre join service_record srv on srv.id = cre.record_id
      where cre.certificate_id = ${row}.id and srv.school_id = any(${mine.schoolIds}))`,
  ]);

/** The district, in whose name it is issued, sees what anybody who verifies it does. */
export const visibleCertificates: Condition = (row, viewer) =>
  anyOf([certificatesWithNames(row, viewer), viewer.district && sql`${row}.district_id = any(${mine.districtIds})`]);
