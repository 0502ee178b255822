import type { Check } from '../../../platform/graphql/index.ts';

export const volunteerChecks: readonly Check[] = [
  {
    name: 'volunteering.suspension-of-school',
    description: 'The school of a suspension lies in its district.',
    sql: 'select s.id from volunteer_suspension s join school c on c.id = s.school_id where c.district_id <> s.district_id',
  },
  {
    name: 'volunteering.nobody-decides-on-themself',
    description:
      'Suspensions are decided and lifted, and qualifications put on record, by somebody else; what was over when two accounts became one person is their record.',
    sql: `with joined as (select a.person_id, b.joined_at, (b.joined_at at time zone 'Asia/Shanghai')::date as day from account b join account a on a.id = b.joined_into_id)
      select s.id from volunteer_suspension s join staff t on t.id in (s.decided_by_id, s.lifted_by_id) where t.person_id = s.person_id
        and not exists (select 1 from joined j where j.person_id = s.person_id and j.joined_at >= coalesce(s.lifted_at, s.ends_at))
      union all select q.id from volunteer_qualification q join staff t on t.id = q.granted_by_id where t.person_id = q.person_id
        and not exists (select 1 from joined j where j.person_id = q.person_id and (j.joined_at >= q.revoked_at or j.day > q.valid_to))`,
  },
  {
    name: 'volunteering.suspension-on-absences',
    description: 'What a suspension by the rule rests on are absences of the person that stand, unless it is undone.',
    sql: `select s.id from volunteer_suspension s join suspension_no_show l on l.suspension_id = s.id join attendance a on a.id = l.attendance_id join signup g on g.id = a.signup_id
      where g.person_id <> s.person_id or s.cause <> 'NO_SHOWS' or (not s.undone and (a.no_show_at is null or g.status <> 'CONFIRMED'))`,
  },
  {
    name: 'volunteering.suspended-are-guardians',
    description: 'Suspensions and qualifications are those of guardians.',
    sql: `select person_id from volunteer_suspension union select person_id from volunteer_qualification
      except select person_id from guardian`,
  },
];
