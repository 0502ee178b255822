import type { Transaction } from '../../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { allOf, raw, Scope, sql, type Sql } from '../../../../platform/reading/index.ts';
import { District, Guardian, Person, today, mine } from '../../../people/index.ts';
import { minutesServed, SERVED, visibleServiceRecords } from '../../service/index.ts';
import {
  CertifiedRecord,
  type CertifiedContact,
  type CertifiedService,
  ownSentence,
  ServiceCertificate,
  ServiceRecord,
} from '../../model/index.ts';
import { tell } from '../../notices/index.ts';
import { certificateNumber } from './certificate-number.ts';
import { ISSUE_CERTIFICATE_RULES } from './certificates.rules.ts';
import { requirePrintable } from './names-in-print.ts';

export interface WantedCertificate {
  /** The caller themself where it is null. */
  readonly guardianId: string | null;
  /** In whose name; the only district in which they served where it is null. */
  readonly districtId: string | null;
  /** First and last day, `YYYY-MM-DD`. */
  readonly periodFrom: string;
  readonly periodTo: string;
}

interface Holder {
  readonly guardianId: string;
  readonly personId: string;
  readonly name: string;
  readonly today: string;
}

/**
 * Certifies the approved service of a period: all of the caller's own, or what a volunteer served at the caller's
 * schools. The very same certificate is not issued twice: the one that stands is answered; one that bears another name of
 * the holder, corrected since, is superseded.
 * @throws RuleViolation, NotFound
 */
export async function issueServiceCertificate(
  tx: Transaction,
  wanted: WantedCertificate,
): Promise<{ certificate: string }> {
  const holder = await lockHolder(tx, wanted.guardianId);
  if (wanted.periodFrom > wanted.periodTo) throw violationOf(ISSUE_CERTIFICATE_RULES, 'BACKWARDS', ['periodTo']);
  if (wanted.periodTo > holder.today) throw violationOf(ISSUE_CERTIFICATE_RULES, 'AHEAD', ['periodTo']);
  await requirePrintable([holder.name], ['guardianId']);
  const { districtId, recordIds } = await shareRecords(tx, holder, wanted);
  const known = await sameCertificate(tx, holder, wanted, recordIds);
  if (known !== null) return { certificate: known };

  const [content] = await tx.query<{
    minutes: number;
    services: CertifiedService[];
    contacts: CertifiedContact[];
    district: string;
  }>(contentOf(recordIds, districtId));
  if (content!.minutes === 0) throw violationOf(ISSUE_CERTIFICATE_RULES, 'NOTHING_APPROVED', ['periodFrom']);
  await requirePrintable([content!.district, ...content!.services.map(({ school }) => school ?? '')], ['districtId']);
  const certificate = tx.em.create(ServiceCertificate, {
    number: certificateNumber(holder.today),
    person: tx.em.getReference(Person, holder.personId),
    guardian: tx.em.getReference(Guardian, holder.guardianId),
    district: tx.em.getReference(District, districtId),
    holderName: holder.name,
    periodFrom: wanted.periodFrom,
    periodTo: wanted.periodTo,
    totalMinutes: content!.minutes,
    services: content!.services,
    contacts: content!.contacts,
    issuedAt: tx.now,
    createdAt: tx.now,
  });
  for (const id of recordIds)
    tx.em.create(CertifiedRecord, { certificate, record: tx.em.getReference(ServiceRecord, id), createdAt: tx.now });
  await supersede(tx, certificate, recordIds);
  return { certificate: certificate.id };
}

const grd = raw('grd');
const srv = new Scope('srv');

/** Locks the person, so that one certificate at a time is issued to them. @throws NotFound for whom the caller knows no service of */
async function lockHolder(tx: Transaction, guardianId: string | null): Promise<Holder> {
  const [found] = await tx.query<Holder>(sql`
    select grd.id as "guardianId", per.id as "personId", per.name, ${today}::text as today from guardian grd join person per on per.id = grd.person_id
    where ${guardianId === null ? sql`grd.id = ${mine.guardianId}` : sql`grd.id = ${guardianId}::uuid and ${known(tx)}`} for no key update of per`);
  if (!found) throw new NotFound();
  return found;
}

function known(tx: Transaction): Sql {
  return sql`(${grd}.id is not distinct from ${mine.guardianId} or exists (
    select 1 from service_record srv where srv.guardian_id = grd.id and srv.school_id = any(${mine.schoolIds}) and ${visibleServiceRecords(srv, tx.viewer.shape)}))`;
}

