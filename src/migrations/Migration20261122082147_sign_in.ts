import { Migration } from '@mikro-orm/migrations';

export class Migration20261122082147_sign_in extends Migration {

  override name = 'Migration20261122082147_sign_in';

  override up(): void | Promise<void> {
    this.addSql(`create table "service_token" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "name" text not null, "role" text not null, "district_id" uuid not null, "school_id" uuid null, "permissions" text[] not null, "created_by_id" uuid not null, "issued_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, "secret_hash" text not null, primary key ("id"));`);
    this.addSql(`create index "service_token_district_index" on "service_token" ("district_id", "issued_at", "id");`);

    this.addSql(`create table "session" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "account_id" uuid not null, "method" text not null, "client" text null, "started_at" timestamptz(3) not null, "last_used_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "ending" text null, "refresh_hash" text null, primary key ("id"));`);
    this.addSql(`create index "session_account_index" on "session" ("account_id");`);

    this.addSql(`create table "staff_identity" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "account_id" uuid not null, "issuer" text not null, "subject" text not null, "linked_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "staff_identity_account_index" on "staff_identity" ("account_id");`);
    this.addSql(`alter table "staff_identity" add constraint "staff_identity_subject_unique" unique ("issuer", "subject");`);

    this.addSql(`create table "wechat_identity" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "account_id" uuid not null, "app_id" text not null, "openid" text not null, "unionid" text null, primary key ("id"));`);
    this.addSql(`create index "wechat_identity_account_index" on "wechat_identity" ("account_id");`);
    this.addSql(`create index "wechat_identity_unionid_index" on "wechat_identity" ("unionid");`);
    this.addSql(`alter table "wechat_identity" add constraint "wechat_identity_openid_unique" unique ("app_id", "openid");`);

    this.addSql(`alter table "audit_record" add "service_token" uuid null;`);
    this.addSql(`alter table "audit_record" add constraint "audit_record_one_actor" check (num_nonnulls(account, service_token) <= 1);`);

    this.addSql(`alter table "service_token" add constraint "service_token_district_id_foreign" foreign key ("district_id") references "district" ("id");`);
    this.addSql(`alter table "service_token" add constraint "service_token_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`);
    this.addSql(`alter table "service_token" add constraint "service_token_created_by_id_foreign" foreign key ("created_by_id") references "account" ("id");`);
    this.addSql(`alter table "service_token" add constraint "service_token_times" check (issued_at < expires_at and expires_at <= issued_at + make_interval(days => 366));`);
    this.addSql(`alter table "service_token" add constraint "service_token_node" check ((role = 'SCHOOL_ADMIN') = (school_id is not null));`);
    this.addSql(`alter table "service_token" add constraint "service_token_role_check" check ("role" in ('DISTRICT_ADMIN', 'SCHOOL_ADMIN', 'ANALYST'));`);

    this.addSql(`alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id");`);
    this.addSql(`alter table "session" add constraint "session_times" check (started_at <= last_used_at and started_at < expires_at and expires_at <= started_at + make_interval(days => 180));`);
    this.addSql(`alter table "session" add constraint "session_ended" check ((ended_at is null) = (ending is null));`);
    this.addSql(`alter table "session" add constraint "session_method_check" check ("method" in ('WECHAT', 'ADMINISTRATION'));`);
    this.addSql(`alter table "session" add constraint "session_ending_check" check ("ending" in ('SIGNED_OUT', 'REVOKED', 'REFRESH_REUSED'));`);

    this.addSql(`alter table "staff_identity" add constraint "staff_identity_account_id_foreign" foreign key ("account_id") references "account" ("id");`);

    this.addSql(`alter table "wechat_identity" add constraint "wechat_identity_account_id_foreign" foreign key ("account_id") references "account" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "service_token" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
    this.addSql(`drop table if exists "staff_identity" cascade;`);
    this.addSql(`drop table if exists "wechat_identity" cascade;`);

    this.addSql(`alter table "audit_record" drop constraint "audit_record_one_actor";`);
    this.addSql(`alter table "audit_record" drop column "service_token";`);
  }

}
