import { Migration } from '@mikro-orm/migrations';

export class Migration20261122000003_volunteering_binding_sign_in extends Migration {
  override name = 'Migration20261122000003_volunteering_binding_sign_in';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "notice" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid not null, "kind" text not null, "params" jsonb not null, "about_prefix" text null, "about_id" uuid null, "dedupe_key" text null, "read_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "notice_read_index" on "notice" ("read_at") where "read_at" is not null;`);
    this.addSql(`create index "notice_unread_index" on "notice" ("person_id") where "read_at" is null;`);
    this.addSql(`create index "notice_inbox_index" on "notice" ("person_id", "created_at", "id");`);
    this.addSql(`alter table "notice" add constraint "notice_once" unique ("person_id", "kind", "dedupe_key");`);

    this.addSql(
      `create table "binding_miss" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "guardian_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "binding_miss_guardian_index" on "binding_miss" ("guardian_id", "created_at");`);

    this.addSql(
      `create table "calendar_day" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "school_year_id" uuid not null, "date" date not null, "kind" text not null, "name" text not null, "follows_weekday" smallint null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "calendar_day" add constraint "calendar_day_date_unique" unique ("school_year_id", "date");`,
    );

    this.addSql(
      `create table "service_certificate" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "number" text not null, "person_id" uuid not null, "guardian_id" uuid not null, "district_id" uuid not null, "holder_name" text not null, "period_from" date not null, "period_to" date not null, "total_minutes" int not null, "services" jsonb not null, "issued_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "revoke_reason" text null, "revoked_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(
      `create index "service_certificate_district_index" on "service_certificate" ("district_id", "issued_at", "id");`,
    );
    this.addSql(
      `create index "service_certificate_guardian_index" on "service_certificate" ("guardian_id", "issued_at", "id");`,
    );
    this.addSql(`create index "service_certificate_person_index" on "service_certificate" ("person_id");`);
    this.addSql(`create index "service_certificate_issued_index" on "service_certificate" ("issued_at", "id");`);
    this.addSql(
      `alter table "service_certificate" add constraint "service_certificate_number_unique" unique ("number");`,
    );

    this.addSql(
      `create table "service_token" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "name" text not null, "role" text not null, "district_id" uuid not null, "school_id" uuid null, "permissions" text[] not null, "created_by_id" uuid not null, "issued_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, "secret_hash" text not null, primary key ("id"));`,
    );
    this.addSql(`create index "service_token_district_index" on "service_token" ("district_id", "issued_at", "id");`);

    this.addSql(
      `create table "session" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "account_id" uuid not null, "method" text not null, "client" text null, "started_at" timestamptz(3) not null, "last_used_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "ending" text null, "refresh_hash" text null, primary key ("id"));`,
    );
    this.addSql(`create index "session_account_index" on "session" ("account_id");`);

    this.addSql(
      `create table "staff_identity" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "account_id" uuid not null, "issuer" text not null, "subject" text not null, "linked_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "staff_identity_account_index" on "staff_identity" ("account_id");`);
    this.addSql(
      `alter table "staff_identity" add constraint "staff_identity_subject_unique" unique ("issuer", "subject");`,
    );

    this.addSql(
      `create table "binding_code" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "student_id" uuid not null, "hash" text not null, "issued_by_id" uuid not null, "issued_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, "used_by_id" uuid null, "revoked_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "binding_code_student_index" on "binding_code" ("student_id", "issued_at", "id");`);
    this.addSql(`alter table "binding_code" add constraint "binding_code_hash_unique" unique ("hash");`);

    this.addSql(
      `create table "shift_series" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "activity_id" uuid not null, "continues_id" uuid null, "weekdays" smallint[] not null, "start_time" time(0) not null, "end_time" time(0) not null, "first_date" date not null, "last_date" date not null, "skips_holidays" boolean not null default true, "place" text not null, "signup_opens_days_before" int not null default 14, "signup_closes_minutes_before" int not null default 60, "cancel_until_minutes_before" int not null default 1440, "roles" jsonb not null, "revision" int not null default 0, primary key ("id"));`,
    );
    this.addSql(`create index "shift_series_activity_index" on "shift_series" ("activity_id", "first_date", "id");`);

    this.addSql(
      `create table "stand_in" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "signup_id" uuid not null, "role_id" uuid not null, "shift_id" uuid not null, "way" text not null, "to_id" uuid null, "to_person_id" uuid null, "code_hash" text null, "risk_accepted_at" timestamptz(3) null, "status" text not null default 'OFFERED', "offered_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "decided_at" timestamptz(3) null, "reject_reason" text null, "replacement_id" uuid null, primary key ("id"));`,
    );
    this.addSql(
      `create index "stand_in_expiry_index" on "stand_in" ("expires_at") where status in ('OFFERED', 'PENDING');`,
    );
    this.addSql(`create index "stand_in_guardian_index" on "stand_in" ("to_id", "offered_at", "id");`);
    this.addSql(
      `create index "stand_in_waitlist_index" on "stand_in" ("role_id", "offered_at", "id") where way = 'WAITLIST' and status = 'OFFERED';`,
    );
    this.addSql(`create index "stand_in_shift_index" on "stand_in" ("shift_id", "offered_at", "id");`);
    this.addSql(`create index "stand_in_signup_index" on "stand_in" ("signup_id", "offered_at", "id");`);
    this.addSql(`alter table "stand_in" add constraint "stand_in_code_unique" unique ("code_hash");`);
    this.addSql(
      `create unique index "stand_in_one_open" on "stand_in" ("signup_id") where status in ('OFFERED', 'PENDING');`,
    );

