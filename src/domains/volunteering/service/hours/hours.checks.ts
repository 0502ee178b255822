import type { Check } from '../../../../platform/graphql/index.ts';

export const hoursChecks: readonly Check[] = [
  {
    name: 'volunteering.service-of-signup',
    description:
      'Service is that of its sign-up: of its guardian and person, for their household, at its shift and where that lies.',
    sql: `select r.id from service_record r join signup s on s.id = r.signup_id join shift t on t.id = s.shift_id
      where r.person_id <> s.person_id or r.guardian_id <> s.guardian_id or r.household_id is distinct from s.household_id
        or r.shift_id <> s.shift_id or r.district_id <> t.district_id or r.school_id is distinct from t.school_id`,
  },
  {
    name: 'volunteering.service-within-shift',
    description: 'Service lies within its shift.',
    sql: `select r.id from service_record r join shift t on t.id = r.shift_id where r.starts_at < t.starts_at or r.ends_at > t.ends_at`,
  },
  {
    name: 'volunteering.service-follows-attendance',
    description:
      'Whoever came and left has a record of the time between that lies in the shift, and a checked record that counts, or waits without an appeal, says what attendance says.',
    sql: `select a.id from attendance a join shift t on t.id = a.shift_id
        left join service_record r on r.signup_id = a.signup_id and r.source = 'SYSTEM_CHECKED'
      where a.checked_out_at is not null and greatest(a.checked_in_at, t.starts_at) < least(a.checked_out_at, t.ends_at)
        and (r.id is null or r.starts_at <> greatest(a.checked_in_at, t.starts_at) or r.ends_at <> least(a.checked_out_at, t.ends_at))
      union all
      select r.id from service_record r join shift t on t.id = r.shift_id left join attendance a on a.signup_id = r.signup_id and a.checked_out_at is not null
        and greatest(a.checked_in_at, t.starts_at) = r.starts_at and least(a.checked_out_at, t.ends_at) = r.ends_at
      where r.source = 'SYSTEM_CHECKED' and r.status in ('PENDING', 'APPROVED') and a.id is null`,
  },
  {
    name: 'volunteering.service-decided-by-another',
    description: 'Nobody decides on their own service, nor on an appeal against their own decision.',
    sql: `select r.id from service_record r
      where r.approver_id = r.person_id or (r.appealed_at is not null and r.status <> 'APPEALED' and r.approver_id is not distinct from r.rejected_by_id)`,
  },
  {
    name: 'volunteering.service-by-own-code',
    description: 'Service does not count by the code alone of whoever was given that code to show.',
    sql: `select r.id from service_record r join check_in_code_shown c on c.shift_id = r.shift_id and c.person_id = r.person_id and c.created_at <= r.decided_at
      where r.status = 'APPROVED' and r.approver_id is null`,
  },
];
