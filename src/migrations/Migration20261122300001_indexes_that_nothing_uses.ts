import { Migration } from '@mikro-orm/migrations';

/**
 * No statement reads by them, and nobody deletes at the other end of their references (guardians, households, audiences).
 * That of `rate_budget` made each write of a budget one of the index, too; the entries of a role are found by their sequence.
 */
export class Migration20261122300001_indexes_that_nothing_uses extends Migration {
  override up(): void {
    this.addSql(`drop index "attendance_no_show_index";`);
    this.addSql(`drop index "meeting_reply_guardian_index";`);
    this.addSql(`drop index "rate_budget_whole_index";`);
    this.addSql(`drop index "signup_household_index";`);
    this.addSql(`drop index "volunteer_activity_audience_index";`);
    this.addSql(`drop index "waitlist_entry_role_index";`);
  }

  override down(): void {
    this.addSql(`create index "waitlist_entry_role_index" on "waitlist_entry" ("role_id", "joined_at", "id");`);
    this.addSql(`create index "volunteer_activity_audience_index" on "volunteer_activity" ("audience_id");`);
    this.addSql(`create index "signup_household_index" on "signup" ("household_id");`);
    this.addSql(`create index "rate_budget_whole_index" on "rate_budget" ("whole_at");`);
    this.addSql(`create index "meeting_reply_guardian_index" on "meeting_reply" ("guardian_id", "replied_at", "id");`);
    this.addSql(`create index "attendance_no_show_index" on "attendance" ("no_show_at") where no_show_at is not null;`);
  }
}
