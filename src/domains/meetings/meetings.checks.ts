import type { Check } from '../../platform/graphql/index.ts';

export const checks: readonly Check[] = [
  {
    name: 'meetings.reply-of-invitation',
    description: 'A reply names the meeting and the household of its invitation.',
    sql: `select r.id from meeting_reply r join meeting_invitation i on i.id = r.invitation_id
      where i.meeting_id <> r.meeting_id or i.household_id <> r.household_id`,
  },
  {
    name: 'meetings.reply-of-standing-invitation',
    description: 'A family whose invitation was withdrawn has no current reply.',
    sql: `select r.id from meeting_reply r join meeting_invitation i on i.id = r.invitation_id
      where r.superseded_at is null and i.status = 'WITHDRAWN'`,
  },
  {
    name: 'meetings.reply-carried-on',
    description:
      'A reply that carries on what the family had said is of its invitation, and says when the family said it.',
    sql: `select r.id from meeting_reply r join meeting_reply o on o.id = r.continues_id
      where r.replied_at <> o.replied_at or r.invitation_id <> o.invitation_id or o.continues_id is not null`,
  },
  {
    name: 'meetings.invitation-for-children',
    description:
      'An invitation names the children that it is for: one that stands at least one who is still meant, one that was withdrawn none.',
    sql: `select i.id from meeting_invitation i left join meeting_invitation_student c on c.invitation_id = i.id
      group by i.id having count(c.id) = 0 or (i.status = 'INVITED') <> (count(c.id) filter (where c.ended_at is null) > 0)`,
  },
  {
    name: 'meetings.invited-children',
    description:
      'A child that an invitation is for is of its household and, while meant, is or was in a class that the meeting is for.',
    sql: `select c.id from meeting_invitation_student c join meeting_invitation i on i.id = c.invitation_id
      where not exists (select 1 from household_student h where h.household_id = i.household_id and h.student_id = c.student_id)
        or (c.ended_at is null and not exists (select 1 from class_membership s join meeting_class m on m.school_class_id = s.school_class_id
          where s.student_id = c.student_id and m.meeting_id = i.meeting_id))`,
  },
  {
    name: 'meetings.one-current-reply',
    description: 'A household has one current reply to a meeting.',
    sql: `select meeting_id, household_id from meeting_reply where superseded_at is null
      group by meeting_id, household_id having count(*) > 1`,
  },
  {
    name: 'meetings.attending-guardians',
    description: 'Guardians are named by families that come, at least one and no more than the people who come.',
    sql: `select r.id from meeting_reply r left join meeting_reply_guardian g on g.reply_id = r.id
      group by r.id having count(g.id) > r.attendee_count or (r.answer = 'ATTENDING' and count(g.id) = 0)`,
  },
  {
    name: 'meetings.attendance-occupies-time',
    description:
      'A named guardian of a current reply is engaged for the time of the meeting, by it or by a reply of another household of theirs.',
    sql: `select g.id from meeting_reply_guardian g join meeting_reply r on r.id = g.reply_id
      join meeting m on m.id = r.meeting_id join guardian u on u.id = g.guardian_id
      where r.superseded_at is null and m.status = 'PUBLISHED' and not exists (
        select 1 from engagement e join meeting_reply o on o.id = e.source_id and o.meeting_id = r.meeting_id and o.superseded_at is null
        where e.kind = 'MEETING_ATTENDANCE' and e.subject = u.person_id
          and e.status = 'ACTIVE' and e.starts_at = m.starts_at and e.ends_at = m.ends_at)`,
  },
  {
    name: 'meetings.attendance-engagement-has-reply',
    description:
      'Attendance occupies the time of guardians who are named by a current reply to a meeting that takes place.',
    sql: `select e.id from engagement e where e.kind = 'MEETING_ATTENDANCE' and e.status = 'ACTIVE' and not exists (
        select 1 from meeting_reply r join meeting m on m.id = r.meeting_id
        join meeting_reply_guardian g on g.reply_id = r.id join guardian u on u.id = g.guardian_id
        where r.id = e.source_id and r.superseded_at is null and m.status = 'PUBLISHED' and u.person_id = e.subject)`,
  },
  {
    name: 'meetings.room-occupied',
    description: 'The room of a published meeting is engaged for its time.',
    sql: `select m.id from meeting m where m.status = 'PUBLISHED' and m.room_id is not null and not exists (
        select 1 from engagement e where e.source_id = m.id and e.kind = 'MEETING_ROOM' and e.subject = m.room_id
          and e.status = 'ACTIVE' and e.starts_at = m.starts_at and e.ends_at = m.ends_at)`,
  },
  {
    name: 'meetings.room-engagement-has-meeting',
    description: 'A meeting occupies its own room, and only while it takes place.',
    sql: `select e.id from engagement e left join meeting m on m.id = e.source_id and m.status = 'PUBLISHED' and m.room_id = e.subject
      where e.kind = 'MEETING_ROOM' and e.status = 'ACTIVE' and m.id is null`,
  },
  {
    name: 'meetings.seats',
    description: 'Seats replied for never exceed the capacity of the meeting, nor of its room.',
    sql: `select m.id from meeting m left join room v on v.id = m.room_id join meeting_reply r on r.meeting_id = m.id
      where r.superseded_at is null group by m.id, v.capacity
      having sum(r.attendee_count) > least(m.capacity, v.capacity)`,
  },
  {
    name: 'meetings.classes',
    description:
      'A meeting is for classes of its own school (a draft may not say for which yet), one where its scope is a class, those of one grade where it is a grade.',
    sql: `select m.id from meeting m left join meeting_class l on l.meeting_id = m.id left join school_class c on c.id = l.school_class_id
      group by m.id having (m.status <> 'DRAFT' and count(c.id) = 0) or bool_or(c.school_id <> m.school_id)
        or (m.scope = 'CLASS' and count(c.id) > 1) or (m.scope = 'GRADE' and count(distinct c.grade_id) > 1)`,
  },
  {
    name: 'meetings.draft-invites-nobody',
    description: 'A meeting that was never published has invited nobody.',
    sql: `select i.id from meeting_invitation i join meeting m on m.id = i.meeting_id where m.published_at is null`,
  },
  {
    name: 'meetings.room-of-school',
    description: 'A meeting is held in a room of its own school.',
    sql: `select m.id from meeting m join room v on v.id = m.room_id where v.school_id <> m.school_id`,
  },
];