    this.addSql(
      `create table "attendance_report" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "signup_id" uuid not null, "kind" text not null, "nonce" text not null, "happened_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "attendance_report_signup_index" on "attendance_report" ("signup_id");`);
    this.addSql(`alter table "attendance_report" add constraint "attendance_report_nonce_unique" unique ("nonce");`);

    this.addSql(
      `create table "service_record" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid not null, "guardian_id" uuid not null, "household_id" uuid null, "district_id" uuid not null, "school_id" uuid null, "shift_id" uuid not null, "signup_id" uuid not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "minutes" int generated always as (floor(extract(epoch from ends_at - starts_at) / 60)::int) stored not null, "source" text not null, "description" text null, "status" text not null default 'PENDING', "approver_id" uuid null, "decided_at" timestamptz(3) null, "decision_reason" text null, "appealed_at" timestamptz(3) null, "appeal" text null, "rejected_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "service_record_signup_index" on "service_record" ("signup_id");`);
    this.addSql(`create index "service_record_district_index" on "service_record" ("district_id", "starts_at", "id");`);
    this.addSql(`create index "service_record_school_index" on "service_record" ("school_id", "starts_at", "id");`);
    this.addSql(
      `create index "service_record_household_index" on "service_record" ("household_id", "starts_at", "id");`,
    );
    this.addSql(`create index "service_record_guardian_index" on "service_record" ("guardian_id", "starts_at", "id");`);
    this.addSql(`create index "service_record_person_index" on "service_record" ("person_id", "starts_at", "id");`);
    this.addSql(`create index "service_record_shift_index" on "service_record" ("shift_id", "starts_at", "id");`);
    this.addSql(`create index "service_record_status_index" on "service_record" ("status", "starts_at", "id");`);
    this.addSql(`create index "service_record_starts_index" on "service_record" ("starts_at", "id");`);
    this.addSql(
      `create unique index "service_record_one_waiting" on "service_record" ("signup_id") where source = 'SUPPLEMENTED' and status = 'PENDING';`,
    );
    this.addSql(
      `create unique index "service_record_one_checked" on "service_record" ("signup_id") where source = 'SYSTEM_CHECKED';`,
    );

    this.addSql(
      `create table "certified_record" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "certificate_id" uuid not null, "record_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "certified_record_record_index" on "certified_record" ("record_id");`);
    this.addSql(
      `alter table "certified_record" add constraint "certified_record_unique" unique ("certificate_id", "record_id");`,
    );

    this.addSql(
      `create table "parent_lecture" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "school_class_id" uuid not null, "guardian_id" uuid not null, "person_id" uuid not null, "title" text not null, "outline" text not null, "duration_minutes" smallint not null default 40, "preferred_times" text null, "status" text not null default 'PROPOSED', "proposed_at" timestamptz(3) not null, "decided_by_id" uuid null, "decided_at" timestamptz(3) null, "reason" text null, "shift_id" uuid null, primary key ("id"));`,
    );
    this.addSql(
      `create index "parent_lecture_guardian_index" on "parent_lecture" ("guardian_id", "proposed_at", "id");`,
    );
    this.addSql(
      `create index "parent_lecture_class_index" on "parent_lecture" ("school_class_id", "proposed_at", "id");`,
    );
    this.addSql(`alter table "parent_lecture" add constraint "parent_lecture_shift_unique" unique ("shift_id");`);

    this.addSql(
      `create table "attendance" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "signup_id" uuid not null, "shift_id" uuid not null, "checked_in_at" timestamptz(3) null, "checked_in_by" text null, "checked_out_at" timestamptz(3) null, "checked_out_by" text null, "no_show_at" timestamptz(3) null, "recorded_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "attendance_no_show_index" on "attendance" ("no_show_at") where no_show_at is not null;`);
    this.addSql(`create index "attendance_shift_index" on "attendance" ("shift_id");`);
    this.addSql(`alter table "attendance" add constraint "attendance_signup_unique" unique ("signup_id");`);

    this.addSql(
      `create table "volunteering_policy" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "district_id" uuid not null, "offer_minutes" int not null default 120, "no_show_limit" int not null default 3, "no_show_window_days" int not null default 180, "suspension_days" int not null default 30, "check_in_early_minutes" int not null default 30, "report_within_hours" int not null default 48, primary key ("id"));`,
    );
    this.addSql(
      `alter table "volunteering_policy" add constraint "volunteering_policy_district_unique" unique ("district_id");`,
    );

