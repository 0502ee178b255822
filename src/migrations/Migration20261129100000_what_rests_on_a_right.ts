import { Migration } from '@mikro-orm/migrations';
import { constrained, portionwise } from './while-in-use.ts';

const RIGHT_OF_SHIFT = `(select sft.id as shift_id, array(select tgt.key from audience_target tgt where tgt.audience_id = act.audience_id order by tgt.key) as families,
    array_remove(array['staff-of:' || sft.school_id, 'administers:' || sft.district_id], null) as staff
  from shift sft join volunteer_activity act on act.id = sft.activity_id)`;

/**
 * Notices and occupied time name the rights that they rest on. What was written before is given them from what it is about: sign-ups
 * and what is told of them the audience of the activity, what organisers are told their school or district.
 */
export class Migration20261129100000_what_rests_on_a_right extends Migration {
  override name = 'Migration20261129100000_what_rests_on_a_right';

  /** The tables are held for the columns alone, and not while their rows are written. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql(`alter table "notice" add column if not exists "rests_on" text[] null;`);
    this.addSql(`alter table "engagement" add column if not exists "rests_on" text[] null;`);
    for (const statement of constrained(
      'waitlist_entry',
      'waitlist_entry_status_check',
      `check ("status" in ('WAITING', 'OFFERED', 'TAKEN', 'LEFT', 'DECLINED', 'EXPIRED', 'CLOSED', 'INELIGIBLE'))`,
    ))
      this.addSql(statement);

    this.addSql(
      portionwise(
        'engagement',
        `update engagement eng set rests_on = rgt.families from signup sgn join ${RIGHT_OF_SHIFT} rgt on rgt.shift_id = sgn.shift_id
      where eng.id = any(due) and eng.kind = 'SHIFT_SIGNUP' and sgn.id = eng.source_id`,
      ),
    );
    // What is told of meetings rests on the children whom an invitation is for: the next migration says which they are.
    this.addSql(
      portionwise(
        'notice',
        `update notice ntc set rests_on = case when ntc.kind in ('volunteering.cancellation-requested', 'volunteering.stand-in-to-decide', 'volunteering.service-to-decide')
        then rgt.staff else rgt.families end
      from (select id, id as shift_id from shift union all select id, shift_id from shift_role union all select id, shift_id from signup
        union all select id, shift_id from waitlist_entry union all select id, shift_id from stand_in union all select id, shift_id from service_record) abt
      join ${RIGHT_OF_SHIFT} rgt on rgt.shift_id = abt.shift_id
      where ntc.id = any(due) and abt.id = ntc.about_id and ntc.about_prefix in ('shift', 'shift-role', 'signup', 'waitlist-entry', 'stand-in', 'service-record')
        and ntc.kind like 'volunteering.%' and ntc.kind not in ('volunteering.no-show-noted', 'volunteering.service-approved', 'volunteering.service-rejected')`,
        `update notice ntc set rests_on = array[case when ntc.kind = 'volunteering.lecture-proposed' then 'teaches:' else 'class:' end || plc.school_class_id]
      from parent_lecture plc where ntc.id = any(due) and ntc.about_prefix = 'parent-lecture' and plc.id = ntc.about_id`,
      ),
    );
  }

  override down(): void {
    this.addSql(`update waitlist_entry set status = 'CLOSED' where status = 'INELIGIBLE';`);
    this.addSql(`alter table "waitlist_entry" drop constraint "waitlist_entry_status_check";`);
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_status_check" check ("status" in ('WAITING', 'OFFERED', 'TAKEN', 'LEFT', 'DECLINED', 'EXPIRED', 'CLOSED'));`,
    );
    this.addSql(`alter table "engagement" drop column "rests_on";`);
    this.addSql(`alter table "notice" drop column "rests_on";`);
  }
}
