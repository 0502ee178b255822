import { isOwnCase } from '../../../../platform/auth/index.ts';
import { requiredReason, type Transaction } from '../../../../platform/commands/index.ts';
import { Forbidden, NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { allOf, anyOf, Scope, sql } from '../../../../platform/reading/index.ts';
import { actingPerson, mine } from '../../../people/index.ts';
import { tell } from '../../notices/index.ts';
import { visibleCertificates } from './certificates.access.ts';
import { REVOKE_CERTIFICATE_RULES } from './certificates.rules.ts';
import { ServiceCertificate } from '../../model/index.ts';

/**
 * Revokes a certificate, by a school at which some of it was served or by the district: who verifies it is told so, and
 * the service that it rests on can be decided on again.
 * @param certificateId bare id of the certificate
 * @throws RuleViolation, NotFound, Forbidden, BadUserInput
 */
export async function revokeServiceCertificate(
  tx: Transaction,
  { certificateId, reason }: { readonly certificateId: string; readonly reason: string },
): Promise<{ certificate: string }> {
  const why = requiredReason(reason);
  const by = actingPerson(tx);
  const certificate = await lockCertificate(tx, certificateId);
  if (isOwnCase(tx.viewer, certificate.person.id))
    throw violationOf(REVOKE_CERTIFICATE_RULES, 'OWN', ['certificateId']);
  if (certificate.revokedAt !== null) throw violationOf(REVOKE_CERTIFICATE_RULES, 'ALREADY_REVOKED', ['certificateId']);

  certificate.revokedAt = tx.now;
  certificate.revokeReason = why;
  certificate.revokedBy = by;
  await tell(tx, 'CERTIFICATE_REVOKED', {
    to: [certificate.person.id],
    params: { number: certificate.number, reason: why },
    about: certificate.id,
  });
  return { certificate: certificate.id };
}

/** @throws NotFound for one that the caller does not see, Forbidden for one that is not theirs to revoke */
async function lockCertificate(tx: Transaction, id: string): Promise<ServiceCertificate> {
  const shape = tx.viewer.shape;
  const sce = new Scope('sce');
  const administered = anyOf([
    shape.school &&
      sql`exists (select 1 from certified_record cre join service_record srv on srv.id = cre.record_id
      where cre.certificate_id = sce.id and srv.school_id = any(${mine.schoolIds}))`,
    shape.district && sql`sce.district_id = any(${mine.districtIds})`,
  ]);
  const [found] = await tx.query<{ administered: boolean | null }>(sql`
    select sce.*, ${administered} as administered from service_certificate sce
    where ${allOf([sql`sce.id = ${id}::uuid`, visibleCertificates(sce, shape)])} for no key update of sce`);
  if (!found) throw new NotFound();
  const { administered: allowed, ...row } = found;
  const certificate = tx.em.map(ServiceCertificate, row);
  if (allowed !== true && certificate.person.id !== tx.viewer.personId) throw new Forbidden();
  return certificate;
}
