import type { Check } from '../../platform/graphql/index.ts';
import { CURRENT_GUARDIANSHIP } from './families/guardianship.entity.ts';

export const checks: readonly Check[] = [
  {
    name: 'people.membership-year',
    description: 'A membership names the school year of its class.',
    sql: `select m.id from class_membership m join school_class c on c.id = m.school_class_id where c.school_year_id <> m.school_year_id`,
  },
  {
    name: 'people.promotion',
    description: 'A class was promoted within its school, from an earlier year.',
    sql: `select c.id from school_class c join school_class before on before.id = c.promoted_from_id
      join school_year y on y.id = c.school_year_id join school_year b on b.id = before.school_year_id
      where before.school_id <> c.school_id or b.starts_on >= y.starts_on`,
  },
  {
    name: 'people.name-keys',
    description:
      'Whoever has a name is listed where it stands by its pinyin, and found by it; guardians and staff as the person is.',
    sql: `select id from person where name_key <> name_key(name) collate "C" or name_search <> name_search(name)
      union all select id from student where name_key <> name_key(name) collate "C" or name_search <> name_search(name)
      union all select gua.id from guardian gua join person per on per.id = gua.person_id where gua.name_key <> per.name_key
      union all select stf.id from staff stf join person per on per.id = stf.person_id where stf.name_key <> (case
        when exists (select 1 from staff_assignment asg where asg.staff_id = stf.id and asg.held_as is not null) then '~' || stf.staff_number else per.name_key end) collate "C"`,
  },
  {
    name: 'people.households-of-student',
    description: 'A pupil lives in two households at most.',
    sql: `select student_id from household_student group by student_id having count(*) > 2`,
  },
  {
    name: 'people.guardian-in-household',
    description: 'Whoever sees the data of a pupil belongs to a household of the pupil.',
    sql: `select g.id from guardianship g where g.status = 'ACTIVE' and g.data_access and not exists (
      select 1 from household_guardian hg join household_student hs on hs.household_id = hg.household_id
      where hg.guardian_id = g.guardian_id and hs.student_id = g.student_id)`,
  },
  {
    name: 'people.guardians-decided-by-another',
    description:
      'Nobody who is a guardian of a pupil, asks to be or is kept from it has decided who else is one, unless somebody else has done so anew.',
    sql: `select g.id from guardianship g join staff f on f.id = g.decided_by_id join guardian m on m.person_id = f.person_id
        join guardianship o on o.guardian_id = m.id and o.student_id = g.student_id and o.status in ${CURRENT_GUARDIANSHIP}
      where o.created_at <= g.decided_at and g.status <> 'PENDING' and not (g.guardian_id = o.guardian_id and g.status in ('REJECTED', 'ENDED'))
        and not exists (select 1 from guardianship n where n.guardian_id = g.guardian_id and n.student_id = g.student_id and n.decided_at > g.decided_at and n.decided_by_id <> f.id)`,
  },
  {
    name: 'people.blocked-sees-nothing',
    description: 'A guardianship that is not in force gives no access to data.',
    sql: `select id from guardianship where status in ('PENDING', 'BLOCKED', 'REJECTED') and data_access and recovered_at is null`,
  },
  {
    name: 'people.used-code-asked',
    description: 'A code that was used has led to a guardianship, whatever became of it.',
    sql: `select c.id from binding_code c where c.used_at is not null and not exists (
      select 1 from guardianship g where g.guardian_id = c.used_by_id and g.student_id = c.student_id)`,
  },
  {
    name: 'people.assignment-node',
    description: "An assignment's class, grade and school belong together, and the school to the district.",
    sql: `select a.id from staff_assignment a left join school s on s.id = a.school_id left join school_class c on c.id = a.school_class_id
      where (s.id is not null and s.district_id <> a.district_id) or (c.id is not null and (c.school_id is distinct from a.school_id or c.grade_id is distinct from coalesce(a.grade_id, c.grade_id)))`,
  },
  {
    name: 'people.role-as-given',
    description:
      'A role that nobody has ended lasts until the day until which it was given, but no longer than the school year of its class; a request for one waits for that. What is over lasted no longer than that.',
    sql: `select a.id from staff_assignment a left join school_class c on c.id = a.school_class_id left join school_year y on y.id = c.school_year_id
      where case when a.ended_at is null then a.valid_to is distinct from least(a.last_day_given, y.ends_on) else coalesce(a.valid_to, 'infinity') > a.last_day_given end
      union all select r.id from role_request r left join school_class c on c.id = r.school_class_id left join school_year y on y.id = c.school_year_id
      where case when r.status = 'PENDING' then r.valid_to is distinct from least(r.last_day_asked, y.ends_on) else coalesce(r.valid_to, 'infinity') > r.last_day_asked end`,
  },
  {
    name: 'people.left-and-in-class',
    description: 'Who has left a school, for another one or for good, is in none of its classes.',
    sql: `select m.id from class_membership m join student s on s.id = m.student_id join school_class c on c.id = m.school_class_id
      where m.status = 'ACTIVE' and (s.left_on is not null or s.school_id <> c.school_id)`,
  },
  {
    name: 'people.left-after-coming',
    description:
      'Nobody has left a school before they came there: before their first day in a class of it, or before they were put in one that was yet to begin.',
    sql: `select s.id from student s join class_membership m on m.student_id = s.id join school_class c on c.id = m.school_class_id and c.school_id = s.school_id
      where s.left_on is not null group by s.id having s.left_on < min(least(m.joined_on, (m.created_at at time zone 'Asia/Shanghai')::date))`,
  },
  {
    name: 'people.term-in-year',
    description: 'A term lies in its school year.',
    sql: `select t.id from term t join school_year y on y.id = t.school_year_id where t.starts_on < y.starts_on or t.ends_on > y.ends_on`,
  },
  {
    name: 'people.calendar-day-in-year',
    description: 'A holiday or make-up day lies in its school year.',
    sql: `select d.id from calendar_day d join school_year y on y.id = d.school_year_id where d.date not between y.starts_on and y.ends_on`,
  },
];
