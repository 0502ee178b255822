import { Migration } from '@mikro-orm/migrations';

export class Migration20261122150000_read_by_owner extends Migration {
  override name = 'Migration20261122150000_read_by_owner';

  override up(): void | Promise<void> {
    this.addSql(`drop index "meeting_reply_guardian_guardian_index";`);
    this.addSql(`create index "meeting_reply_guardian_guardian_index" on "meeting_reply_guardian" ("guardian_id");`);

    this.addSql(
      `create index "shift_of_district_index" on "shift" ("district_id", "starts_at", "id") where school_id is null;`,
    );

    this.addSql(
      `create index "shift_role_qualification_index" on "shift_role" ("qualification", "shift_id") where qualification is not null;`,
    );

    this.addSql(
      `create index "service_record_school_status_index" on "service_record" ("school_id", "status", "starts_at", "id");`,
    );

    this.addSql(
      `create index "attendance_shift_no_show_index" on "attendance" ("shift_id") where no_show_at is not null;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "attendance_shift_no_show_index";`);

    this.addSql(`drop index "meeting_reply_guardian_guardian_index";`);
    this.addSql(
      `create index "meeting_reply_guardian_guardian_index" on "meeting_reply_guardian" ("guardian_id", "reply_id");`,
    );

    this.addSql(`drop index "service_record_school_status_index";`);

    this.addSql(`drop index "shift_of_district_index";`);

    this.addSql(`drop index "shift_role_qualification_index";`);
  }
}
