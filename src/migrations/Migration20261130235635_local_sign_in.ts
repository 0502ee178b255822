import { constrained, madeOnce, MigrationWhileInUse, together } from './while-in-use.ts';

const SECOND = (invited: string): string =>
  `check ((approved_by_id is null) = (approved_at is null) and case status when 'PENDING' then linked_by_id is not null and approved_by_id is null and not linked_alone${invited}
    else case when linked_alone then approved_by_id is null else linked_by_id is not null and approved_by_id is not null and approved_by_id <> linked_by_id end end)`;
const INVITED = `
    when 'INVITED' then approved_by_id is null and (linked_alone or linked_by_id is not null)`;

/** Staff sign in by a password and an authenticator that are kept here, beside the identity provider. */
export class Migration20261130235635_local_sign_in extends MigrationWhileInUse {
  override up(): void {
    this.each(
      constrained(
        'session',
        'session_ending_check',
        `check ("ending" in ('SIGNED_OUT', 'REVOKED', 'REFRESH_REUSED', 'SIGN_IN_CHANGED'))`,
      ),
      constrained('session', 'session_method_check', `check ("method" in ('WECHAT', 'PASSWORD', 'ADMINISTRATION'))`),
      constrained(
        'staff_identity',
        'staff_identity_status_check',
        `check ("status" in ('INVITED', 'PENDING', 'ACTIVE'))`,
      ),
      constrained('staff_identity', 'staff_identity_second', SECOND(INVITED)),
      madeOnce(
        'sign_in_miss',
        `create table "sign_in_miss" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "login" text not null, "misses" int not null, "missed_at" timestamptz(3) not null, "waits_until" timestamptz(3) not null, primary key ("id"));`,
        `create index "sign_in_miss_time_index" on "sign_in_miss" ("missed_at");`,
        `alter table "sign_in_miss" add constraint "sign_in_miss_login_unique" unique ("login");`,
      ),
      madeOnce(
        'local_credential',
        `create table "local_credential" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "identity_id" uuid not null, "link_hash" text null, "link_expires_at" timestamptz(3) null, "password_hash" text null, "totp_secret" text null, "totp_step" int null, "recovery_marks" text[] not null, "set_up_at" timestamptz(3) null, "last_used_at" timestamptz(3) null, primary key ("id"));`,
        `alter table "local_credential" add constraint "local_credential_link_unique" unique ("link_hash");`,
        `alter table "local_credential" add constraint "local_credential_identity_unique" unique ("identity_id");`,
        `alter table "local_credential" add constraint "local_credential_set_up" check ((set_up_at is null) = (password_hash is null) and (set_up_at is null) = (totp_secret is null) and (set_up_at is null) = (totp_step is null)
    and (set_up_at is not null or cardinality(recovery_marks) = 0));`,
        `alter table "local_credential" add constraint "local_credential_link" check ((link_hash is null) = (link_expires_at is null) and (link_hash is null) = (set_up_at is not null));`,
        `alter table "local_credential" add constraint "local_credential_identity_id_foreign" foreign key ("identity_id") references "staff_identity" ("id") on delete cascade;`,
      ),
    );
  }

  /** Nobody signs in by a password then. */
  override down(): void {
    this.each(
      together(
        'drop table if exists "local_credential";',
        'drop table if exists "sign_in_miss";',
        `delete from "session" where "method" = 'PASSWORD' or "ending" = 'SIGN_IN_CHANGED';`,
        `delete from "staff_identity" where "issuer" = 'local' or "status" = 'INVITED';`,
      ),
      constrained('session', 'session_method_check', `check ("method" in ('WECHAT', 'ADMINISTRATION'))`),
      constrained('session', 'session_ending_check', `check ("ending" in ('SIGNED_OUT', 'REVOKED', 'REFRESH_REUSED'))`),
      constrained('staff_identity', 'staff_identity_second', SECOND('')),
      constrained('staff_identity', 'staff_identity_status_check', `check ("status" in ('PENDING', 'ACTIVE'))`),
    );
  }
}
