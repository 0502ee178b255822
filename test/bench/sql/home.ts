import { audienceKeysOf, audiencesOfClass, today, mine } from '../../../src/domains/people/index.ts';
import { now, raw, sql, type Alias, type Sql } from '../../../src/platform/reading/sql.ts';
import { isOpen, totalMinutes } from './courses.ts';
import { nodes, variable, type Hand, type Statement } from './hand.ts';
import { meetingCard } from './meetings.ts';
import { shiftObject } from './volunteering.ts';

const from = variable('from', 'timestamptz');
const g = raw('_g');
const st = raw('_st');
const k = raw('_k');
const m = raw('_m');
const r = raw('_r');
const sh = raw('_sh');
const c = raw('_c');

export const isChild = (
  guardianship: Alias,
): Sql => sql`${guardianship}.status = 'ACTIVE' and ${guardianship}.data_access
  and ${guardianship}.valid_from <= ${today} and (${guardianship}.valid_to is null or ${guardianship}.valid_to >= ${today})`;

export const currentClassOf = (
  student: Sql,
): Sql => sql`select _cm.school_class_id from class_membership _cm join school_year _y on _y.id = _cm.school_year_id
  where _cm.student_id = ${student} and _cm.status = 'ACTIVE' and ${today} between _y.starts_on and _y.ends_on`;

export const isForClass = (
  shift: Alias,
  activity: Alias,
  schoolClass: Alias,
): Sql => sql`(${shift}.school_id = ${schoolClass}.school_id or (${shift}.school_id is null
    and ${shift}.district_id = (select _sch.district_id from school _sch where _sch.id = ${schoolClass}.school_id)))
  and ${activity}.audience_id = any(array(${audiencesOfClass(schoolClass)}))`;

export const audiencesOfChildren = (guardian: Sql): Sql => sql`select _tg.audience_id from guardianship _gs
  join class_membership _cm on _cm.student_id = _gs.student_id and _cm.status = 'ACTIVE'
  join school_class _cl on _cl.id = _cm.school_class_id
  join school_year _y on _y.id = _cl.school_year_id and ${today} between _y.starts_on and _y.ends_on
  join school _sc on _sc.id = _cl.school_id join grade _gr on _gr.id = _cl.grade_id
  join audience_target _tg on _tg.key = any(${audienceKeysOf(raw('_cl'), raw('_sc'), raw('_gr'))})
  where _gs.guardian_id = ${guardian} and ${isChild(raw('_gs'))}`;

/** What waits for a guardian who runs nothing: decisions, places held for them, sign-ups to confirm again, stand-ins to answer. */
const tasksOfGuardian = (see: Hand['see']): Sql => sql`
  select _n.id, _n.kind, null::text as title, null::timestamptz as due_at, _n.about_prefix, _n.about_id from notice _n
    where _n.waiting and _n.person_id = ${mine.personId} and ${see('Notice', raw('_n'))}
  union all select md5('volunteering.answer-offer' || _w.id)::uuid, 'volunteering.answer-offer', '候补名额待确认', _w.offer_expires_at, 'waitlist-entry', _w.id
    from waitlist_entry _w where _w.guardian_id = ${mine.guardianId} and _w.status = 'OFFERED' and _w.offer_expires_at > ${now} and ${see('WaitlistEntry', raw('_w'))}
  union all select md5('volunteering.confirm-again' || _s.id)::uuid, 'volunteering.confirm-again', '报名待再次确认', _s.reconfirm_until, 'signup', _s.id
    from signup _s where _s.guardian_id = ${mine.guardianId} and _s.reconfirm_until > ${now} and _s.status in ('PENDING', 'CONFIRMED') and ${see('Signup', raw('_s'))}
  union all select md5('volunteering.answer-stand-in' || _t.id)::uuid, 'volunteering.answer-stand-in', '替班待答复', _t.expires_at, 'stand-in', _t.id
    from stand_in _t where _t.to_id = ${mine.guardianId} and _t.status = 'OFFERED' and _t.expires_at > ${now} and ${see('StandIn', raw('_t'))}`;

