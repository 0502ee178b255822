import type { Check } from '../../platform/graphql/index.ts';

export const checks: readonly Check[] = [
  {
    name: 'courses.one-published',
    description: 'A course has at most one published edition.',
    sql: `select course_id from course_edition where status = 'PUBLISHED' group by course_id having count(*) > 1`,
  },
  {
    name: 'courses.superseded-by-later',
    description: 'A superseded edition has a later one that was published too.',
    sql: `select e.id from course_edition e where e.status = 'SUPERSEDED' and not exists (
      select 1 from course_edition later where later.course_id = e.course_id and later.number > e.number and later.status <> 'DRAFT')`,
  },
  {
    name: 'courses.title',
    description: 'A course bears the title of its published edition.',
    sql: `select c.id from course c join course_edition e on e.course_id = c.id and e.status = 'PUBLISHED' where e.title <> c.title`,
  },
  {
    name: 'courses.published-at',
    description: 'A course was published when its first edition was.',
    sql: `select c.id from course c left join course_edition e on e.course_id = c.id and e.status <> 'DRAFT'
      group by c.id having c.published_at is distinct from min(e.published_at)`,
  },
  {
    name: 'courses.school',
    description: "A school's course names the district of the school.",
    sql: `select c.id from course c join school s on s.id = c.school_id where s.district_id <> c.district_id`,
  },
  {
    name: 'courses.lesson-of-chapter',
    description: 'A lesson names the edition of its chapter.',
    sql: `select l.id from lesson l join chapter c on c.id = l.chapter_id where c.edition_id <> l.edition_id`,
  },
  {
    name: 'courses.published-has-lessons',
    description: 'A published edition has lessons, numbered from 1 without a gap.',
    sql: `select e.id from course_edition e left join lesson l on l.edition_id = e.id where e.status in ('PUBLISHED', 'SUPERSEDED')
      group by e.id having count(l.id) = 0 or max(l.ordinal) <> count(l.id)`,
  },
  {
    name: 'courses.lessons-follow-chapters',
    description: 'Lessons of a later chapter come later.',
    sql: `select distinct b.id from lesson a join chapter ca on ca.id = a.chapter_id
      join lesson b on b.edition_id = a.edition_id and b.ordinal > a.ordinal join chapter cb on cb.id = b.chapter_id
      where cb.ordinal < ca.ordinal`,
  },
  {
    name: 'courses.cites-published',
    description: 'An edition of a course that is no draft cites no draft of a policy.',
    sql: `select x.id from course_citation x join course_edition e on e.id = x.course_edition_id
      join policy_edition p on p.id = x.policy_edition_id where e.status <> 'DRAFT' and p.status = 'DRAFT'`,
  },
];
