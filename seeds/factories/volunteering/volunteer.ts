import {
  type SuspensionNoShow,
  SuspensionCause,
  type VolunteeringPolicy,
  type VolunteerQualification,
  type VolunteerSuspension,
} from '../../../src/domains/volunteering/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, daysAfter, type GivenWith, stored, WRITTEN_AT } from '../given.ts';

export type VolunteerQualificationRecord = RecordOf<VolunteerQualification>;
export type VolunteerSuspensionRecord = RecordOf<VolunteerSuspension>;
export type SuspensionNoShowRecord = RecordOf<SuspensionNoShow>;
export type VolunteeringPolicyRecord = RecordOf<VolunteeringPolicy>;

/** The rules that hold where a district sets none. */
export function aVolunteeringPolicy(given: GivenWith<VolunteeringPolicy, 'district'>): VolunteeringPolicyRecord {
  return completed<VolunteeringPolicyRecord>(
    {
      ...stored(given),
      district: '',
      offerMinutes: 120,
      noShowLimit: 3,
      noShowWindowDays: 180,
      suspensionDays: 30,
      checkInEarlyMinutes: 30,
      reportWithinHours: 48,
    },
    given,
  );
}

export function aVolunteerQualification(
  given: GivenWith<VolunteerQualification, 'person' | 'district' | 'grantedBy'>,
): VolunteerQualificationRecord {
  return completed<VolunteerQualificationRecord>(
    {
      ...stored(given),
      person: '',
      district: '',
      name: '红十字救护员证',
      validFrom: '2026-01-01',
      validTo: null,
      grantedAt: WRITTEN_AT,
      grantedBy: '',
      revokedAt: null,
      revokeReason: null,
      revokedBy: null,
    },
    given,
  );
}

/** An absence that a suspension by the rule rests on. */
export function aSuspensionNoShow(
  given: GivenWith<SuspensionNoShow, 'suspension' | 'attendance'>,
): SuspensionNoShowRecord {
  return completed<SuspensionNoShowRecord>({ ...stored(given), suspension: '', attendance: '' }, given);
}

/** By the rule of no-shows, in the whole district, for a month. */
export function aVolunteerSuspension(
  given: GivenWith<VolunteerSuspension, 'person' | 'district'>,
): VolunteerSuspensionRecord {
  const startsAt = given.startsAt ?? WRITTEN_AT;
  return completed<VolunteerSuspensionRecord>(
    {
      ...stored(given),
      person: '',
      district: '',
      school: null,
      cause: SuspensionCause.NO_SHOWS,
      reason: '多次无故缺席',
      startsAt,
      endsAt: daysAfter(startsAt, 30),
      decidedBy: null,
      liftedAt: null,
      liftReason: null,
      liftedBy: null,
      undone: false,
    },
    given,
  );
}
