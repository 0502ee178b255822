import { shanghaiDay } from '../../../../platform/calendar/index.ts';
import { NotFound } from '../../../../platform/errors/index.ts';
import { allOf, prepare, Scope, sql } from '../../../../platform/reading/index.ts';
import type { RequestContext } from '../../../../platform/request/index.ts';
import type { ServiceCertificateFacts } from './certificate.pdf.ts';
import { certificatesWithNames } from './certificates.access.ts';
import { occasionsOf } from './occasions.ts';
import type { CertifiedContact, CertifiedService } from '../../model/index.ts';

/** All that stands on a certificate, wherever it is verified. */
export interface CertificateFacts extends Omit<ServiceCertificateFacts, 'verifyAt'> {
  readonly revoked: boolean;
  /** Another one stands in its place. */
  readonly superseded: boolean;
}

interface Found {
  readonly number: string;
  readonly holder: string;
  readonly district: string;
  readonly from: string;
  readonly to: string;
  readonly services: readonly CertifiedService[];
  readonly contacts: readonly CertifiedContact[] | null;
  readonly serviceCount: number;
  readonly totalMinutes: number;
  readonly issuedAt: string;
  readonly revoked: boolean;
  readonly superseded: boolean;
}

/**
 * Reads what is printed, by the rights of this moment: for the holder, and for schools at which some of it was served.
 * @param id bare id of the certificate
 * @throws NotFound
 */
export async function certificateFacts(context: RequestContext, id: string): Promise<CertificateFacts> {
  const sce = new Scope('sce');
  const { text, values } = prepare(sql`
    select json_build_object('number', sce.number, 'holder', sce.holder_name, 'district', dis.name, 'from', sce.period_from, 'to', sce.period_to,
      'services', sce.services, 'contacts', sce.contacts, 'serviceCount', ${occasionsOf(sce)}, 'totalMinutes', sce.total_minutes, 'issuedAt', sce.issued_at,
      'revoked', sce.revoked_at is not null, 'superseded', sce.superseded_by_id is not null)
    from service_certificate sce join district dis on dis.id = sce.district_id
    where ${allOf([sql`sce.id = ${id}::uuid`, certificatesWithNames(sce, context.viewer.shape)])}`);
  const [row] = await context.loaders.read({ reads: 'ServiceCertificate', text, values: values(context) });
  if (!row) throw new NotFound();
  const { from, to, services, contacts, issuedAt, ...rest } = row[0] as Found;
  const schools = new Set(services.map((each) => each.school));
  const [school = null, ...others] = schools;
  return {
    ...rest,
    issuer: rest.district,
    school: others.length > 0 ? null : school,
    recordedBy: [...schools].map((each) => each ?? rest.district),
    contacts: contacts ?? [],
    period: { from, to },
    services: services.map(({ startsAt, title, place, minutes }) => ({
      day: shanghaiDay(new Date(startsAt)),
      activity: title,
      place,
      minutes,
    })),
    issuedAt: new Date(issuedAt),
  };
}
