import type { Check } from '../../../platform/graphql/index.ts';

export const rightsChecks: readonly Check[] = [
  {
    name: 'volunteering.place-rests-on-child',
    description: 'Whoever was taken every child from before a shift began has neither a sign-up for it that stands nor waits for it, unless they had come already.',
    sql: `with place as (
        select s.id, s.guardian_id, s.shift_id from signup s where s.status in ('PENDING', 'CONFIRMED') and exists (
            select 1 from engagement e where e.source_id = s.id and e.kind = 'SHIFT_SIGNUP' and e.status = 'ACTIVE' and e.rests_on is not null)
          and not exists (select 1 from attendance a where a.signup_id = s.id and a.checked_in_at is not null)
        union all
        select w.id, w.guardian_id, w.shift_id from waitlist_entry w where w.status in ('WAITING', 'OFFERED'))
      select p.id from place p join shift t on t.id = p.shift_id
      where t.status = 'SCHEDULED' and not exists (select 1 from guardianship g where g.guardian_id = p.guardian_id and g.status = 'ACTIVE' and g.data_access)
        and (select max(g.decided_at) from guardianship g where g.guardian_id = p.guardian_id and g.status in ('BLOCKED', 'ENDED')) < t.starts_at`,
  },
  {
    name: 'volunteering.missed-by-right',
    description: 'Nobody is noted as missing from a shift that ran while they had no right to their place: they were turned away.',
    sql: `select a.id from attendance a join signup s on s.id = a.signup_id where a.no_show_at is not null and s.without_right_since is not null`,
  },
];
