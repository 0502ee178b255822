import { MigrationWhileInUse, portionwise } from './while-in-use.ts';

/** What somebody is told of a record of their own names the shift as long as they may see it. Broken off, it is begun again. */
export class Migration20261130050000_names_in_own_records extends MigrationWhileInUse {
  override up(): void {
    this.each(
      `alter table "notice" add column if not exists "names_rest_on" text[] null;`,
      portionwise(
        'notice',
        `update notice ntc set names_rest_on = array_remove(array['family-of:' || coalesce(sft.school_id, sft.district_id), 'staff-of:' || sft.school_id, 'administers:' || sft.district_id], null)
      from (select id, shift_id from signup union all select id, shift_id from service_record) abt join shift sft on sft.id = abt.shift_id
      where ntc.id = any(due) and abt.id = ntc.about_id and ntc.about_prefix in ('signup', 'service-record')
        and ntc.kind in ('volunteering.no-show-noted', 'volunteering.no-show-corrected', 'volunteering.absence-excused', 'volunteering.service-approved', 'volunteering.service-rejected')`,
      ),
    );
  }

  override down(): void {
    this.each(`alter table "notice" drop column if exists "names_rest_on";`);
  }
}
