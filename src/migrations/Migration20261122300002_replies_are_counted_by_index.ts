import { Migration } from '@mikro-orm/migrations';

/** How many families come is asked of each meeting of a list: it is counted from the index alone. */
export class Migration20261122300002_replies_are_counted_by_index extends Migration {
  override up(): void {
    this.addSql(
      `create index "meeting_reply_answer_index" on "meeting_reply" ("meeting_id", "answer") where superseded_at is null;`,
    );
  }

  override down(): void {
    this.addSql(`drop index "meeting_reply_answer_index";`);
  }
}
