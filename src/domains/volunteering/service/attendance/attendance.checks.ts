import type { Check } from '../../../../platform/graphql/index.ts';

export const attendanceChecks: readonly Check[] = [
  {
    name: 'volunteering.attendance-of-signup',
    description: 'Attendance is noted at the shift of the sign-up, and whoever came has a place.',
    sql: `select a.id from attendance a join signup s on s.id = a.signup_id where a.shift_id <> s.shift_id or (a.checked_in_at is not null and s.status <> 'CONFIRMED')`,
  },
  {
    name: 'volunteering.came-to-this-time',
    description:
      'Nobody came to a shift longer before its start than any district lets them, nor after its end: it has not been moved away from under them.',
    sql: `select a.id from attendance a join shift t on t.id = a.shift_id where a.checked_in_at < t.starts_at - interval '4 hours' or a.checked_in_at >= t.ends_at`,
  },
  {
    name: 'volunteering.present-by-service',
    description:
      'Whoever was noted as absent, or as there at other times, and is held to have come because of service that was approved, has such service; and whoever has it is not absent.',
    sql: `select a.id from attendance a where num_nonnulls(a.missed_before, a.excused_before, a.came_before) > 0
        and not exists (select 1 from service_record r where r.signup_id = a.signup_id and r.status = 'APPROVED' and (a.came_before is null or r.source = 'SYSTEM_CHECKED'))
      union all
      select a.id from attendance a where a.checked_in_at is null and exists (select 1 from service_record r where r.signup_id = a.signup_id and r.status = 'APPROVED')`,
  },
  {
    name: 'volunteering.report-noted',
    description: 'Of whom a report was accepted, something is noted.',
    sql: `select r.id from attendance_report r where not exists (select 1 from attendance a where a.signup_id = r.signup_id)`,
  },
];
