import { Migration } from '@mikro-orm/migrations';

export class Migration20261122081023_notices extends Migration {
  override name = 'Migration20261122081023_notices';

  override up(): void {
    this.addSql(`create table "notice" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid not null, "kind" text not null, "params" jsonb not null, "about_prefix" text null, "about_id" uuid null, "dedupe_key" text null, "read_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "notice_read_index" on "notice" ("read_at") where "read_at" is not null;`);
    this.addSql(`create index "notice_unread_index" on "notice" ("person_id") where "read_at" is null;`);
    this.addSql(`create index "notice_inbox_index" on "notice" ("person_id", "created_at", "id");`);
    this.addSql(`alter table "notice" add constraint "notice_once" unique ("person_id", "kind", "dedupe_key");`);
    this.addSql(`alter table "notice" add constraint "notice_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "notice" add constraint "notice_about_whole" check (num_nonnulls(about_prefix, about_id) in (0, 2));`);
    this.addSql(`alter table "notice" add constraint "notice_params_small" check (jsonb_typeof(params) = 'object' and octet_length(params::text) <= 2000);`);
    this.addSql(`alter table "notice" add constraint "notice_kind_shape" check (kind ~ '^[a-z]+[.][a-z]+(-[a-z]+)*\$');`);
  }

  override down(): void {
    this.addSql(`drop table if exists "notice" cascade;`);
  }
}
