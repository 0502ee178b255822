import type { Check } from '../../../../platform/graphql/index.ts';

export const certificateChecks: readonly Check[] = [
  {
    name: 'volunteering.certificate-total',
    description:
      'A valid certificate says how long the union of its records is, by the rule of today or that of when it was issued, never more than its lines together, and lists each of them.',
    sql: `select c.id from service_certificate c, lateral (
        select count(*) as lines, sum(r.minutes) as minutes, range_agg(tstzrange(r.starts_at, r.starts_at + r.minutes * interval '1 minute')) as whole, range_agg(tstzrange(r.starts_at, r.ends_at)) as exact
        from certified_record l join service_record r on r.id = l.record_id where l.certificate_id = c.id) s
      where c.revoked_at is null and (jsonb_array_length(c.services) <> s.lines or c.total_minutes not in (
        (select coalesce(sum(floor(extract(epoch from upper(p) - lower(p)) / 60)), 0) from unnest(s.whole) p),
        least(s.minutes, (select coalesce(floor(sum(extract(epoch from upper(p) - lower(p))) / 60), 0) from unnest(s.exact) p))))`,
  },
  {
    name: 'volunteering.certificate-records',
    description: 'A valid certificate rests on approved service of its person, in its district and period.',
    sql: `select c.id from service_certificate c join certified_record l on l.certificate_id = c.id join service_record r on r.id = l.record_id
      where c.revoked_at is null and (r.status <> 'APPROVED' or r.person_id <> c.person_id or r.district_id <> c.district_id
        or (r.starts_at at time zone 'Asia/Shanghai')::date < c.period_from or (r.starts_at at time zone 'Asia/Shanghai')::date > c.period_to)`,
  },
  {
    name: 'volunteering.certificate-of-guardian',
    description:
      'A certificate names the person of its guardian, and was issued when its period was over, on its last day at the earliest.',
    sql: `select c.id from service_certificate c join guardian g on g.id = c.guardian_id
      where g.person_id <> c.person_id or (c.issued_at at time zone 'Asia/Shanghai')::date < c.period_to`,
  },
];
