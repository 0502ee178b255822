import { inPerson, type Permissions, type ViewerShape } from '../../../../platform/auth/index.ts';
import { anyOf, sql, table, type Condition, type Found } from '../../../../platform/reading/index.ts';
import { isGuardian, mine } from '../../../people/index.ts';
import type { ServiceCertificate } from '../../model/index.ts';

export const ISSUE_CERTIFICATE = 'volunteering.certificate.issue';
export const REVOKE_CERTIFICATE = 'volunteering.certificate.revoke';

export const certificatePermissions: Permissions = {
  [ISSUE_CERTIFICATE]: {
    description: "Have one's own service certified, or that of volunteers of one's school (出具志愿服务记录证明).",
    heldBy: (viewer) => isGuardian(viewer) || viewer.schoolIds.length > 0,
  },
  [REVOKE_CERTIFICATE]: {
    description: 'Revoke a certificate that rests on service at the own school or in the own district (撤销证明).',
    heldBy: inPerson((viewer) => viewer.schoolIds.length > 0 || viewer.districtIds.length > 0),
  },
};

/**
 * The viewer sees a certificate with the name that stands on it: as its holder, or as a school at which some of it was
 * served.
 */
export const certificatesWithNames: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`,
    viewer.school &&
      sql`exists (select 1 from ${table('certified_record')} cre join ${table('service_record')} srv on srv.id = cre.record_id
      where cre.certificate_id = ${row}.id and srv.school_id = any(${mine.schoolIds}))`,
  ]);

/** The district, in whose name it is issued, sees what anybody who verifies it does. */
export const visibleCertificates: Condition = (row, viewer) =>
  anyOf([certificatesWithNames(row, viewer), viewer.district && sql`${row}.district_id = any(${mine.districtIds})`]);

/**
 * Service at a school is a piece of an index, and certificates are looked up for each of these records and no others:
 * `offset 0` sees to that.
 */
export function certificatesFoundBy(viewer: ViewerShape): readonly Found<ServiceCertificate>[] {
  return [
    ...(viewer.district ? [{ by: 'district' as const, among: mine.districtIds }] : []),
    ...(viewer.guardian ? [{ by: 'guardian' as const, among: sql`array[${mine.guardianId}]` }] : []),
    ...(viewer.school
      ? [
          {
            by: 'id' as const,
            among: sql`array(select cre.certificate_id from ${table('service_record')} srv
      cross join lateral (select cer.certificate_id from ${table('certified_record')} cer where cer.record_id = srv.id offset 0) cre where srv.school_id = any(${mine.schoolIds}))`,
          },
        ]
      : []),
  ];
}
