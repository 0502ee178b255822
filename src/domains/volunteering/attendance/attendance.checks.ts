import type { Check } from '../../../platform/graphql/index.ts';

export const attendanceChecks: readonly Check[] = [
  {
    name: 'volunteering.attendance-of-signup',
    description: 'Attendance is noted at the shift of the sign-up, and whoever came had a place: it may be taken back after that, but not once the shift has begun.',
    sql: `select a.id from attendance a join signup s on s.id = a.signup_id join shift t on t.id = s.shift_id where a.shift_id <> s.shift_id
      or (a.checked_in_at is not null and s.status <> 'CONFIRMED' and (s.cancelled_at is null or s.cancelled_at < a.checked_in_at or s.cancelled_at >= t.starts_at))`,
  },
  {
    name: 'volunteering.present-by-service',
    description: 'Whoever was noted as absent, and came because of service that was approved, has such service.',
    sql: `select a.id from attendance a where num_nonnulls(a.missed_before, a.excused_before) > 0
      and not exists (select 1 from service_record r where r.signup_id = a.signup_id and r.status = 'APPROVED')`,
  },
  {
    name: 'volunteering.report-noted',
    description: 'Of whom a report was accepted, something is noted.',
    sql: `select r.id from attendance_report r where not exists (select 1 from attendance a where a.signup_id = r.signup_id)`,
  },
];
