import * as make from '../../../seeds/factories/index.ts';
import type { Batch } from '../../../seeds/writing/index.ts';
import { Engagement } from '../../../src/domains/timetable/index.ts';
import {
  Attendance,
  CertifiedRecord,
  ParentLecture,
  ServiceCertificate,
  ServiceRecord,
  Shift,
  ShiftRole,
  ShiftSeries,
  Signup,
  StandIn,
  StandInStatus,
  VolunteerActivity,
  VolunteerQualification,
  VolunteerSuspension,
  WaitlistEntry,
  WaitlistSkip,
  WaitlistStatus,
} from '../../../src/domains/volunteering/index.ts';

/** Who offers it, to whom, and who comes. */
interface Volunteering {
  readonly mother: make.PersonRecord;
  readonly guardian: make.GuardianRecord;
  readonly household: make.HouseholdRecord;
  readonly organiser: make.StaffRecord;
  readonly district: make.DistrictRecord;
  readonly school: make.SchoolRecord;
  readonly schoolClass: make.SchoolClassRecord;
  readonly audience: make.AudienceRecord;
}

/** An activity with a shift to come and one that is over, and all that becomes of a place in it. */
export function addVolunteering(
  batch: Batch,
  now: Date,
  { mother, guardian, household, organiser, district, school, schoolClass, audience }: Volunteering,
): {
  readonly activity: make.VolunteerActivityRecord;
  readonly shift: make.ShiftRecord;
  readonly role: make.ShiftRoleRecord;
  readonly series: make.ShiftSeriesRecord;
  readonly certificate: make.ServiceCertificateRecord;
} {
  const activity = make.aVolunteerActivity({ district, school: school.id, audience, organiser });
  const shift = make.aShift({ activity, startsAt: make.daysAfter(now, 4) });
  const role = make.aShiftRole({ shift });
  const series = make.aShiftSeries({ activity, firstDate: '2026-09-02', lastDate: '2026-12-30' });
  batch.add(VolunteerActivity, activity);
  batch.add(ShiftSeries, series);
  batch.add(Shift, shift);
  batch.add(ShiftRole, role);
  batch.add(ParentLecture, make.aParentLecture({ schoolClass, guardian }));
  batch.add(VolunteerQualification, make.aVolunteerQualification({ person: mother, district, grantedBy: organiser }));
  batch.add(
    VolunteerSuspension,
    make.aVolunteerSuspension({ person: mother, district, endsAt: make.daysAfter(now, -30) }),
  );

  const over = make.aShift({ activity, startsAt: make.daysAfter(now, -4) });
  const served = make.aShiftRole({ shift: over, placesTaken: 1 });
  const signup = make.aSignup({ role: served, guardian, household });
  const record = make.aServiceRecord({ signup, shift: over });
  const certificate = make.aServiceCertificate({
    guardian,
    district,
    services: [make.certifiedService({ shift: over, record, title: activity.title, school: school.name })],
    issuedAt: now,
  });
  batch.add(Shift, over);
  batch.add(ShiftRole, served);
  batch.add(Signup, signup);
  batch.add(
    Engagement,
    make.anEngagement({ person: mother.id, sourceId: signup.id, startsAt: over.startsAt, endsAt: over.endsAt }),
  );
  batch.add(Attendance, make.anAttendance({ signup, checkedInAt: over.startsAt, checkedOutAt: over.endsAt }));
  batch.add(ServiceRecord, record);
  batch.add(ServiceCertificate, certificate);
  const waited = make.aWaitlistEntry({ role: served, guardian, household, status: WaitlistStatus.EXPIRED });
  batch.add(WaitlistEntry, waited);
  batch.add(WaitlistSkip, make.aWaitlistSkip({ entry: waited }));
  batch.add(StandIn, make.aStandIn({ signup, status: StandInStatus.EXPIRED, expiresAt: over.startsAt }));
  batch.add(CertifiedRecord, make.aCertifiedRecord({ certificate, record }));

  return { activity, shift, role, series, certificate };
}
