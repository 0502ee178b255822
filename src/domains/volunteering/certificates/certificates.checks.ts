import type { Check } from '../../../platform/graphql/index.ts';

export const certificateChecks: readonly Check[] = [
  {
    name: 'volunteering.certificate-total',
    description: 'A valid certificate says how long the union of its records is, never more than its lines together, and lists each of them.',
    sql: `select c.id from service_certificate c where c.revoked_at is null and (
        jsonb_array_length(c.services) <> (select count(*) from certified_record l where l.certificate_id = c.id)
        or c.total_minutes <> least((select sum(r.minutes) from certified_record l join service_record r on r.id = l.record_id where l.certificate_id = c.id),
          (select floor(sum(extract(epoch from upper(p.piece) - lower(p.piece))) / 60) from (
          select unnest(range_agg(tstzrange(r.starts_at, r.ends_at))) as piece from certified_record l join service_record r on r.id = l.record_id
          where l.certificate_id = c.id) p)))`,
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
    description: 'A certificate names the person of its guardian, and was issued when its period was over, on its last day at the earliest.',
    sql: `select c.id from service_certificate c join guardian g on g.id = c.guardian_id
      where g.person_id <> c.person_id or (c.issued_at at time zone 'Asia/Shanghai')::date < c.period_to`,
  },
];
