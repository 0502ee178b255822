import { Migration } from '@mikro-orm/migrations';

export class Migration20261122120001_access_log extends Migration {
  override name = 'Migration20261122120001_access_log';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "access_record" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "kind" text not null, "subject" uuid not null, "actor" uuid not null, "by_program" boolean not null, "hour" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "access_record_time_index" on "access_record" ("created_at", "id");`);
    this.addSql(`create index "access_record_subject_index" on "access_record" ("subject", "created_at", "id");`);
    this.addSql(
      `alter table "access_record" add constraint "access_record_once_an_hour" unique ("subject", "actor", "hour");`,
    );

    this.addSql(`drop index "audit_record_time_index";`);
    this.addSql(
      `alter table "audit_record" add "about" uuid[] not null default '{}', add "schools" uuid[] not null default '{}', add "districts" uuid[] not null default '{}';`,
    );
    this.addSql(`create index "audit_record_about_index" on "audit_record" using gin ("about");`);
    this.addSql(`create index "audit_record_schools_index" on "audit_record" using gin ("schools");`);
    this.addSql(`create index "audit_record_outcome_index" on "audit_record" ("outcome", "created_at");`);
    this.addSql(`create index "audit_record_mutation_index" on "audit_record" ("mutation", "created_at");`);
    this.addSql(`create index "audit_record_time_index" on "audit_record" ("created_at", "id");`);

    this.addSql(
      `alter table "access_record" add constraint "access_record_hour" check (created_at >= hour and created_at < hour + make_interval(hours => 1));`,
    );
    this.addSql(
      `create or replace function "access_record_access_record_stays_fn"() returns trigger as \$\$ begin raise exception using errcode = 'check_violation', constraint = 'access_record_stays', table = tg_table_name, message = 'the record of accesses is only ever added to'; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "access_record_stays" BEFORE UPDATE OR DELETE on "access_record" for each ROW execute function "access_record_access_record_stays_fn"();`,
    );

    this.addSql(`create function access_record_is_not_emptied_fn() returns trigger as $$ begin
      raise exception using errcode = 'check_violation', constraint = 'access_record_is_not_emptied', table = tg_table_name,
        message = 'the record of accesses is only ever added to';
    end; $$ language plpgsql;`);
    this.addSql(`create trigger access_record_is_not_emptied before truncate on access_record
      for each statement execute function access_record_is_not_emptied_fn();`);
  }

  override down(): void | Promise<void> {
    this.addSql('drop trigger access_record_is_not_emptied on access_record;');
    this.addSql('drop function access_record_is_not_emptied_fn();');
    this.addSql(`drop trigger if exists "access_record_stays" on "access_record";`);
    this.addSql(`drop function if exists "access_record_access_record_stays_fn"();`);
    this.addSql(`drop table if exists "access_record" cascade;`);

    this.addSql(`drop index "audit_record_about_index";`);
    this.addSql(`drop index "audit_record_schools_index";`);
    this.addSql(`drop index "audit_record_outcome_index";`);
    this.addSql(`drop index "audit_record_mutation_index";`);
    this.addSql(`drop index "audit_record_time_index";`);
    this.addSql(`alter table "audit_record" drop column "about", drop column "schools", drop column "districts";`);
    this.addSql(`create index "audit_record_time_index" on "audit_record" ("created_at");`);
  }
}