    this.addSql(
      `create table "volunteer_qualification" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid not null, "district_id" uuid not null, "name" text not null, "valid_from" date not null, "valid_to" date null, "granted_at" timestamptz(3) not null, "granted_by_id" uuid not null, "revoked_at" timestamptz(3) null, "revoke_reason" text null, "revoked_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(
      `create index "volunteer_qualification_district_index" on "volunteer_qualification" ("district_id", "granted_at", "id");`,
    );
    this.addSql(
      `create index "volunteer_qualification_person_index" on "volunteer_qualification" ("person_id", "name");`,
    );

    this.addSql(
      `create table "volunteer_suspension" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid not null, "district_id" uuid not null, "school_id" uuid null, "cause" text not null, "reason" text not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "decided_by_id" uuid null, "lifted_at" timestamptz(3) null, "lift_reason" text null, "lifted_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(
      `create index "volunteer_suspension_district_index" on "volunteer_suspension" ("district_id", "starts_at", "id");`,
    );
    this.addSql(
      `create index "volunteer_suspension_school_index" on "volunteer_suspension" ("school_id", "starts_at", "id");`,
    );
    this.addSql(
      `create index "volunteer_suspension_person_index" on "volunteer_suspension" ("person_id", "starts_at", "id");`,
    );

    this.addSql(
      `create table "waitlist_entry" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "role_id" uuid not null, "shift_id" uuid not null, "guardian_id" uuid not null, "person_id" uuid not null, "household_id" uuid null, "priority" smallint not null default 0, "joined_at" timestamptz(3) not null, "sequence" int not null, "status" text not null default 'WAITING', "offered_at" timestamptz(3) null, "offer_expires_at" timestamptz(3) null, "stand_in_id" uuid null, "offer_withdrawn_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "signup_id" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "waitlist_entry_shift_index" on "waitlist_entry" ("shift_id", "status");`);
    this.addSql(`create index "waitlist_entry_guardian_index" on "waitlist_entry" ("guardian_id", "joined_at", "id");`);
    this.addSql(`create index "waitlist_entry_role_index" on "waitlist_entry" ("role_id", "joined_at", "id");`);
    this.addSql(
      `create index "waitlist_entry_held_index" on "waitlist_entry" ("role_id", "offer_expires_at") where status = 'OFFERED';`,
    );
    this.addSql(
      `create index "waitlist_entry_expiry_index" on "waitlist_entry" ("offer_expires_at") where status = 'OFFERED';`,
    );
    this.addSql(
      `create index "waitlist_entry_queue_index" on "waitlist_entry" ("role_id", "priority", "joined_at", "sequence") where status = 'WAITING';`,
    );
    this.addSql(
      `create unique index "waitlist_entry_one_for_stand_in" on "waitlist_entry" ("stand_in_id") where status = 'OFFERED';`,
    );
    this.addSql(
      `create unique index "waitlist_entry_one_active" on "waitlist_entry" ("person_id", "role_id") where status in ('WAITING', 'OFFERED');`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_sequence_unique" unique ("role_id", "sequence");`,
    );

    this.addSql(
      `create table "waitlist_skip" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "entry_id" uuid not null, "skipped_at" timestamptz(3) not null, "reason" text not null, primary key ("id"));`,
    );
    this.addSql(`create index "waitlist_skip_entry_index" on "waitlist_skip" ("entry_id", "skipped_at", "id");`);

    this.addSql(
      `create table "wechat_identity" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "account_id" uuid not null, "app_id" text not null, "openid" text not null, "unionid" text null, primary key ("id"));`,
    );
    this.addSql(`create index "wechat_identity_account_index" on "wechat_identity" ("account_id");`);
    this.addSql(`create index "wechat_identity_unionid_index" on "wechat_identity" ("unionid");`);
    this.addSql(
      `alter table "wechat_identity" add constraint "wechat_identity_openid_unique" unique ("app_id", "openid");`,
    );

    // No mutation ever wrote one: qualifications and suspensions have tables of their own, with who decided and when.
    this.addSql(`drop table if exists "volunteer_record" cascade;`);

    this.addSql(`alter table "audit_record" add "service_token" uuid null;`);
    this.addSql(
      `alter table "audit_record" add constraint "audit_record_one_actor" check (num_nonnulls(account, service_token) <= 1);`,
    );

    this.addSql(`create index "idempotent_call_time_index" on "idempotent_call" ("created_at");`);

    this.addSql(`alter table "engagement" drop constraint "engagement_kind_check";`);
    this.addSql(
      `alter table "engagement" add constraint "engagement_kind_check" check ("kind" in ('SHIFT_SIGNUP', 'SHIFT_ROOM', 'MEETING_ATTENDANCE', 'MEETING_ROOM', 'SLOT_BOOKING'));`,
    );

    this.addSql(
      `alter table "staff_assignment" add "assigned_by_id" uuid null, add "ended_at" timestamptz(3) null, add "ended_by_id" uuid null;`,
    );
    this.addSql(
      `alter table "staff_assignment" add constraint "staff_assignment_assigned_by_id_foreign" foreign key ("assigned_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "staff_assignment" add constraint "staff_assignment_ended_by_id_foreign" foreign key ("ended_by_id") references "staff" ("id") on delete restrict;`,
    );
    this
      .addSql(`alter table "staff_assignment" add constraint "staff_assignment_once" exclude using gist (staff_id with =, role with =, (coalesce(school_class_id, school_id, district_id)) with =,
    (coalesce(grade_id, district_id)) with =, (coalesce(subject, '')) with =, daterange(valid_from, valid_to, '[]') with &&) where (ended_at is null);`);

