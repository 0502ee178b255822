import {
  Attendance,
  AttendanceMethod,
  ServiceRecord,
  type ServiceSource,
  type ServiceStatus,
} from '../../src/domains/volunteering/index.ts';
import {
  anAttendance,
  aServiceRecord,
  minutesAfter,
  type Given,
  type SchoolRecord,
  type ServiceRecordRecord,
  type SignupRecord,
} from '../../seeds/factories/index.ts';
import {
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../seeds/scenario/index.ts';

export interface Served extends ShiftOnOffer {
  readonly signup: SignupRecord;
}

/** A shift that a family's parent had a place in; `from` in minutes after the beginning of the scenario. */
export async function past(
  scenario: Scenario,
  organiser: StaffMember,
  volunteer: Family,
  school: SchoolRecord | undefined,
  from: number,
  minutes = 60,
): Promise<Served> {
  const startsAt = scenario.at(from);
  const offered = await openShift(scenario, organiser, {
    ...(school && { school }),
    shift: { startsAt, endsAt: minutesAfter(startsAt, minutes), signupOpensAt: minutesAfter(startsAt, -10_000) },
    activity: { publishedAt: minutesAfter(startsAt, -20_000) },
  });
  return { ...offered, signup: await signedUp(scenario, offered, volunteer) };
}

export interface ServiceGiven {
  readonly source: ServiceSource;
  readonly status?: ServiceStatus;
  readonly approver?: string | null;
  readonly startsAt?: Date;
  readonly endsAt?: Date;
}

/** Service as the hub would have written it. */
export async function served(
  scenario: Scenario,
  { signup, shift }: Served,
  given: ServiceGiven,
): Promise<ServiceRecordRecord> {
  const record = aServiceRecord({ ...(given as Given<ServiceRecord>), signup, shift });
  await scenario.write((put) => {
    if (given.source === 'SYSTEM_CHECKED') {
      put(
        Attendance,
        anAttendance({
          signup,
          checkedInAt: record.startsAt,
          checkedOutAt: record.endsAt,
          checkedInBy: AttendanceMethod.QR,
        }),
      );
    }
    put(ServiceRecord, record);
  });
  return record;
}