/** Shares the lock of the records that count, so that whoever would reject one of them waits, and then finds it certified. */
async function shareRecords(
  tx: Transaction,
  holder: Holder,
  { districtId, periodFrom, periodTo }: WantedCertificate,
): Promise<{ districtId: string; recordIds: string[] }> {
  const own = holder.guardianId === tx.viewer.guardianId;
  const records = await tx.query<{ id: string; district_id: string }>(sql`
    select srv.id, srv.district_id from service_record srv where ${allOf([
      sql`srv.person_id = ${holder.personId}::uuid and srv.status = 'APPROVED'`,
      sql`srv.starts_at >= ${periodFrom}::date::timestamp at time zone 'Asia/Shanghai'`,
      sql`srv.starts_at < (${periodTo}::date + 1)::timestamp at time zone 'Asia/Shanghai'`,
      !own && sql`srv.school_id = any(${mine.schoolIds})`,
      districtId !== null && sql`srv.district_id = ${districtId}::uuid`,
    ])} order by srv.id for share of srv`);
  const [first, ...others] = new Set(records.map((each) => each.district_id));
  if (first === undefined) throw violationOf(ISSUE_CERTIFICATE_RULES, 'NOTHING_APPROVED', ['periodFrom']);
  if (others.length > 0) throw violationOf(ISSUE_CERTIFICATE_RULES, 'SEVERAL_DISTRICTS', ['districtId']);
  return { districtId: first, recordIds: records.map((each) => each.id) };
}

/** A valid certificate of the same name and period that rests on the same records. */
async function sameCertificate(
  tx: Transaction,
  { personId, name }: Holder,
  { periodFrom, periodTo }: WantedCertificate,
  recordIds: readonly string[],
): Promise<string | null> {
  const [found] = await tx.query<{ id: string }>(sql`
    select sce.id from service_certificate sce where sce.person_id = ${personId}::uuid and sce.revoked_at is null
      and sce.holder_name = ${name} and sce.period_from = ${periodFrom}::date and sce.period_to = ${periodTo}::date
      and array(select cre.record_id from certified_record cre where cre.certificate_id = sce.id order by cre.record_id) = ${recordIds}::uuid[]
    order by sce.issued_at limit 1`);
  return found?.id ?? null;
}

/** Certificates of the same period that bear an earlier name of the holder, and certify nothing beside what the new one does. */
async function supersede(tx: Transaction, by: ServiceCertificate, recordIds: readonly string[]): Promise<void> {
  const rows = await tx.query<object>(sql`
    select sce.* from service_certificate sce where sce.person_id = ${by.person.id}::uuid and sce.district_id = ${by.district.id}::uuid and sce.revoked_at is null
      and sce.holder_name <> ${by.holderName} and sce.period_from = ${by.periodFrom}::date and sce.period_to = ${by.periodTo}::date
      and not exists (select 1 from certified_record cre where cre.certificate_id = sce.id and cre.record_id <> all(${recordIds}::uuid[]))
    order by sce.id for no key update of sce`);
  const reason = ownSentence('NAME_CORRECTED');
  for (const row of rows) {
    const earlier = tx.em.map(ServiceCertificate, row);
    earlier.revokedAt = tx.now;
    earlier.revokeReason = reason;
    earlier.supersededBy = by;
    await tell(tx, 'CERTIFICATE_REVOKED', {
      to: [by.person.id],
      params: { number: earlier.number, reason },
      about: earlier.id,
    });
  }
}

/** Each line is a record, and the total is that of every total: overlapping time counts once. */
function contentOf(recordIds: readonly string[], districtId: string): Sql {
  return sql`select total.minutes, (select dis.name from district dis where dis.id = ${districtId}::uuid) as district, (
      select coalesce(json_agg(json_build_object('name', unit.name, 'contact', unit.contact) order by unit.place, unit.name), '[]') from (
        select 1 as place, dis.name, dis.contact from district dis where dis.id = ${districtId}::uuid
        union all select distinct 2, sch.name, sch.contact from school sch join service_record srv on srv.school_id = sch.id where srv.id = any(${recordIds}::uuid[])) unit
      where unit.contact is not null) as contacts, (
      select json_agg(json_build_object('startsAt', to_char(srv.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'endsAt', to_char(srv.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'title', act.title, 'place', sft.place,
        'school', sch.name, 'minutes', srv.minutes) order by srv.starts_at, srv.id)
      from service_record srv join shift sft on sft.id = srv.shift_id join volunteer_activity act on act.id = sft.activity_id
      left join school sch on sch.id = srv.school_id where srv.id = any(${recordIds}::uuid[])) as services
    from (${minutesServed(sql`select srv.person_id, ${SERVED} as during from service_record srv where srv.id = any(${recordIds}::uuid[])`)}) total`;
}
