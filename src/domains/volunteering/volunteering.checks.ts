import type { Check } from '../../platform/graphql/index.ts';
import { ACTIVE_SIGNUP } from './model/index.ts';

export const checks: readonly Check[] = [
  {
    name: 'volunteering.one-active-signup',
    description: 'A person has one sign-up for a shift that stands.',
    sql: `select person_id, shift_id from signup where status in ${ACTIVE_SIGNUP}
      group by person_id, shift_id having count(*) > 1`,
  },
  {
    name: 'volunteering.signup-of-role',
    description:
      'A sign-up names the shift of its role, the person of its guardian and, while it stands, a household of theirs.',
    sql: `select s.id from signup s join shift_role r on r.id = s.role_id join guardian g on g.id = s.guardian_id
      where r.shift_id <> s.shift_id or g.person_id <> s.person_id or (s.status in ${ACTIVE_SIGNUP} and s.household_id is not null and not exists (
        select 1 from household_guardian h where h.household_id = s.household_id and h.guardian_id = s.guardian_id))`,
  },
  {
    name: 'volunteering.signup-occupies-time',
    description: 'Whoever has a sign-up that stands is engaged for the time of the shift.',
    sql: `select s.id from signup s join shift t on t.id = s.shift_id
      where s.status in ${ACTIVE_SIGNUP} and not exists (
        select 1 from engagement e where e.source_id = s.id and e.kind = 'SHIFT_SIGNUP' and e.subject = s.person_id
          and e.status = 'ACTIVE' and e.starts_at = t.starts_at and e.ends_at = t.ends_at)`,
  },
  {
    name: 'volunteering.engagement-has-signup',
    description: 'A shift occupies the time only of those whose sign-up stands.',
    sql: `select e.id from engagement e
      left join signup s on s.id = e.source_id and s.status in ${ACTIVE_SIGNUP} and s.person_id = e.subject
      where e.kind = 'SHIFT_SIGNUP' and e.status = 'ACTIVE' and s.id is null`,
  },
  {
    name: 'volunteering.cancelled-shift-has-no-signups',
    description: 'No sign-up for a shift that does not take place stands.',
    sql: `select s.id from signup s join shift t on t.id = s.shift_id
      where t.status <> 'SCHEDULED' and s.status in ${ACTIVE_SIGNUP}`,
  },
  {
    name: 'volunteering.named-by-right',
    description: 'A notice that names a shift rests on a right, or its names do.',
    sql: `select id from notice where kind like 'volunteering.%' and params ? 'shift' and num_nonnulls(rests_on, names_rest_on) = 0`,
  },
  {
    name: 'volunteering.news-stands',
    description: 'What somebody is told of a place, a wait or a stand-in is so.',
    sql: `select n.id from notice n where n.kind like 'volunteering.%' and n.rests_on is distinct from '{}' and not news_stands(n)`,
  },
  {
    name: 'volunteering.day-off-is-told',
    description:
      'Whoever had a place on a day of a series that was called off, or waited for one, is told so until there is a shift of that series on the day again.',
    sql: `select n.id from notice n join shift g on g.id = n.about_id and g.off_calendar join shift_series s on s.id = g.series_id
      where n.kind in ('volunteering.shift-cancelled', 'volunteering.waitlist-closed') and n.rests_on = '{}'
        and not exists (select 1 from notice l where l.person_id = n.person_id and l.kind = n.kind and l.about_id = n.about_id and l.id > n.id)
        and not exists (select 1 from shift_series o join shift t on t.series_id = o.id
          where coalesce(o.origin_id, o.id) = coalesce(s.origin_id, s.id) and t.series_date = g.series_date and t.id <> g.id)`,
  },
  {
    name: 'volunteering.pending-only-where-approved',
    description: 'Only roles that need approval have sign-ups that wait for it.',
    sql: `select s.id from signup s join shift_role r on r.id = s.role_id join shift t on t.id = s.shift_id join volunteer_activity a on a.id = t.activity_id
      where s.status = 'PENDING' and not r.approval_required and not (a.selective and exists (select 1 from staff f where f.person_id = s.person_id))`,
  },
  {
    name: 'volunteering.shift-of-activity',
    description:
      'A shift lies where its activity does, is published only with it and takes place only if it does, unless it had begun when the activity was called off.',
    sql: `select t.id from shift t join volunteer_activity a on a.id = t.activity_id
      where t.district_id <> a.district_id or t.school_id is distinct from a.school_id
        or (t.published_at is not null and a.published_at is null) or (t.status = 'SCHEDULED' and a.status <> 'PUBLISHED' and t.starts_at > coalesce(a.cancelled_at, '-infinity'))`,
  },
  {
    name: 'volunteering.activity-of-school',
    description: 'The school of an activity lies in its district.',
    sql: `select a.id from volunteer_activity a join school s on s.id = a.school_id where s.district_id <> a.district_id`,
  },
];
