import { prepare, raw, sql } from '../../../../platform/reading/index.ts';
import type { RequestContext } from '../../../../platform/request/index.ts';
import { asNumber } from './certificate-number.ts';
import { occasionsOf } from './occasions.ts';

const LONGEST_NUMBER = 60;

/** It never says whose the certificate is. */
export interface VerifiedCertificate {
  readonly number: string;
  readonly valid: boolean;
  readonly revokedAt: Date | null;
  /** It was revoked because another one, with the holder's corrected name, stands in its place. */
  readonly superseded: boolean;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly totalMinutes: number;
  readonly serviceCount: number;
  readonly issuedAt: Date;
  readonly districtName: string;
  /** Null where the service was given at several schools, or for the district itself. */
  readonly schoolName: string | null;
}

/**
 * Answers what anybody may know who knows the number; null for a number that stands on no certificate. One look-up by
 * key for every number, well formed or not: how long it takes says no more than the answer does.
 */
export async function verifyCertificate(context: RequestContext, typed: string): Promise<VerifiedCertificate | null> {
  const number = typed.length > LONGEST_NUMBER || typed.includes('\0') || !typed.isWellFormed() ? '' : asNumber(typed);
  const { text, values } = prepare(sql`
    select sce.number, sce.revoked_at, sce.period_from, sce.period_to, sce.total_minutes, ${occasionsOf(raw('sce'))}, sce.issued_at, dis.name,
      (select min(srv ->> 'school') from jsonb_array_elements(sce.services) srv having count(distinct coalesce(srv ->> 'school', '')) = 1),
      sce.superseded_by_id is not null
    from service_certificate sce join district dis on dis.id = sce.district_id where sce.number = ${number}`);
  const [row] = (await context.loaders.read({
    reads: 'Query.verifyServiceCertificate',
    text,
    values: values(context),
  })) as [string, Date | null, string, string, number, number, Date, string, string | null, boolean][];
  if (!row) return null;
  const [
    found,
    revokedAt,
    periodFrom,
    periodTo,
    totalMinutes,
    serviceCount,
    issuedAt,
    districtName,
    schoolName,
    superseded,
  ] = row;
  return {
    number: found,
    valid: revokedAt === null,
    revokedAt,
    superseded,
    periodFrom,
    periodTo,
    totalMinutes,
    serviceCount,
    issuedAt,
    districtName,
    schoolName,
  };
}
