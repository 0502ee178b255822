import type { Check } from '../../../platform/graphql/index.ts';
import { ACTIVE_SIGNUP, ENTRY_IN_LINE } from '../model/index.ts';

export const rightsChecks: readonly Check[] = [
  {
    name: 'volunteering.place-decided-by-another',
    description:
      'Nobody took themself in, let themself go, or noted by the list that they came or were excused; what was over when two accounts became one person is their record.',
    sql: `with decided as (
        select s.id, s.person_id, s.decided_by_id as by_id, s.shift_id, null::timestamptz as over_at from signup s where s.status = 'CONFIRMED'
        union all select s.id, s.person_id, s.cancel_decided_by_id, s.shift_id, null from signup s where s.status = 'CANCELLED' and s.cancel_request_answer is null
        union all select i.id, s.person_id, i.decided_by_id, i.shift_id, null from stand_in i join signup s on s.id = i.signup_id where i.status = 'DONE'
        union all select a.id, s.person_id, a.recorded_by_id, a.shift_id, t.starts_at + interval '1 day' from attendance a join signup s on s.id = a.signup_id join shift t on t.id = a.shift_id
          where (a.excused_at is not null or 'LIST' in (a.checked_in_by, a.checked_out_by))
            and not exists (select 1 from service_record r where r.signup_id = s.id and r.status = 'APPROVED' and r.approver_id <> s.person_id)
        union all select l.id, l.person_id, l.decided_by_id, l.shift_id, l.ends_at from parent_lecture l where l.status in ('ACCEPTED', 'SCHEDULED'))
      select d.id from decided d join staff f on f.id = d.by_id and f.person_id = d.person_id left join shift t on t.id = d.shift_id
      where not exists (select 1 from account b join account a on a.id = b.joined_into_id where a.person_id = d.person_id and b.joined_at >= coalesce(d.over_at, t.ends_at))`,
  },
  {
    name: 'volunteering.place-rests-on-child',
    description:
      'Whoever was taken every child from before a shift began has neither a sign-up for it that stands nor waits for it, unless they had come already.',
    sql: `with place as (
        select s.id, s.guardian_id, s.shift_id from signup s where s.status in ${ACTIVE_SIGNUP} and exists (
            select 1 from engagement e where e.source_id = s.id and e.kind = 'SHIFT_SIGNUP' and e.status = 'ACTIVE' and e.rests_on is not null)
          and not exists (select 1 from attendance a where a.signup_id = s.id and a.checked_in_at is not null)
        union all
        select w.id, w.guardian_id, w.shift_id from waitlist_entry w where w.status in ${ENTRY_IN_LINE})
      select p.id from place p join shift t on t.id = p.shift_id
      where t.status = 'SCHEDULED' and not exists (select 1 from guardianship g where g.guardian_id = p.guardian_id and g.status = 'ACTIVE' and g.data_access)
        and (select max(g.decided_at) from guardianship g where g.guardian_id = p.guardian_id and g.status in ('BLOCKED', 'ENDED')) < t.starts_at`,
  },
  {
    name: 'volunteering.missed-by-right',
    description:
      'Nobody is noted as missing from a shift that ran while they had no right to their place: they were turned away.',
    sql: `select a.id from attendance a join signup s on s.id = a.signup_id where a.no_show_at is not null and s.without_right_since is not null`,
  },
];