export const parentHome: Statement = ({ see }) => {
  const tasks = sql`(with _all as (${tasksOfGuardian(see)}) select json_build_object('totalCount', (select count(*) from _all), 'nodes', (
    select coalesce(json_agg(json_build_object('id', _x.id, 'kind', _x.kind, 'title', _x.title, 'dueAt', _x.due_at, 'about', json_build_object('id', _x.about_id))), '[]')
    from (select * from _all order by due_at nulls last limit 5) _x)))`;
  const replies = nodes(
    sql`json_build_object('id', _x.id, 'answer', _x.answer, 'attendeeCount', _x.attendee_count)`,
    sql`select _r.id, _r.answer, _r.attendee_count from meeting_reply _r where _r.meeting_id = _x.id and _r.superseded_at is null
      and ${see('MeetingReply', r, sql`_r.household_id = any(${mine.householdIds})`)} order by _r.replied_at desc, _r.id desc limit 2`,
  );
  const meetings = nodes(
    sql`json_build_object(${meetingCard}, 'replies', ${replies})`,
    sql`select _m.* from meeting_class _mc join meeting _m on _m.id = _mc.meeting_id
      where _mc.school_class_id = _k.id and _m.starts_at >= ${from} and ${see(
        'Meeting',
        m,
        sql`_m.published_at is not null and exists (
        select 1 from meeting_invitation _inv where _inv.meeting_id = _m.id and _inv.household_id = any(${mine.householdIds}) and _inv.status = 'INVITED')`,
      )}
      order by _m.starts_at, _m.id limit 3`,
  );
  const shifts = nodes(
    sql`_x.shift`,
    sql`select ${shiftObject(5)} as shift from (
      select _sh.* from shift _sh join volunteer_activity _act on _act.id = _sh.activity_id
      where _sh.starts_at >= ${from} and _sh.status = 'SCHEDULED' and ${isForClass(sh, raw('_act'), k)} and ${see('Shift', sh)}
      order by _sh.starts_at, _sh.id limit 3) _sh join volunteer_activity _act on _act.id = _sh.activity_id order by _sh.starts_at, _sh.id`,
  );
  const children = nodes(
    sql`json_build_object('id', _x.id, 'name', _x.name, 'school', json_build_object('id', _x.school_id, 'name', _x.school_name),
      'currentClass', (select json_build_object('id', _k.id, 'name', _k.name, 'meetings', ${meetings}, 'shifts', ${shifts})
        from school_class _k where _k.id in (${currentClassOf(sql`_x.id`)}) and ${see('SchoolClass', k)} limit 1))`,
    sql`select _st.id, _st.name, _st.school_id, _sch.name as school_name from guardianship _gs join student _st on _st.id = _gs.student_id
      join school _sch on _sch.id = _st.school_id where _gs.guardian_id = _g.id and ${isChild(raw('_gs'))} and ${see('Student', st)}
      order by _st.name_key, _st.id limit 5`,
  );
  const timetable = nodes(
    sql`json_build_object('id', _x.id, 'kind', _x.kind, 'title', _x.title, 'startsAt', _x.starts_at, 'endsAt', _x.ends_at)`,
    sql`select _eng.* from engagement _eng where _eng.person_id = _g.person_id and _eng.status = 'ACTIVE' and _eng.starts_at >= ${from}
      and ${see('Engagement', raw('_eng'))} order by _eng.starts_at, _eng.id limit 5`,
  );
  const courses = nodes(
    sql`json_build_object('id', _x.id, 'title', _x.title, 'publishedAt', _x.published_at, 'totalMinutes', (
      select ${totalMinutes(sql`_e.id`)} from course_edition _e where _e.course_id = _x.id and _e.status = 'PUBLISHED'))`,
    sql`select _c.id, _c.title, _c.published_at from course _c where _c.audience_id in (${audiencesOfChildren(sql`_g.id`)})
      and ${isOpen(c)} and ${see('Course', c)} order by _c.listed_at desc, _c.id desc limit 5`,
  );
  return sql`select json_build_object('viewer', json_build_object('id', 'viewer_' || ${mine.accountId}, 'signedIn', true, 'tasks', ${tasks}, 'guardian', (
    select json_build_object('id', _g.id, 'name', (select _per.name from person _per where _per.id = _g.person_id),
      'children', ${children}, 'timetable', ${timetable}, 'courses', ${courses})
    from guardian _g where _g.id = ${mine.guardianId} and ${see('Guardian', g)})))::text`;
};
