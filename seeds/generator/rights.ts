import type { Connection } from '../writing/index.ts';

const OF_SIGNUPS = `update engagement eng set rests_on = array(select tgt.key from audience_target tgt where tgt.audience_id = act.audience_id order by tgt.key)
  from signup sgn join shift sft on sft.id = sgn.shift_id join volunteer_activity act on act.id = sft.activity_id
  where eng.kind = 'SHIFT_SIGNUP' and eng.rests_on is null and sgn.id = eng.source_id`;

const OF_REPLIES = `update engagement eng set rests_on = array(select 'student:' || ivs.student_id from meeting_invitation_student ivs where ivs.invitation_id = rpl.invitation_id and ivs.ended_at is null)
  from meeting_reply rpl where eng.kind = 'MEETING_ATTENDANCE' and eng.rests_on is null and rpl.id = eng.source_id`;

const OF_NOTICES = `update notice ntc set rests_on = array(select distinct 'student:' || ivs.student_id
    from guardian gua join household_guardian hgd on hgd.guardian_id = gua.id join meeting_invitation inv on inv.household_id = hgd.household_id
    join meeting_invitation_student ivs on ivs.invitation_id = inv.id and ivs.ended_at is null
    where gua.person_id = ntc.person_id and inv.meeting_id = ntc.about_id)
  where ntc.kind like 'meetings.%' and ntc.about_prefix = 'meeting' and ntc.rests_on is null`;

/** Names the rights that occupied time and notices rest on, as the hub would have when it wrote them: audiences are known by their targets once all is there. */
export async function nameRights(connection: Connection): Promise<void> {
  for (const statement of [OF_SIGNUPS, OF_REPLIES, OF_NOTICES]) await connection.query(statement);
}
