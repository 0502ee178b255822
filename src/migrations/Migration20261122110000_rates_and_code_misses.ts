import { Migration } from '@mikro-orm/migrations';

export class Migration20261122110000_rates_and_code_misses extends Migration {
  override name = 'Migration20261122110000_rates_and_code_misses';

  override up(): void | Promise<void> {
    // What a crash loses of it is what somebody spent within the last minutes.
    this.addSql(
      `create unlogged table "rate_budget" ("id" text not null, "whole_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "rate_budget_whole_index" on "rate_budget" ("whole_at");`);
    this.addSql(`alter table "rate_budget" add constraint "rate_budget_hidden" check (length(id) = 43);`);

    this.addSql(`alter table "binding_miss" rename to "code_miss";`);
    this.addSql(`alter index "binding_miss_pkey" rename to "code_miss_pkey";`);
    this.addSql(
      `alter table "code_miss" rename constraint "binding_miss_guardian_id_foreign" to "code_miss_guardian_id_foreign";`,
    );
    this.addSql(`alter table "code_miss" add column "kind" text not null default 'BINDING';`);
    this.addSql(`alter table "code_miss" alter column "kind" drop default;`);
    this.addSql(
      `alter table "code_miss" add constraint "code_miss_kind_check" check ("kind" in ('BINDING', 'STAND_IN'));`,
    );
    this.addSql(`drop index "binding_miss_guardian_index";`);
    this.addSql(`create index "code_miss_guardian_index" on "code_miss" ("guardian_id", "kind", "created_at");`);
    this.addSql(`create index "code_miss_time_index" on "code_miss" ("created_at");`);

    this.addSql(`create index "session_started_index" on "session" ("started_at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "session_started_index";`);

    this.addSql(`delete from "code_miss" where "kind" <> 'BINDING';`);
    this.addSql(`drop index "code_miss_time_index";`);
    this.addSql(`drop index "code_miss_guardian_index";`);
    this.addSql(`alter table "code_miss" drop column "kind";`);
    this.addSql(
      `alter table "code_miss" rename constraint "code_miss_guardian_id_foreign" to "binding_miss_guardian_id_foreign";`,
    );
    this.addSql(`alter index "code_miss_pkey" rename to "binding_miss_pkey";`);
    this.addSql(`alter table "code_miss" rename to "binding_miss";`);
    this.addSql(`create index "binding_miss_guardian_index" on "binding_miss" ("guardian_id", "created_at");`);

    this.addSql(`drop table "rate_budget";`);
  }
}
