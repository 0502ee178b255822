import { Migration } from '@mikro-orm/migrations';

/** That a lecture does not take place is one thing to be told, with its reason; of several that say so of one lecture, the first stays. */
export class Migration20261129161000_one_notice_of_a_lecture extends Migration {
  override name = 'Migration20261129161000_one_notice_of_a_lecture';

  override up(): void {
    this
      .addSql(`delete from notice ntc using notice bef where ntc.kind in ('volunteering.lecturer-gone', 'volunteering.lecture-withdrawn', 'volunteering.lecture-called-off')
      and bef.kind in ('volunteering.lecturer-gone', 'volunteering.lecture-withdrawn', 'volunteering.lecture-called-off')
      and bef.person_id = ntc.person_id and bef.about_id = ntc.about_id and (bef.created_at, bef.id) < (ntc.created_at, ntc.id);`);
    this.addSql(`update notice ntc set kind = 'volunteering.lecture-off', dedupe_key = ntc.about_id::text,
        params = ntc.params || case ntc.kind when 'volunteering.lecturer-gone' then '{"reason": "主讲家长不能参加"}'::jsonb
          when 'volunteering.lecture-withdrawn' then '{"reason": "家长已撤回申请"}'::jsonb else '{}'::jsonb end,
        rests_on = array['staff-of:' || cls.school_id, 'administers:' || sch.district_id]
      from parent_lecture plc join school_class cls on cls.id = plc.school_class_id join school sch on sch.id = cls.school_id
      where plc.id = ntc.about_id and ntc.about_prefix = 'parent-lecture'
        and ntc.kind in ('volunteering.lecturer-gone', 'volunteering.lecture-withdrawn', 'volunteering.lecture-called-off');`);
  }

  override down(): void {
    this.addSql(`update notice set kind = 'volunteering.lecture-called-off' where kind = 'volunteering.lecture-off';`);
  }
}
