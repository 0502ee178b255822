import type { Transaction } from '../../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { allOf, Scope, sql } from '../../../../platform/reading/index.ts';
import { linkTo } from '../../../../platform/request/index.ts';
import { certificatesWithNames } from '../certificates/certificates.access.ts';
import { requirePrintable } from '../certificates/names-in-print.ts';
import { manageableShifts, visibleShifts } from '../../model/index.ts';
import { CERTIFICATE_FILE_RULES, EXPORT_RULES, noLongerPrinted } from './files.rules.ts';
import type { TableFormat } from '../../../../platform/exports/index.ts';
import { FILES } from './volunteering.downloads.ts';

type Link = Promise<{ path: string }>;

/** @throws NotFound for a shift that the caller does not see, RuleViolation */
export async function exportShiftRoster(
  tx: Transaction,
  { shiftId, format }: { readonly shiftId: string; readonly format: TableFormat },
): Link {
  const [sft, viewer] = [new Scope('sft'), tx.viewer.shape];
  const [shift] = await tx.query<{ mine: boolean }>(sql`select coalesce(${manageableShifts(sft, viewer)}, false) as mine
    from shift sft where ${allOf([sql`sft.id = ${shiftId}`, visibleShifts(sft, viewer)])}`);
  if (!shift) throw new NotFound();
  if (!shift.mine) throw violationOf(EXPORT_RULES, 'NOT_ORGANISER', ['shiftId']);
  return { path: await linkTo(tx, FILES.roster[format], shiftId) };
}

/** @throws RuleViolation */
export async function exportServiceHours(
  tx: Transaction,
  { schoolId, termId, format }: { readonly schoolId: string; readonly termId: string; readonly format: TableFormat },
): Link {
  if (!tx.viewer.schoolIds.includes(schoolId)) throw violationOf(EXPORT_RULES, 'NOT_ADMINISTRATOR', ['schoolId']);
  return { path: await linkTo(tx, FILES.hours[format], `${schoolId}/${termId}`) };
}

/** @throws NotFound for a certificate whose name the caller may not read, RuleViolation */
export async function downloadServiceCertificate(
  tx: Transaction,
  { certificateId }: { readonly certificateId: string },
): Link {
  const [certificate] = await tx.query<{
    revoked: boolean;
    superseded: boolean;
    names: string[];
  }>(sql`select sce.revoked_at is not null as revoked, sce.superseded_by_id is not null as superseded,
      array[sce.holder_name, dis.name] || array(select distinct srv ->> 'school' from jsonb_array_elements(sce.services) srv where srv ->> 'school' is not null) as names
    from service_certificate sce join district dis on dis.id = sce.district_id
    where ${allOf([sql`sce.id = ${certificateId}`, certificatesWithNames(new Scope('sce'), tx.viewer.shape)])}`);
  if (!certificate) throw new NotFound();
  const over = noLongerPrinted(certificate);
  if (over) throw violationOf(CERTIFICATE_FILE_RULES, over, ['certificateId']);
  await requirePrintable(certificate.names, ['certificateId']);
  return { path: await linkTo(tx, FILES.certificate, certificateId) };
}
