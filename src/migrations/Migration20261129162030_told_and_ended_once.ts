import { constrained, MigrationWhileInUse } from './while-in-use.ts';

/** What was noted of volunteers before service made them present, which shifts without a place in the calendar were told of, and activities of lectures that were called off. */
export class Migration20261129162030_told_and_ended_once extends MigrationWhileInUse {
  override name = 'Migration20261129162030_told_and_ended_once';

  override up(): void {
    this.addSql('alter table "shift" add column if not exists "off_calendar_told_at" timestamptz(3) null;');
    this.addSql(
      'alter table "attendance" add column if not exists "missed_before" timestamptz(3) null, add column if not exists "excused_before" timestamptz(3) null;',
    );
    this.each(
      constrained(
        'attendance',
        'attendance_by_service',
        `check (num_nonnulls(missed_before, excused_before) = 0 or (num_nonnulls(missed_before, excused_before) = 1 and checked_in_at is not null))`,
      ),
    );
    // Notices named the days as MM-DD, and each of them had been told to whoever runs the series.
    this.addSql(`update "shift" set off_calendar_told_at = told.at from (
        select sft.id, max(ntc.created_at) as at from notice ntc join "shift" sft on sft.series_id = ntc.about_id
        where ntc.kind = 'volunteering.series-off-calendar' and to_char(sft.series_date, 'MM-DD') = any(string_to_array(ntc.params->>'dates', '、')) group by sft.id) told
      where "shift".id = told.id and "shift".status <> 'CANCELLED';`);
    this
      .addSql(`update volunteer_activity act set status = 'CANCELLED', cancelled_at = sft.cancelled_at, cancel_reason = sft.cancel_reason, revision = act.revision + 1
      from "shift" sft join parent_lecture plc on plc.shift_id = sft.id and plc.status = 'CANCELLED'
      where sft.activity_id = act.id and act.kind = 'PARENT_LECTURE' and act.status = 'PUBLISHED'
        and not exists (select 1 from "shift" oth where oth.activity_id = act.id and oth.status <> 'CANCELLED');`);
  }

  override down(): void {
    this.addSql('alter table "attendance" drop column "missed_before", drop column "excused_before";');
    this.addSql('alter table "shift" drop column "off_calendar_told_at";');
  }
}
