import { aCertifiedRecord, anAttendance, anAttendanceReport } from '../../../seeds/factories/index.ts';
import {
  Attendance,
  AttendanceReport,
  CertifiedRecord,
  CheckInCodeShown,
} from '../../../src/domains/volunteering/index.ts';
import type { Plant } from '../../checks/plant.ts';

const ofSignup = 'volunteering.service-of-signup';

export const servicePlants: readonly Plant[] = [
  {
    check: 'volunteering.attendance-of-signup',
    how: 'at another shift',
    refusedBy: 'attendance_of_place',
    write: ({ run }, { noShow, came }) =>
      run('update attendance set shift_id = $2 where id = $1', noShow.id, came.shift.id),
  },
  {
    check: 'volunteering.attendance-of-signup',
    how: 'somebody came whose sign-up is cancelled',
    refusedBy: 'attendance_of_place',
    write: ({ run }, { gaveUp }) =>
      run(
        `insert into attendance (id, signup_id, shift_id, checked_in_at, checked_in_by)
      select gen_random_uuid(), s.id, s.shift_id, t.starts_at, 'LIST' from signup s join shift t on t.id = s.shift_id where s.id = $1`,
        gaveUp.id,
      ),
  },
  {
    check: 'volunteering.came-to-this-time',
    how: 'the shift was moved away from under somebody who had come',
    alsoBreaks: [
      'volunteering.service-follows-attendance',
      'volunteering.service-within-shift',
      'volunteering.signup-occupies-time',
    ],
    write: ({ run }, { came }) =>
      run(
        "update shift set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' where id = $1",
        came.shift.id,
      ),
  },
  {
    check: 'volunteering.service-by-own-code',
    how: 'who was shown the code, and was approved by it alone',
    write: ({ row }, { came, first, scenario }) =>
      row(CheckInCodeShown, {
        id: scenario.district.id,
        createdAt: came.shift.startsAt,
        shift: came.shift.id,
        person: first.parent.person.id,
      } as never),
  },
  {
    check: 'volunteering.present-by-service',
    how: 'somebody came by service that nobody has approved',
    write: ({ run }, { noShow }) =>
      run(
        `update attendance set missed_before = no_show_at, no_show_at = null, checked_in_at = (select sft.starts_at from shift sft where sft.id = shift_id), checked_in_by = 'LIST' where id = $1`,
        noShow.id,
      ),
  },
  {
    check: 'volunteering.missed-by-right',
    how: 'somebody is missing who was turned away',
    write: ({ run }, { noShow }) =>
      run(
        'update signup set without_right_since = signed_up_at where id = (select a.signup_id from attendance a where a.id = $1)',
        noShow.id,
      ),
  },
  {
    check: 'volunteering.present-by-service',
    how: 'somebody whose service counts is held to be missing',
    alsoBreaks: ['volunteering.service-follows-attendance'],
    write: ({ run }, { attended }) =>
      run(
        'update attendance set no_show_at = checked_in_at, checked_in_at = null, checked_in_by = null, checked_out_at = null, checked_out_by = null where id = $1',
        attended.id,
      ),
  },
  {
    check: 'volunteering.report-noted',
    how: 'a report was accepted and nothing noted',
    write: ({ row }, { confirmed, scenario }) =>
      row(AttendanceReport, anAttendanceReport({ signup: confirmed, happenedAt: scenario.now })),
  },
  {
    check: ofSignup,
    how: 'of another person',
    write: ({ run }, { rejected, first }) =>
      run('update service_record set person_id = $2 where id = $1', rejected.id, first.parent.person.id),
  },
  {
    check: ofSignup,
    how: 'of another guardian',
    write: ({ run }, { rejected, first }) =>
      run('update service_record set guardian_id = $2 where id = $1', rejected.id, first.parent.guardian.id),
  },
  {
    check: ofSignup,
    how: 'for another family',
    write: ({ run }, { rejected, first }) =>
      run('update service_record set household_id = $2 where id = $1', rejected.id, first.household.id),
  },
  {
    check: ofSignup,
    how: 'at no school',
    write: ({ run }, { rejected }) => run('update service_record set school_id = null where id = $1', rejected.id),
  },
  {
    check: ofSignup,
    how: 'in another district',
    write: ({ run }, { rejected, elsewhere }) =>
      run('update service_record set district_id = $2 where id = $1', rejected.id, elsewhere.id),
  },
  {
    check: ofSignup,
    how: 'at a shift of another sign-up',
    alsoBreaks: ['volunteering.service-within-shift'],
    write: ({ run }, { rejected, came }) =>
      run('update service_record set shift_id = $2 where id = $1', rejected.id, came.shift.id),
  },
  ...[
    ["starts_at = starts_at - interval '1 millisecond'", 'begins before it'],
    ["ends_at = ends_at + interval '1 millisecond'", 'ends after it'],
  ].map(([change, how]): Plant => ({
    check: 'volunteering.service-within-shift',
    how: how!,
    write: ({ run }, { waits }) => run(`update service_record set ${change} where id = $1`, waits.id),
  })),
  ...[
    ["checked_in_at = checked_in_at + interval '20 minutes'", 'they came later'],
    ["checked_out_at = checked_out_at - interval '1 minute'", 'they left earlier'],
  ].map(([change, how]): Plant => ({
    check: 'volunteering.service-follows-attendance',
    how: how!,
    write: ({ run }, { attended }) => run(`update attendance set ${change} where id = $1`, attended.id),
  })),
  {
    check: 'volunteering.service-follows-attendance',
    how: 'they never left',
    write: ({ run }, { attended }) =>
      run('update attendance set checked_out_at = null, checked_out_by = null where id = $1', attended.id),
  },
  {
    check: 'volunteering.service-follows-attendance',
    how: 'whoever came and left has none',
    write: ({ row }, { rejectedTurn: { signup, shift } }) =>
      row(Attendance, anAttendance({ signup, checkedInAt: shift.startsAt, checkedOutAt: shift.endsAt })),
  },
  {
    check: 'volunteering.service-decided-by-another',
    how: 'by the volunteer',
    refusedBy: 'service_record_approver',
    write: ({ run }, { rejected }) =>
      run(
        "update service_record set approver_id = person_id, decided_at = decided_at + interval '1 second' where id = $1",
        rejected.id,
      ),
  },
  {
    check: 'volunteering.service-decided-by-another',
    how: 'an appeal by whoever rejected it',
    refusedBy: 'service_record_appeal_decided',
    async write({ run }, { appealed }) {
      await run(
        "update service_record set status = 'APPROVED', decided_at = decided_at + interval '1 second', approver_id = (select p.id from person p where p.id not in (person_id, rejected_by_id) limit 1) where id = $1",
        appealed.id,
      );
      await run(
        "update service_record set approver_id = rejected_by_id, decided_at = decided_at + interval '1 second' where id = $1",
        appealed.id,
      );
    },
  },
  {
    check: 'volunteering.certificate-total',
    how: 'overlapping time counted twice',
    refusedBy: 'service_certificate_stays',
    write: ({ run }, { certificate }) =>
      run('update service_certificate set total_minutes = 110 where id = $1', certificate.id),
  },
  {
    check: 'volunteering.certificate-total',
    how: 'a service that is not listed',
    refusedBy: 'service_certificate_stays',
    write: ({ run }, { certificate }) =>
      run("update service_certificate set services = '[]' where id = $1", certificate.id),
  },
  {
    check: 'volunteering.certificate-records',
    how: 'service that waits again',
    refusedBy: 'service_record_certified',
    write: ({ run }, { supplemented }) =>
      run("update service_record set status = 'PENDING', decided_at = null where id = $1", supplemented.id),
  },
  {
    check: 'volunteering.certificate-records',
    how: 'service that was never approved',
    alsoBreaks: ['volunteering.certificate-total'],
    refusedBy: 'certified_record_approved',
    write: ({ row }, { certificate, waits }) => row(CertifiedRecord, aCertifiedRecord({ certificate, record: waits })),
  },
  ...["period_from = '2026-11-01'", "period_to = '2026-10-30'"].map((change): Plant => ({
    check: 'volunteering.certificate-records',
    how: `service of another time: ${change}`,
    refusedBy: 'service_certificate_stays',
    write: ({ run }, { certificate }) => run(`update service_certificate set ${change} where id = $1`, certificate.id),
  })),
  {
    check: 'volunteering.certificate-of-guardian',
    how: 'of another guardian',
    refusedBy: 'service_certificate_stays',
    write: ({ run }, { certificate, second }) =>
      run('update service_certificate set guardian_id = $2 where id = $1', certificate.id, second.parent.guardian.id),
  },
  {
    check: 'volunteering.certificate-of-guardian',
    how: 'before its period was over',
    refusedBy: 'service_certificate_stays',
    write: ({ run }, { certificate }) =>
      run("update service_certificate set issued_at = '2026-11-17T00:00:00Z' where id = $1", certificate.id),
  },
];
