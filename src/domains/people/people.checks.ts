import type { Check } from '../../platform/graphql/index.ts';

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
    name: 'people.households-of-student',
    description: 'A pupil lives in one or two households.',
    sql: `select s.id from student s left join household_student h on h.student_id = s.id group by s.id having count(h.id) not between 1 and 2`,
  },
  {
    name: 'people.assignment-node',
    description: "An assignment's class, grade and school belong together, and the school to the district.",
    sql: `select a.id from staff_assignment a left join school s on s.id = a.school_id left join school_class c on c.id = a.school_class_id
      where (s.id is not null and s.district_id <> a.district_id) or (c.id is not null and (c.school_id is distinct from a.school_id or c.grade_id is distinct from coalesce(a.grade_id, c.grade_id)))`,
  },
  {
    name: 'people.calendar-day-in-year',
    description: 'A holiday or make-up day lies in its school year.',
    sql: `select d.id from calendar_day d join school_year y on y.id = d.school_year_id where d.date not between y.starts_on and y.ends_on`,
  },
];
