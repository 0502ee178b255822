import { raw, sql } from '../../../src/platform/reading/sql.ts';
import { idVariable, nodes, rootPage, variable, type Statement } from './hand.ts';

const m = raw('_m');
const r = raw('_r');
const hh = raw('_hh');
const g = raw('_g');
const k = raw('_k');

export const maskedPhone = (phone: string) => sql`left(${raw(phone)}, 3) || '****' || right(${raw(phone)}, 4)`;

export const meetingReplies: Statement = ({ see }) => {
  const first = variable('first', 'int', 45);
  return sql`with page as (
      select _r.id, _r.answer, _r.attendee_count, _r.replied_at, _r.household_id, row_number() over (order by _r.replied_at desc, _r.id desc) as n
      from meeting_reply _r where _r.meeting_id = ${idVariable('id')} and _r.superseded_at is null and ${see('MeetingReply', r)}
      order by _r.replied_at desc, _r.id desc limit ${first} + 1)
    select json_build_object('meeting', (select json_build_object('id', _m.id, 'title', _m.title, 'kind', _m.kind, 'scope', _m.scope, 'status', _m.status,
      'startsAt', _m.starts_at, 'endsAt', _m.ends_at, 'place', _m.place,
      'replies', ${rootPage(
        sql`json_build_object('id', _x.id, 'answer', _x.answer, 'attendeeCount', _x.attendee_count, 'repliedAt', _x.replied_at,
        'household', (select json_build_object('id', _hh.id, 'name', coalesce((select string_agg(_stu.name, '、' order by _stu.id)
            from household_student _hst join student _stu on _stu.id = _hst.student_id where _hst.household_id = _hh.id and ${see('Student', sql`_stu`)}) || '家', '家庭'),
          'guardians', ${nodes(
            sql`json_build_object('id', _x.id, 'name', _x.name, 'phone', ${maskedPhone('_x.phone')})`,
            sql`select _g.id, _per.name, _per.phone from household_guardian _hg join guardian _g on _g.id = _hg.guardian_id
              join person _per on _per.id = _g.person_id
              where _hg.household_id = _hh.id and exists (select 1 from guardianship _tie where _tie.guardian_id = _g.id and _tie.status in ('ACTIVE', 'PENDING', 'BLOCKED'))
                and ${see('Guardian', g)} order by _g.created_at, _g.id limit 5`,
          )})
          from household _hh where _hh.id = _x.household_id and ${see('Household', hh)}))`,
        first,
      )})
      from meeting _m where _m.id = ${idVariable('id')} and ${see('Meeting', m)}))::text`;
};

export const meetingsAcrossSchools: Statement = ({ see, count }) => {
  const schools = variable('schools', 'int', 20);
  return sql`with page as (select _s.id, _s.name, row_number() over (order by _s.code, _s.id) as n from school _s order by _s.code, _s.id limit ${schools} + 1)
    select json_build_object('schools', ${rootPage(
      sql`json_build_object('id', _x.id, 'name', _x.name,
      'classes', ${nodes(
        sql`json_build_object('id', _x.id, 'name', _x.name, 'number', _x.number, 'meetings', ${nodes(
          sql`json_build_object('id', _x.id, 'title', _x.title, 'startsAt', _x.starts_at,
            'attendingReplyCount', (select count(*) from meeting_reply _r where _r.meeting_id = _x.id and _r.superseded_at is null
              and _r.answer = 'ATTENDING' and ${count('MeetingReply', r)}),
            'replies', ${nodes(
              sql`json_build_object('id', _x.id, 'answer', _x.answer, 'attendeeCount', _x.attendee_count)`,
              sql`select _r.id, _r.answer, _r.attendee_count from meeting_reply _r where _r.meeting_id = _x.id and _r.superseded_at is null
                and ${see('MeetingReply', r)} order by _r.replied_at desc, _r.id desc limit 5`,
            )})`,
          sql`select _m.id, _m.title, _m.starts_at from meeting_class _mc join meeting _m on _m.id = _mc.meeting_id
            where _mc.school_class_id = _x.id and ${see('Meeting', m)} order by _m.starts_at desc, _m.id desc limit 3`,
        )})`,
        sql`select _k.id, _k.name, _k.number from school_class _k where _k.school_id = _x.id and ${see('SchoolClass', k)}
          order by _k.school_year_id desc, _k.grade_id, _k.number, _k.id limit 5`,
      )})`,
      schools,
    )})::text`;
};

export const meetingList: Statement = ({ see }) => {
  const first = variable('first', 'int', 100);
  return sql`with page as (
      select _m.*, row_number() over (order by _m.starts_at desc, _m.id desc) as n
      from meeting _m where ${see('Meeting', m)} order by _m.starts_at desc, _m.id desc limit ${first} + 1)
    select json_build_object('meetings', ${rootPage(
      sql`json_build_object('id', _x.id, 'title', _x.title, 'kind', _x.kind, 'scope', _x.scope,
      'status', _x.status, 'startsAt', _x.starts_at, 'endsAt', _x.ends_at, 'place', _x.place)`,
      first,
    )})::text`;
};

/** A meeting `_x` as the home screen shows it. */
export const meetingCard = sql`'id', _x.id, 'kind', _x.kind, 'title', _x.title, 'status', _x.status, 'startsAt', _x.starts_at, 'endsAt', _x.ends_at,
  'place', _x.place, 'replyBy', _x.reply_by`;