    this.addSql(`drop index "guardianship_one_current";`);
    this.addSql(`alter table "guardianship" drop constraint "guardianship_status_check";`);
    this.addSql(
      `alter table "guardianship" add "lives_apart" boolean not null default false, add "decided_by_id" uuid null, add "decided_at" timestamptz(3) null, add "decision_reason" text null;`,
    );
    this.addSql(
      `alter table "guardianship" add constraint "guardianship_decided_by_id_foreign" foreign key ("decided_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(
      `create unique index "guardianship_one_current" on "guardianship" ("guardian_id", "student_id") where status in ('PENDING', 'ACTIVE', 'BLOCKED');`,
    );
    this.addSql(
      `alter table "guardianship" add constraint "guardianship_reason" check (decision_reason is not null or status in ('PENDING', 'ACTIVE', 'ENDED'));`,
    );
    this.addSql(
      `alter table "guardianship" add constraint "guardianship_status_check" check ("status" in ('PENDING', 'ACTIVE', 'ENDED', 'BLOCKED', 'REJECTED'));`,
    );

    this.addSql(
      `alter table "volunteer_activity" add "waitlist_priority" text not null default 'NONE', add "revision" int not null default 0;`,
    );
    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_waitlist_priority_check" check ("waitlist_priority" in ('NONE', 'NOT_SERVED_THIS_TERM'));`,
    );

    this.addSql(
      `alter table "shift" add "series_id" uuid null, add "series_date" date null, add "detached" boolean not null default false, add "revision" int not null default 0;`,
    );
    this.addSql(
      `alter table "shift" add constraint "shift_series_id_foreign" foreign key ("series_id") references "shift_series" ("id") on delete restrict;`,
    );
    this.addSql(`create index "shift_series_index" on "shift" ("series_id", "starts_at", "id");`);
    this.addSql(
      `create unique index "shift_series_date_unique" on "shift" ("series_id", "series_date") where status <> 'CANCELLED';`,
    );
    this.addSql(
      `alter table "shift" add constraint "shift_of_series" check ((series_id is null) = (series_date is null));`,
    );

    this.addSql(`alter table "shift_role" add "last_sequence" int not null default 0;`);

    this.addSql(
      `alter table "signup" add "risk_accepted_at" timestamptz(3) null, add "reconfirm_until" timestamptz(3) null, add "cancel_requested_at" timestamptz(3) null, add "cancel_request_reason" text null, add "cancel_request_answer" text null, add "decided_by_id" uuid null, add "decided_at" timestamptz(3) null, add "stands_in_for_id" uuid null;`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_decided_by_id_foreign" foreign key ("decided_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_stands_in_for_id_foreign" foreign key ("stands_in_for_id") references "signup" ("id") on delete restrict;`,
    );
    this.addSql(
      `create index "signup_reconfirm_index" on "signup" ("reconfirm_until") where reconfirm_until is not null;`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_reconfirm" check (reconfirm_until is null or status in ('PENDING', 'CONFIRMED'));`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_cancel_request" check ((cancel_requested_at is null) = (cancel_request_reason is null));`,
    );

    this.addSql(
      `alter table "notice" add constraint "notice_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "notice" add constraint "notice_about_whole" check (num_nonnulls(about_prefix, about_id) in (0, 2));`,
    );
    this.addSql(
      `alter table "notice" add constraint "notice_params_small" check (jsonb_typeof(params) = 'object' and octet_length(params::text) <= 2000);`,
    );
    this.addSql(
      `alter table "notice" add constraint "notice_kind_shape" check (kind ~ '^[a-z]+[.][a-z]+(-[a-z]+)*\$');`,
    );

    this.addSql(
      `alter table "binding_miss" add constraint "binding_miss_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );

    this.addSql(
      `alter table "calendar_day" add constraint "calendar_day_school_year_id_foreign" foreign key ("school_year_id") references "school_year" ("id");`,
    );
    this.addSql(
      `alter table "calendar_day" add constraint "calendar_day_follows" check ((kind = 'MAKE_UP') = (follows_weekday is not null) and (follows_weekday is null or (follows_weekday >= 1 and follows_weekday <= 7)));`,
    );
    this.addSql(
      `alter table "calendar_day" add constraint "calendar_day_kind_check" check ("kind" in ('HOLIDAY', 'MAKE_UP'));`,
    );

    this.addSql(
      `alter table "service_certificate" add constraint "service_certificate_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "service_certificate" add constraint "service_certificate_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );
    this.addSql(
      `alter table "service_certificate" add constraint "service_certificate_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "service_certificate" add constraint "service_certificate_revoked_by_id_foreign" foreign key ("revoked_by_id") references "person" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "service_certificate" add constraint "service_certificate_revoked" check ((revoked_at is null) = (revoke_reason is null) and (revoked_at is null) = (revoked_by_id is null));`,
    );
    this.addSql(
      `alter table "service_certificate" add constraint "service_certificate_minutes" check (total_minutes > 0);`,
    );
    this.addSql(
      `alter table "service_certificate" add constraint "service_certificate_period" check (period_from <= period_to);`,
    );
    this.addSql(
      `alter table "service_certificate" add constraint "service_certificate_number_shape" check (number ~ '^ZY[0-9]{8}-[0-9A-HJKMNP-TV-Z]{10}\$');`,
    );
    this
      .addSql(`create or replace function "service_certificate_service_certificate_stays_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' or to_jsonb(new) - array['revoked_at', 'revoke_reason', 'revoked_by_id'] is distinct from to_jsonb(old) - array['revoked_at', 'revoke_reason', 'revoked_by_id'] or (old.revoked_at is not null and to_jsonb(new) is distinct from to_jsonb(old)) then
      raise exception using errcode = 'check_violation', constraint = 'service_certificate_stays', table = tg_table_name, message = 'a certificate does not change; it can be revoked once';     end if;     return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create trigger "service_certificate_stays" AFTER UPDATE OR DELETE on "service_certificate" for each ROW execute function "service_certificate_service_certificate_stays_fn"();`,
    );

