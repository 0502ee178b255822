import {
  type CertifiedRecord,
  type CertifiedService,
  type ServiceCertificate,
  type ServiceRecord,
  ServiceSource,
  ServiceStatus,
} from '../../../src/domains/volunteering/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import {
  completed,
  daysAfter,
  type Given,
  type GivenWith,
  minutesAfter,
  nextNumber,
  stored,
  WRITTEN_AT,
} from '../given.ts';
import type { GuardianRecord } from '../people/guardian.ts';
import type { ShiftRecord } from './shift.ts';
import type { SignupRecord } from './signup.ts';

type Computed = 'minutes';
export type ServiceRecordRecord = RecordOf<ServiceRecord, Computed>;
export type ServiceCertificateRecord = RecordOf<ServiceCertificate>;
export type CertifiedRecordRecord = RecordOf<CertifiedRecord>;

/** The whole shift, checked in and out by the code. Say who rejected or approved a supplement: `approver`. */
export function aServiceRecord(
  given: Given<Omit<ServiceRecord, Computed>> & { readonly signup: SignupRecord; readonly shift: ShiftRecord },
): ServiceRecordRecord {
  const { signup, shift } = given;
  const status = given.status ?? ServiceStatus.APPROVED;
  const endsAt = given.endsAt ?? shift.endsAt;
  const appealed = status === ServiceStatus.APPEALED;
  return completed<ServiceRecordRecord>(
    {
      ...stored(given),
      person: signup.person,
      guardian: signup.guardian,
      household: signup.household,
      district: shift.district,
      school: shift.school,
      shift: '',
      signup: '',
      filedBy: null,
      startsAt: shift.startsAt,
      endsAt,
      source: ServiceSource.SYSTEM_CHECKED,
      description: given.source === ServiceSource.SUPPLEMENTED ? '手机没电，未能签到；全程在岗。' : null,
      status,
      approver: null,
      decidedForDistrict: false,
      decidedAt: status === ServiceStatus.PENDING ? null : minutesAfter(endsAt, 10),
      decisionReason: status === ServiceStatus.REJECTED || appealed ? '与现场记录不符' : null,
      appealedAt: appealed ? minutesAfter(endsAt, 60) : null,
      appeal: appealed ? '带队老师可以证明我一直在岗。' : null,
      rejectedBy: null,
    },
    given,
  );
}

export function certifiedService({
  shift,
  record,
  title,
  school = null,
}: {
  readonly shift: ShiftRecord;
  readonly record: ServiceRecordRecord;
  readonly title: string;
  readonly school?: string | null;
}): CertifiedService {
  const { startsAt, endsAt } = record;
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    title,
    place: shift.place,
    school,
    minutes: Math.floor((endsAt.getTime() - startsAt.getTime()) / 60_000),
  };
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Name the records that it rests on by `aCertifiedRecord`; its total is theirs. */
export function aServiceCertificate(
  given: GivenWith<ServiceCertificate, 'district'> & {
    readonly guardian: GuardianRecord;
    readonly services: readonly CertifiedService[];
  },
): ServiceCertificateRecord {
  const issuedAt = given.issuedAt ?? daysAfter(WRITTEN_AT, 120);
  const number = given.number === undefined ? nextNumber() : 0;
  return completed<ServiceCertificateRecord>(
    {
      ...stored(given),
      number: `ZY${issuedAt.toISOString().slice(0, 10).replaceAll('-', '')}-${inBase32(number)}`,
      person: given.guardian.person,
      guardian: '',
      district: '',
      holderName: '王小雨家长',
      periodFrom: '2026-09-01',
      periodTo: issuedAt.toISOString().slice(0, 10),
      totalMinutes: given.services.reduce((sum, { minutes }) => sum + minutes, 0),
      services: [],
      contacts: null,
      issuedAt,
      revokedAt: null,
      revokeReason: given.revokedAt ? '服务记录有误' : null,
      revokedBy: null,
      supersededBy: null,
    },
    given,
  );
}

function inBase32(number: number): string {
  return Array.from({ length: 10 }, (_, index) => DIGITS[Math.floor(number / 32 ** (9 - index)) % 32]).join('');
}

export function aCertifiedRecord(given: GivenWith<CertifiedRecord, 'certificate' | 'record'>): CertifiedRecordRecord {
  return completed<CertifiedRecordRecord>({ ...stored(given), certificate: '', record: '' }, given);
}
