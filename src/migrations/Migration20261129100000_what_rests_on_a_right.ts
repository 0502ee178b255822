import { Migration } from '@mikro-orm/migrations';

const RIGHT_OF_SHIFT = `(select sft.id as shift_id, array(select tgt.key from audience_target tgt where tgt.audience_id = act.audience_id order by tgt.key) as families,
    array_remove(array['staff-of:' || sft.school_id, 'administers:' || sft.district_id], null) as staff
  from shift sft join volunteer_activity act on act.id = sft.activity_id)`;

/**
 * Notices and occupied time name the rights that they rest on. What was written before is given them from what it is about: sign-ups
 * and what is told of them the audience of the activity, what organisers are told their school or district, and what families are
 * told of a meeting the children of theirs who are in a class that the meeting is of.
 */
export class Migration20261129100000_what_rests_on_a_right extends Migration {
  override name = 'Migration20261129100000_what_rests_on_a_right';

  override up(): void {
    this.addSql(`alter table "notice" add "rests_on" text[] null;`);
    this.addSql(`alter table "engagement" add "rests_on" text[] null;`);

    this.addSql(`update engagement eng set rests_on = rgt.families from signup sgn join ${RIGHT_OF_SHIFT} rgt on rgt.shift_id = sgn.shift_id
      where eng.kind = 'SHIFT_SIGNUP' and sgn.id = eng.source_id;`);
    this.addSql(`update engagement eng set rests_on = array(select 'student:' || hst.student_id from household_student hst where hst.household_id = rpl.household_id)
      from meeting_reply rpl where eng.kind = 'MEETING_ATTENDANCE' and rpl.id = eng.source_id;`);

    this.addSql(`update notice ntc set rests_on = case when ntc.kind in ('volunteering.cancellation-requested', 'volunteering.stand-in-to-decide', 'volunteering.service-to-decide')
        then rgt.staff else rgt.families end
      from (select id, id as shift_id from shift union all select id, shift_id from shift_role union all select id, shift_id from signup
        union all select id, shift_id from waitlist_entry union all select id, shift_id from stand_in union all select id, shift_id from service_record) abt
      join ${RIGHT_OF_SHIFT} rgt on rgt.shift_id = abt.shift_id
      where abt.id = ntc.about_id and ntc.about_prefix in ('shift', 'shift-role', 'signup', 'waitlist-entry', 'stand-in', 'service-record')
        and ntc.kind like 'volunteering.%' and ntc.kind not in ('volunteering.no-show-noted', 'volunteering.service-approved', 'volunteering.service-rejected');`);
    this.addSql(`update notice ntc set rests_on = array[case when ntc.kind = 'volunteering.lecture-proposed' then 'teaches:' else 'class:' end || plc.school_class_id]
      from parent_lecture plc where ntc.about_prefix = 'parent-lecture' and plc.id = ntc.about_id;`);
    this.addSql(`update notice ntc set rests_on = array(select distinct 'student:' || cms.student_id
        from guardian gua join household_guardian hgd on hgd.guardian_id = gua.id join household_student hst on hst.household_id = hgd.household_id
        join class_membership cms on cms.student_id = hst.student_id join meeting_class mcl on mcl.school_class_id = cms.school_class_id
        where gua.person_id = ntc.person_id and mcl.meeting_id = ntc.about_id)
      where ntc.kind like 'meetings.%' and ntc.about_prefix = 'meeting';`);

    this.addSql(`alter table "waitlist_entry" drop constraint "waitlist_entry_status_check";`);
    this.addSql(`alter table "waitlist_entry" add constraint "waitlist_entry_status_check" check ("status" in ('WAITING', 'OFFERED', 'TAKEN', 'LEFT', 'DECLINED', 'EXPIRED', 'CLOSED', 'INELIGIBLE'));`);
  }

  override down(): void {
    this.addSql(`update waitlist_entry set status = 'CLOSED' where status = 'INELIGIBLE';`);
    this.addSql(`alter table "waitlist_entry" drop constraint "waitlist_entry_status_check";`);
    this.addSql(`alter table "waitlist_entry" add constraint "waitlist_entry_status_check" check ("status" in ('WAITING', 'OFFERED', 'TAKEN', 'LEFT', 'DECLINED', 'EXPIRED', 'CLOSED'));`);
    this.addSql(`alter table "engagement" drop column "rests_on";`);
    this.addSql(`alter table "notice" drop column "rests_on";`);
  }
}
