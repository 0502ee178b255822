import type { Check } from '../../../../platform/graphql/index.ts';

export const lectureChecks: readonly Check[] = [
  {
    name: 'volunteering.lecture-of-guardian',
    description: 'A lecture names the person of its guardian.',
    sql: 'select l.id from parent_lecture l join guardian g on g.id = l.guardian_id where g.person_id <> l.person_id',
  },
  {
    name: 'volunteering.lecture-has-shift',
    description:
      'A lecture that is scheduled has a shift that takes place, of an activity for its class alone; one that is cancelled has none that does.',
    sql: `select l.id from parent_lecture l join shift t on t.id = l.shift_id join volunteer_activity a on a.id = t.activity_id
      join school_class c on c.id = l.school_class_id
      where (l.status = 'SCHEDULED') <> (t.status = 'SCHEDULED') or a.kind <> 'PARENT_LECTURE' or a.school_id is distinct from c.school_id
        or exists (select 1 from audience_target g where g.audience_id = a.audience_id and g.school_class_id is distinct from c.id)`,
  },
  {
    name: 'volunteering.lecture-activity-ended',
    description: 'A lecture that is cancelled leaves no activity behind that has nothing else.',
    sql: `select l.id from parent_lecture l join shift t on t.id = l.shift_id join volunteer_activity a on a.id = t.activity_id and a.kind = 'PARENT_LECTURE'
      where l.status = 'CANCELLED' and a.status <> 'CANCELLED' and not exists (select 1 from shift o where o.activity_id = a.id and o.status <> 'CANCELLED')`,
  },
  {
    name: 'volunteering.lecture-time',
    description: 'A lecture that is scheduled takes the time of its shift.',
    sql: `select l.id from parent_lecture l join shift t on t.id = l.shift_id
      where l.status = 'SCHEDULED' and (l.starts_at is distinct from t.starts_at or l.ends_at is distinct from t.ends_at)`,
  },
  {
    name: 'volunteering.room-follows-shift',
    description: 'A room is taken by a shift that takes place, for its time.',
    sql: `select e.id from engagement e left join shift t on t.id = e.source_id and t.status = 'SCHEDULED' and t.starts_at = e.starts_at and t.ends_at = e.ends_at
      left join room r on r.id = e.room_id and r.school_id = t.school_id
      where e.kind = 'SHIFT_ROOM' and e.status = 'ACTIVE' and r.id is null`,
  },
];