    this.addSql(
      `alter table "service_token" add constraint "service_token_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "service_token" add constraint "service_token_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "service_token" add constraint "service_token_created_by_id_foreign" foreign key ("created_by_id") references "account" ("id");`,
    );
    this.addSql(
      `alter table "service_token" add constraint "service_token_times" check (issued_at < expires_at and expires_at <= issued_at + make_interval(days => 366));`,
    );
    this.addSql(
      `alter table "service_token" add constraint "service_token_node" check ((role = 'SCHOOL_ADMIN') = (school_id is not null));`,
    );
    this.addSql(
      `alter table "service_token" add constraint "service_token_role_check" check ("role" in ('DISTRICT_ADMIN', 'SCHOOL_ADMIN', 'ANALYST'));`,
    );

    this.addSql(
      `alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );
    this.addSql(
      `alter table "session" add constraint "session_times" check (started_at <= last_used_at and started_at < expires_at and expires_at <= started_at + make_interval(days => 180));`,
    );
    this.addSql(`alter table "session" add constraint "session_ended" check ((ended_at is null) = (ending is null));`);
    this.addSql(
      `alter table "session" add constraint "session_method_check" check ("method" in ('WECHAT', 'ADMINISTRATION'));`,
    );
    this.addSql(
      `alter table "session" add constraint "session_ending_check" check ("ending" in ('SIGNED_OUT', 'REVOKED', 'REFRESH_REUSED'));`,
    );

    this.addSql(
      `alter table "staff_identity" add constraint "staff_identity_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );

    this.addSql(
      `alter table "binding_code" add constraint "binding_code_student_id_foreign" foreign key ("student_id") references "student" ("id");`,
    );
    this.addSql(
      `alter table "binding_code" add constraint "binding_code_issued_by_id_foreign" foreign key ("issued_by_id") references "staff" ("id");`,
    );
    this.addSql(
      `alter table "binding_code" add constraint "binding_code_used_by_id_foreign" foreign key ("used_by_id") references "guardian" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "binding_code" add constraint "binding_code_used" check ((used_at is null) = (used_by_id is null));`,
    );
    this.addSql(`alter table "binding_code" add constraint "binding_code_times" check (issued_at < expires_at);`);

    this.addSql(
      `alter table "shift_series" add constraint "shift_series_activity_id_foreign" foreign key ("activity_id") references "volunteer_activity" ("id");`,
    );
    this.addSql(
      `alter table "shift_series" add constraint "shift_series_continues_id_foreign" foreign key ("continues_id") references "shift_series" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "shift_series" add constraint "shift_series_signup_times" check (signup_opens_days_before >= 1 and signup_closes_minutes_before >= 0 and cancel_until_minutes_before >= 0 and signup_closes_minutes_before < signup_opens_days_before * 1440);`,
    );
    this.addSql(`alter table "shift_series" add constraint "shift_series_times" check (start_time < end_time);`);
    this.addSql(
      `alter table "shift_series" add constraint "shift_series_dates" check (first_date <= last_date and last_date - first_date <= 400);`,
    );
    this.addSql(
      `alter table "shift_series" add constraint "shift_series_weekdays" check (cardinality(weekdays) >= 1 and cardinality(weekdays) <= 7 and 1 <= all (weekdays) and 7 >= all (weekdays));`,
    );

    this.addSql(
      `alter table "stand_in" add constraint "stand_in_signup_id_foreign" foreign key ("signup_id") references "signup" ("id");`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_role_id_foreign" foreign key ("role_id") references "shift_role" ("id");`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_shift_id_foreign" foreign key ("shift_id") references "shift" ("id");`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_to_id_foreign" foreign key ("to_id") references "guardian" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_to_person_id_foreign" foreign key ("to_person_id") references "person" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_replacement_id_foreign" foreign key ("replacement_id") references "signup" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_done" check ((status = 'DONE') = (replacement_id is not null));`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_decided" check ((status = 'OFFERED') = (decided_at is null));`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_answered" check (case status when 'PENDING' then to_id is not null when 'DONE' then to_id is not null else true end);`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_way_shape" check ((way = 'CODE') = (code_hash is not null) and (way <> 'GUARDIAN' or to_id is not null));`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_to" check ((to_id is null) = (to_person_id is null));`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_way_check" check ("way" in ('GUARDIAN', 'CODE', 'WAITLIST'));`,
    );
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_status_check" check ("status" in ('OFFERED', 'PENDING', 'DONE', 'DECLINED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'));`,
    );

    this.addSql(
      `alter table "attendance_report" add constraint "attendance_report_signup_id_foreign" foreign key ("signup_id") references "signup" ("id");`,
    );
    this.addSql(
      `alter table "attendance_report" add constraint "attendance_report_kind_check" check ("kind" in ('IN', 'OUT'));`,
    );

    this.addSql(
      `alter table "service_record" add constraint "service_record_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_household_id_foreign" foreign key ("household_id") references "household" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_shift_id_foreign" foreign key ("shift_id") references "shift" ("id");`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_signup_id_foreign" foreign key ("signup_id") references "signup" ("id");`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_approver_id_foreign" foreign key ("approver_id") references "person" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_rejected_by_id_foreign" foreign key ("rejected_by_id") references "person" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_appeal_decided" check (appealed_at is null or status = 'APPEALED' or approver_id <> rejected_by_id);`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_appeal" check ((appealed_at is null) = (appeal is null) and (appealed_at is null) = (rejected_by_id is null));`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_rejected" check (status <> 'REJECTED' or (approver_id is not null and decision_reason is not null));`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_supplement_approved" check (source <> 'SUPPLEMENTED' or status <> 'APPROVED' or approver_id is not null);`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_supplement" check ((source = 'SUPPLEMENTED') = (description is not null));`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_decided" check (case status when 'PENDING' then decided_at is null when 'APPEALED' then appealed_at is not null and decided_at is not null else decided_at is not null end);`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_approver" check (approver_id is null or approver_id <> person_id);`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_times" check (starts_at < ends_at and minutes <= 1440);`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_source_check" check ("source" in ('SYSTEM_CHECKED', 'SUPPLEMENTED'));`,
    );
    this.addSql(
      `alter table "service_record" add constraint "service_record_status_check" check ("status" in ('PENDING', 'APPROVED', 'REJECTED', 'APPEALED'));`,
    );
    this
      .addSql(`create or replace function "service_record_service_record_certified_fn"() returns trigger as \$\$ begin if (new.person_id, new.starts_at, new.ends_at, new.status) is distinct from (old.person_id, old.starts_at, old.ends_at, old.status) and exists (
      select 1 from certified_record c join service_certificate s on s.id = c.certificate_id where c.record_id = new.id and s.revoked_at is null) then
      raise exception using errcode = 'check_violation', constraint = 'service_record_certified', table = tg_table_name, message = 'a valid certificate rests on it';     end if;     return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create trigger "service_record_certified" AFTER UPDATE on "service_record" for each ROW execute function "service_record_service_record_certified_fn"();`,
    );

    this.addSql(
      `alter table "certified_record" add constraint "certified_record_certificate_id_foreign" foreign key ("certificate_id") references "service_certificate" ("id");`,
    );
    this.addSql(
      `alter table "certified_record" add constraint "certified_record_record_id_foreign" foreign key ("record_id") references "service_record" ("id");`,
    );
    this
      .addSql(`create or replace function "certified_record_certified_record_approved_fn"() returns trigger as \$\$ begin if not exists (select 1 from service_record r join service_certificate c on c.id = new.certificate_id
      where r.id = new.record_id and r.status = 'APPROVED' and r.person_id = c.person_id and r.district_id = c.district_id) then
      raise exception using errcode = 'check_violation', constraint = 'certified_record_approved', table = tg_table_name, message = 'a certificate rests on approved service of its person';     end if;     return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create trigger "certified_record_approved" AFTER INSERT on "certified_record" for each ROW execute function "certified_record_certified_record_approved_fn"();`,
    );
    this.addSql(
      `create or replace function "certified_record_certified_record_stays_fn"() returns trigger as \$\$ begin raise exception using errcode = 'check_violation', constraint = 'certified_record_stays', table = tg_table_name, message = 'what a certificate rests on does not change'; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "certified_record_stays" BEFORE UPDATE OR DELETE on "certified_record" for each ROW execute function "certified_record_certified_record_stays_fn"();`,
    );

    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_school_class_id_foreign" foreign key ("school_class_id") references "school_class" ("id");`,
    );
    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );
    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_decided_by_id_foreign" foreign key ("decided_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_shift_id_foreign" foreign key ("shift_id") references "shift" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_declined" check (reason is not null or status in ('PROPOSED', 'ACCEPTED', 'SCHEDULED', 'WITHDRAWN'));`,
    );
    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_decided" check (status in ('PROPOSED', 'WITHDRAWN') or (decided_by_id is not null and decided_at is not null));`,
    );
    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_scheduled" check (case status when 'SCHEDULED' then shift_id is not null when 'CANCELLED' then true else shift_id is null end);`,
    );
    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_minutes" check (duration_minutes >= 10 and duration_minutes <= 240);`,
    );
    this.addSql(
      `alter table "parent_lecture" add constraint "parent_lecture_status_check" check ("status" in ('PROPOSED', 'ACCEPTED', 'SCHEDULED', 'DECLINED', 'WITHDRAWN', 'CANCELLED'));`,
    );

    this.addSql(
      `alter table "attendance" add constraint "attendance_signup_id_foreign" foreign key ("signup_id") references "signup" ("id");`,
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_shift_id_foreign" foreign key ("shift_id") references "shift" ("id");`,
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_recorded_by_id_foreign" foreign key ("recorded_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_methods" check ((checked_in_at is null) = (checked_in_by is null) and (checked_out_at is null) = (checked_out_by is null));`,
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_no_show" check ((checked_in_at is null) = (no_show_at is not null));`,
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_times" check (checked_out_at is null or (checked_in_at is not null and checked_out_at >= checked_in_at));`,
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_checked_in_by_check" check ("checked_in_by" in ('QR', 'LIST'));`,
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_checked_out_by_check" check ("checked_out_by" in ('QR', 'LIST'));`,
    );

    this.addSql(
      `alter table "volunteering_policy" add constraint "volunteering_policy_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "volunteering_policy" add constraint "volunteering_policy_check_in" check (check_in_early_minutes >= 0 and check_in_early_minutes <= 240 and report_within_hours >= 1 and report_within_hours <= 720);`,
    );
    this.addSql(
      `alter table "volunteering_policy" add constraint "volunteering_policy_no_shows" check (no_show_limit >= 1 and no_show_limit <= 100 and no_show_window_days >= 1 and no_show_window_days <= 1000 and suspension_days >= 1 and suspension_days <= 1000);`,
    );
    this.addSql(
      `alter table "volunteering_policy" add constraint "volunteering_policy_offer" check (offer_minutes >= 1 and offer_minutes <= 10080);`,
    );

    this.addSql(
      `alter table "volunteer_qualification" add constraint "volunteer_qualification_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_qualification" add constraint "volunteer_qualification_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_qualification" add constraint "volunteer_qualification_granted_by_id_foreign" foreign key ("granted_by_id") references "staff" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_qualification" add constraint "volunteer_qualification_revoked_by_id_foreign" foreign key ("revoked_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "volunteer_qualification" add constraint "volunteer_qualification_no_overlap" exclude using gist (person_id with =, district_id with =, name with =, daterange(valid_from, valid_to, '[]') with &&) where (revoked_at is null);`,
    );
    this.addSql(
      `alter table "volunteer_qualification" add constraint "volunteer_qualification_revoked" check ((revoked_at is null) = (revoke_reason is null) and (revoked_at is null) = (revoked_by_id is null));`,
    );
    this.addSql(
      `alter table "volunteer_qualification" add constraint "volunteer_qualification_dates" check (valid_to is null or valid_from <= valid_to);`,
    );

    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_decided_by_id_foreign" foreign key ("decided_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_lifted_by_id_foreign" foreign key ("lifted_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_no_overlap" exclude using gist (person_id with =, coalesce(school_id, district_id) with =, cause with =, tstzrange(starts_at, ends_at) with &&) where (lifted_at is null);`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_by_rule" check (cause <> 'NO_SHOWS' or school_id is null);`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_decided" check ((cause = 'DECISION') = (decided_by_id is not null));`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_lifted" check ((lifted_at is null) = (lift_reason is null) and (lifted_at is null) = (lifted_by_id is null) and (lifted_at is null or (lifted_at >= starts_at and lifted_at < ends_at)));`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_times" check (starts_at < ends_at);`,
    );
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_cause_check" check ("cause" in ('NO_SHOWS', 'DECISION'));`,
    );

    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_role_id_foreign" foreign key ("role_id") references "shift_role" ("id");`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_shift_id_foreign" foreign key ("shift_id") references "shift" ("id");`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_household_id_foreign" foreign key ("household_id") references "household" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_stand_in_id_foreign" foreign key ("stand_in_id") references "stand_in" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_signup_id_foreign" foreign key ("signup_id") references "signup" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_taken" check ((status = 'TAKEN') = (signup_id is not null));`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_ended" check ((status in ('WAITING', 'OFFERED')) = (ended_at is null));`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_offer_times" check (offered_at < offer_expires_at);`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_offer" check (status <> 'OFFERED' or (offered_at is not null and offer_expires_at is not null));`,
    );
    this.addSql(
      `alter table "waitlist_entry" add constraint "waitlist_entry_status_check" check ("status" in ('WAITING', 'OFFERED', 'TAKEN', 'LEFT', 'DECLINED', 'EXPIRED', 'CLOSED'));`,
    );

    this.addSql(
      `alter table "waitlist_skip" add constraint "waitlist_skip_entry_id_foreign" foreign key ("entry_id") references "waitlist_entry" ("id");`,
    );
    this.addSql(
      `alter table "waitlist_skip" add constraint "waitlist_skip_reason_check" check ("reason" in ('ALREADY_SIGNED_UP', 'NOT_ELIGIBLE', 'SUSPENDED', 'NOT_QUALIFIED', 'OVERLAP'));`,
    );

    this.addSql(
      `alter table "wechat_identity" add constraint "wechat_identity_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "certified_record" drop constraint "certified_record_certificate_id_foreign";`);
    this.addSql(`alter table "shift_series" drop constraint "shift_series_continues_id_foreign";`);
    this.addSql(`alter table "shift" drop constraint "shift_series_id_foreign";`);
    this.addSql(`alter table "waitlist_entry" drop constraint "waitlist_entry_stand_in_id_foreign";`);
    this.addSql(`alter table "certified_record" drop constraint "certified_record_record_id_foreign";`);
    this.addSql(`alter table "waitlist_skip" drop constraint "waitlist_skip_entry_id_foreign";`);

    this.addSql(
      `create table "volunteer_record" ("created_at" timestamptz(3) not null default now(), "id" uuid not null, "person_id" uuid not null, "qualifications" text[] not null default '{}', "suspended_until" timestamptz(3) null, "suspension_reason" text null, primary key ("id"));`,
    );
    this.addSql(`alter table "volunteer_record" add constraint "volunteer_record_person_unique" unique ("person_id");`);

    this.addSql(`drop table if exists "notice" cascade;`);
    this.addSql(`drop table if exists "binding_miss" cascade;`);
    this.addSql(`drop table if exists "calendar_day" cascade;`);
    this.addSql(`drop trigger if exists "service_certificate_stays" on "service_certificate";`);
    this.addSql(`drop function if exists "service_certificate_service_certificate_stays_fn"();`);
    this.addSql(`drop table if exists "service_certificate" cascade;`);
    this.addSql(`drop table if exists "service_token" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
    this.addSql(`drop table if exists "staff_identity" cascade;`);
    this.addSql(`drop table if exists "binding_code" cascade;`);
    this.addSql(`drop table if exists "shift_series" cascade;`);
    this.addSql(`drop table if exists "stand_in" cascade;`);
    this.addSql(`drop table if exists "attendance_report" cascade;`);
    this.addSql(`drop trigger if exists "service_record_certified" on "service_record";`);
    this.addSql(`drop function if exists "service_record_service_record_certified_fn"();`);
    this.addSql(`drop table if exists "service_record" cascade;`);
    this.addSql(`drop trigger if exists "certified_record_approved" on "certified_record";`);
    this.addSql(`drop function if exists "certified_record_certified_record_approved_fn"();`);
    this.addSql(`drop trigger if exists "certified_record_stays" on "certified_record";`);
    this.addSql(`drop function if exists "certified_record_certified_record_stays_fn"();`);
    this.addSql(`drop table if exists "certified_record" cascade;`);
    this.addSql(`drop table if exists "parent_lecture" cascade;`);
    this.addSql(`drop table if exists "attendance" cascade;`);
    this.addSql(`drop table if exists "volunteering_policy" cascade;`);
    this.addSql(`drop table if exists "volunteer_qualification" cascade;`);
    this.addSql(`drop table if exists "volunteer_suspension" cascade;`);
    this.addSql(`drop table if exists "waitlist_entry" cascade;`);
    this.addSql(`drop table if exists "waitlist_skip" cascade;`);
    this.addSql(`drop table if exists "wechat_identity" cascade;`);

    this.addSql(`alter table "guardianship" drop constraint "guardianship_decided_by_id_foreign";`);

    this.addSql(`alter table "signup" drop constraint "signup_decided_by_id_foreign";`);
    this.addSql(`alter table "signup" drop constraint "signup_stands_in_for_id_foreign";`);

    this.addSql(`alter table "staff_assignment" drop constraint "staff_assignment_assigned_by_id_foreign";`);
    this.addSql(`alter table "staff_assignment" drop constraint "staff_assignment_ended_by_id_foreign";`);

    this.addSql(`alter table "audit_record" drop constraint "audit_record_one_actor";`);
    this.addSql(`alter table "audit_record" drop column "service_token";`);

    this.addSql(`alter table "engagement" drop constraint "engagement_kind_check";`);
    this.addSql(
      `alter table "engagement" add constraint "engagement_kind_check" check ("kind" in ('SHIFT_SIGNUP', 'MEETING_ATTENDANCE', 'MEETING_ROOM', 'SLOT_BOOKING'));`,
    );

    this.addSql(`drop index "guardianship_one_current";`);
    this.addSql(`alter table "guardianship" drop constraint "guardianship_reason";`);
    this.addSql(`alter table "guardianship" drop constraint "guardianship_status_check";`);
    this.addSql(
      `alter table "guardianship" drop column "lives_apart", drop column "decided_by_id", drop column "decided_at", drop column "decision_reason";`,
    );
    this.addSql(
      `create unique index "guardianship_one_current" on "guardianship" ("guardian_id", "student_id") where "status" != 'ENDED';`,
    );
    this.addSql(
      `alter table "guardianship" add constraint "guardianship_status_check" check ("status" in ('PENDING', 'ACTIVE', 'ENDED', 'BLOCKED'));`,
    );

    this.addSql(`drop index "idempotent_call_time_index";`);

    this.addSql(`drop index "shift_series_index";`);
    this.addSql(`drop index "shift_series_date_unique";`);
    this.addSql(`alter table "shift" drop constraint "shift_of_series";`);
    this.addSql(
      `alter table "shift" drop column "series_id", drop column "series_date", drop column "detached", drop column "revision";`,
    );

    this.addSql(`alter table "shift_role" drop column "last_sequence";`);

    this.addSql(`drop index "signup_reconfirm_index";`);
    this.addSql(`alter table "signup" drop constraint "signup_reconfirm";`);
    this.addSql(`alter table "signup" drop constraint "signup_cancel_request";`);
    this.addSql(
      `alter table "signup" drop column "risk_accepted_at", drop column "reconfirm_until", drop column "cancel_requested_at", drop column "cancel_request_reason", drop column "cancel_request_answer", drop column "decided_by_id", drop column "decided_at", drop column "stands_in_for_id";`,
    );

    this.addSql(`alter table "staff_assignment" drop constraint "staff_assignment_once";`);
    this.addSql(
      `alter table "staff_assignment" drop column "assigned_by_id", drop column "ended_at", drop column "ended_by_id";`,
    );

    this.addSql(`alter table "volunteer_activity" drop constraint "volunteer_activity_waitlist_priority_check";`);
    this.addSql(`alter table "volunteer_activity" drop column "waitlist_priority", drop column "revision";`);

    this.addSql(
      `alter table "volunteer_record" add constraint "volunteer_record_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_record" add constraint "volunteer_record_suspension" check ((suspended_until is null) = (suspension_reason is null));`,
    );
  }
}
