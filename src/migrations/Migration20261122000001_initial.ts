import { Migration } from '@mikro-orm/migrations';

export class Migration20261122000001_initial extends Migration {
  override name = 'Migration20261122000001_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "audience" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "name" text not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "audit_record" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "account" uuid null, "mutation" text not null, "outcome" text not null, "code" text null, "subjects" jsonb not null, primary key ("id"));`,
    );
    this.addSql(`create index "audit_record_time_index" on "audit_record" ("created_at");`);
    this.addSql(`create index "audit_record_account_index" on "audit_record" ("account", "created_at");`);

    this.addSql(
      `create table "district" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "code" text not null, "name" text not null, primary key ("id"));`,
    );
    this.addSql(`alter table "district" add constraint "district_code_unique" unique ("code");`);

    this.addSql(
      `create table "grade" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "number" smallint not null, "name" text not null, "stage" text not null, primary key ("id"));`,
    );
    this.addSql(`alter table "grade" add constraint "grade_number_unique" unique ("number");`);

    this.addSql(
      `create table "household" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "name" text collate "zh-x-icu" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "idempotent_call" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "account" uuid not null, "mutation" text not null, "key" text not null, "input_hash" text not null, "result" jsonb null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "idempotent_call" add constraint "idempotent_call_unique" unique ("account", "mutation", "key");`,
    );

    this.addSql(
      `create table "person" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "name" text collate "zh-x-icu" not null, "phone" text null, primary key ("id"));`,
    );

    this.addSql(
      `create table "guardian" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`alter table "guardian" add constraint "guardian_person_unique" unique ("person_id");`);

    this.addSql(
      `create table "household_guardian" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "household_id" uuid not null, "guardian_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "household_guardian_guardian_index" on "household_guardian" ("guardian_id", "household_id");`,
    );
    this.addSql(
      `alter table "household_guardian" add constraint "household_guardian_unique" unique ("household_id", "guardian_id");`,
    );

    this.addSql(
      `create table "account" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid not null, "name" text not null, "status" text not null default 'ACTIVE', primary key ("id"));`,
    );
    this.addSql(`alter table "account" add constraint "account_person_unique" unique ("person_id");`);
    this.addSql(`alter table "account" add constraint "account_name_unique" unique ("name");`);

    this.addSql(
      `create table "school" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "district_id" uuid not null, "code" text not null, "name" text collate "zh-x-icu" not null, "stages" text[] not null, primary key ("id"));`,
    );
    this.addSql(`alter table "school" add constraint "school_code_unique" unique ("code");`);
    this.addSql(`create index "school_district_index" on "school" ("district_id", "code");`);
    this.addSql(`create index "school_name_index" on "school" ("name", "id");`);

    this.addSql(
      `create table "room" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "school_id" uuid not null, "name" text not null, "capacity" int not null, primary key ("id"));`,
    );
    this.addSql(`alter table "room" add constraint "room_name_unique" unique ("school_id", "name");`);

    this.addSql(
      `create table "engagement" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid null, "room_id" uuid null, "subject" uuid generated always as (coalesce(person_id, room_id)) stored not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "during" tstzrange generated always as (tstzrange(starts_at, ends_at, '[)')) stored not null, "kind" text not null, "source_id" uuid not null, "title" text not null, "status" text not null default 'ACTIVE', "ended_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "engagement_room_index" on "engagement" ("room_id", "starts_at", "id");`);
    this.addSql(`create index "engagement_person_index" on "engagement" ("person_id", "starts_at", "id");`);
    this.addSql(
      `create unique index "engagement_source_unique" on "engagement" ("source_id", "kind", "subject") where "status" = 'ACTIVE';`,
    );

    this.addSql(
      `create table "school_year" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "district_id" uuid not null, "name" text not null, "starts_on" date not null, "ends_on" date not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "school_year" add constraint "school_year_starts_unique" unique ("district_id", "starts_on");`,
    );

    this.addSql(
      `create table "school_class" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "school_id" uuid not null, "school_year_id" uuid not null, "grade_id" uuid not null, "number" smallint not null, "name" text not null, "promoted_from_id" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "school_class_school_year_index" on "school_class" ("school_year_id");`);
    this.addSql(`create index "school_class_grade_index" on "school_class" ("grade_id");`);
    this.addSql(`create index "school_class_promoted_from_index" on "school_class" ("promoted_from_id");`);
    this.addSql(`create index "school_class_number_index" on "school_class" ("number", "id");`);
    this.addSql(
      `alter table "school_class" add constraint "school_class_number_unique" unique ("school_id", "school_year_id", "grade_id", "number");`,
    );

    this
      .addSql(`create table "audience_target" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "audience_id" uuid not null, "district_id" uuid not null, "stage" text null, "school_id" uuid null, "grade_id" uuid null, "school_class_id" uuid null, "key" text generated always as (case
      when school_class_id is not null then 'class:' || school_class_id::text
      else coalesce('school:' || school_id::text, 'district:' || district_id::text)
        || coalesce(':grade:' || grade_id::text, '') || coalesce(':stage:' || stage, '')
    end) stored not null, primary key ("id"));`);
    this.addSql(`create index "audience_target_key_index" on "audience_target" ("key", "audience_id");`);
    this.addSql(`alter table "audience_target" add constraint "audience_target_unique" unique ("audience_id", "key");`);

    this.addSql(
      `create table "staff" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid not null, "staff_number" text not null, primary key ("id"));`,
    );
    this.addSql(`alter table "staff" add constraint "staff_person_unique" unique ("person_id");`);
    this.addSql(`alter table "staff" add constraint "staff_number_unique" unique ("staff_number");`);

    this.addSql(
      `create table "policy_lecture" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "district_id" uuid not null, "school_id" uuid null, "title" text collate "zh-x-icu" not null, "summary" text not null, "lecturer_name" text not null, "duration_minutes" smallint not null, "recorded_on" date null, "media_url" text null, "status" text not null, "published_at" timestamptz(3) null, "listed_at" timestamptz(3) generated always as (coalesce(published_at, created_at)) stored not null, "is_public" boolean not null, "audience_id" uuid not null, "created_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "policy_lecture_audience_index" on "policy_lecture" ("audience_id");`);
    this.addSql(`create index "policy_lecture_created_by_index" on "policy_lecture" ("created_by_id");`);
    this.addSql(`create index "policy_lecture_school_index" on "policy_lecture" ("school_id", "listed_at");`);
    this.addSql(`create index "policy_lecture_district_index" on "policy_lecture" ("district_id", "listed_at");`);
    this.addSql(`create index "policy_lecture_title_index" on "policy_lecture" ("title", "id");`);
    this.addSql(`create index "policy_lecture_published_at_index" on "policy_lecture" ("published_at");`);
    this.addSql(`create index "policy_lecture_status_index" on "policy_lecture" ("status", "listed_at");`);
    this.addSql(`create index "policy_lecture_listed_at_index" on "policy_lecture" ("listed_at", "id");`);

    this.addSql(
      `create table "policy_document" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "title" text collate "zh-x-icu" not null, "document_number" text null, "issuer" text not null, "issued_on" date not null, "level" text not null, "district_id" uuid null, "school_id" uuid null, "is_public" boolean not null, "audience_id" uuid null, "created_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "policy_document" add constraint "policy_document_number_unique" unique ("document_number");`,
    );
    this.addSql(`create index "policy_document_audience_index" on "policy_document" ("audience_id");`);
    this.addSql(`create index "policy_document_created_by_index" on "policy_document" ("created_by_id");`);
    this.addSql(`create index "policy_document_school_index" on "policy_document" ("school_id", "issued_on");`);
    this.addSql(`create index "policy_document_district_index" on "policy_document" ("district_id", "issued_on");`);
    this.addSql(`create index "policy_document_issuer_index" on "policy_document" ("issuer", "issued_on");`);
    this.addSql(`create index "policy_document_level_index" on "policy_document" ("level", "issued_on");`);
    this.addSql(`create index "policy_document_title_index" on "policy_document" ("title", "id");`);
    this.addSql(`create index "policy_document_issued_on_index" on "policy_document" ("issued_on", "id");`);

    this.addSql(
      `create table "policy_edition" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "document_id" uuid not null, "number" smallint not null, "title" text not null, "status" text not null, "published_at" timestamptz(3) null, "effective_from" date not null, "effective_to" date null, "ending" text null, primary key ("id"));`,
    );
    this.addSql(`create index "policy_edition_status_index" on "policy_edition" ("status", "effective_from");`);
    this.addSql(`create index "policy_edition_effective_from_index" on "policy_edition" ("effective_from", "id");`);
    this.addSql(
      `alter table "policy_edition" add constraint "policy_edition_number_unique" unique ("document_id", "number");`,
    );

    this.addSql(
      `create table "segment" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "edition_id" uuid not null, "ordinal" int not null, "heading" text null, "text" text not null, primary key ("id"));`,
    );
    this.addSql(
      `create index segment_pairs_index on segment using gin ((string_to_array(regexp_replace(lower((coalesce(heading || ' ', '') || text) collate "C"), '..', '\\&' || chr(31), 'g'), chr(31)) || string_to_array(regexp_replace(substr(lower((coalesce(heading || ' ', '') || text) collate "C"), 2), '..', '\\&' || chr(31), 'g'), chr(31))));`,
    );
    this.addSql(`create index segment_newest_index on segment (edition_id desc, ordinal, id);`);
    this.addSql(`alter table "segment" add constraint "segment_ordinal_unique" unique ("edition_id", "ordinal");`);

    this.addSql(
      `create table "lecture_citation" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "lecture_id" uuid not null, "edition_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "lecture_citation_edition_index" on "lecture_citation" ("edition_id", "lecture_id");`);
    this.addSql(
      `alter table "lecture_citation" add constraint "lecture_citation_unique" unique ("lecture_id", "edition_id");`,
    );

    this.addSql(
      `create table "meeting" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "school_id" uuid not null, "kind" text not null, "scope" text not null, "title" text not null, "summary" text null, "organiser_id" uuid not null, "room_id" uuid null, "place" text not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "reply_by" timestamptz(3) null, "capacity" int null, "status" text not null default 'DRAFT', "published_at" timestamptz(3) null, "cancelled_at" timestamptz(3) null, "cancel_reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "meeting_organiser_index" on "meeting" ("organiser_id", "starts_at", "id");`);
    this.addSql(`create index "meeting_room_index" on "meeting" ("room_id", "starts_at", "id");`);
    this.addSql(`create index "meeting_status_index" on "meeting" ("status", "starts_at", "id");`);
    this.addSql(`create index "meeting_scope_index" on "meeting" ("scope", "starts_at", "id");`);
    this.addSql(`create index "meeting_kind_index" on "meeting" ("kind", "starts_at", "id");`);
    this.addSql(`create index "meeting_school_index" on "meeting" ("school_id", "starts_at", "id");`);
    this.addSql(`create index "meeting_starts_index" on "meeting" ("starts_at", "id");`);

    this.addSql(
      `create table "meeting_invitation" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "meeting_id" uuid not null, "household_id" uuid not null, "status" text not null default 'INVITED', "invited_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "meeting_invitation_household_index" on "meeting_invitation" ("household_id", "invited_at", "id");`,
    );
    this.addSql(
      `create index "meeting_invitation_meeting_index" on "meeting_invitation" ("meeting_id", "invited_at", "id");`,
    );
    this.addSql(
      `alter table "meeting_invitation" add constraint "meeting_invitation_household_unique" unique ("meeting_id", "household_id");`,
    );

    this.addSql(
      `create table "meeting_reply" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "invitation_id" uuid not null, "meeting_id" uuid not null, "household_id" uuid not null, "guardian_id" uuid not null, "answer" text not null, "attendee_count" smallint not null, "note" text null, "replied_at" timestamptz(3) not null, "superseded_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "meeting_reply_guardian_index" on "meeting_reply" ("guardian_id", "replied_at", "id");`);
    this.addSql(
      `create index "meeting_reply_invitation_index" on "meeting_reply" ("invitation_id", "replied_at", "id");`,
    );
    this.addSql(`create index "meeting_reply_meeting_index" on "meeting_reply" ("meeting_id", "replied_at", "id");`);
    this.addSql(
      `create unique index "meeting_reply_one_current" on "meeting_reply" ("household_id", "meeting_id") where superseded_at is null;`,
    );

    this.addSql(
      `create table "meeting_reply_guardian" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "reply_id" uuid not null, "guardian_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "meeting_reply_guardian_guardian_index" on "meeting_reply_guardian" ("guardian_id", "reply_id");`,
    );
    this.addSql(
      `alter table "meeting_reply_guardian" add constraint "meeting_reply_guardian_unique" unique ("reply_id", "guardian_id");`,
    );

    this.addSql(
      `create table "meeting_class" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "meeting_id" uuid not null, "school_class_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "meeting_class_class_index" on "meeting_class" ("school_class_id", "meeting_id");`);
    this.addSql(
      `alter table "meeting_class" add constraint "meeting_class_unique" unique ("meeting_id", "school_class_id");`,
    );

    this.addSql(
      `create table "meeting_citation" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "meeting_id" uuid not null, "edition_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "meeting_citation_edition_index" on "meeting_citation" ("edition_id", "meeting_id");`);
    this.addSql(
      `alter table "meeting_citation" add constraint "meeting_citation_unique" unique ("meeting_id", "edition_id");`,
    );

    this.addSql(
      `create table "agenda_item" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "meeting_id" uuid not null, "ordinal" smallint not null, "title" text not null, "duration_minutes" smallint not null, "speaker" text null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "agenda_item" add constraint "agenda_item_ordinal_unique" unique ("meeting_id", "ordinal");`,
    );

    this.addSql(
      `create table "lecturer" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "name" text collate "zh-x-icu" not null, "title" text null, "organisation" text null, "biography" text null, "staff_id" uuid null, primary key ("id"));`,
    );
    this.addSql(`alter table "lecturer" add constraint "lecturer_staff_unique" unique ("staff_id");`);
    this.addSql(`create index "lecturer_name_index" on "lecturer" ("name", "id");`);

    this.addSql(
      `create table "course" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "district_id" uuid not null, "school_id" uuid null, "title" text collate "zh-x-icu" not null, "published_at" timestamptz(3) null, "listed_at" timestamptz(3) generated always as (coalesce(published_at, created_at)) stored not null, "is_public" boolean not null, "audience_id" uuid not null, "created_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "course_audience_index" on "course" ("audience_id");`);
    this.addSql(`create index "course_created_by_index" on "course" ("created_by_id");`);
    this.addSql(`create index "course_school_index" on "course" ("school_id", "listed_at");`);
    this.addSql(`create index "course_district_index" on "course" ("district_id", "listed_at");`);
    this.addSql(`create index "course_title_index" on "course" ("title", "id");`);
    this.addSql(`create index "course_published_at_index" on "course" ("published_at");`);
    this.addSql(`create index "course_listed_at_index" on "course" ("listed_at", "id");`);

    this.addSql(
      `create table "course_edition" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "course_id" uuid not null, "number" smallint not null, "status" text not null, "title" text not null, "summary" text not null, "credit_minutes" smallint not null, "published_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "course_edition_created_at_index" on "course_edition" ("created_at", "id");`);
    this.addSql(`create index "course_edition_status_index" on "course_edition" ("status", "created_at");`);
    this.addSql(
      `create unique index "course_edition_one_published" on "course_edition" ("course_id") where "status" = 'PUBLISHED';`,
    );
    this.addSql(
      `alter table "course_edition" add constraint "course_edition_number_unique" unique ("course_id", "number");`,
    );

    this.addSql(
      `create table "course_citation" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "course_edition_id" uuid not null, "policy_edition_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "course_citation_policy_index" on "course_citation" ("policy_edition_id", "course_edition_id");`,
    );
    this.addSql(
      `alter table "course_citation" add constraint "course_citation_unique" unique ("course_edition_id", "policy_edition_id");`,
    );

    this.addSql(
      `create table "chapter" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "edition_id" uuid not null, "ordinal" smallint not null, "title" text not null, primary key ("id"));`,
    );
    this.addSql(`alter table "chapter" add constraint "chapter_ordinal_unique" unique ("edition_id", "ordinal");`);

    this.addSql(
      `create table "lesson" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "edition_id" uuid not null, "chapter_id" uuid not null, "ordinal" smallint not null, "title" text not null, "duration_seconds" int not null, "media_url" text null, "lecturer_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "lesson_lecturer_index" on "lesson" ("lecturer_id", "edition_id");`);
    this.addSql(`create index "lesson_chapter_index" on "lesson" ("chapter_id", "ordinal");`);
    this.addSql(`alter table "lesson" add constraint "lesson_ordinal_unique" unique ("edition_id", "ordinal");`);

    this.addSql(
      `create table "staff_assignment" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "staff_id" uuid not null, "role" text not null, "district_id" uuid not null, "school_id" uuid null, "grade_id" uuid null, "school_class_id" uuid null, "subject" text null, "valid_from" date not null, "valid_to" date null, primary key ("id"));`,
    );
    this.addSql(`create index "staff_assignment_school_index" on "staff_assignment" ("school_id", "role");`);
    this.addSql(`create index "staff_assignment_class_index" on "staff_assignment" ("school_class_id", "role");`);
    this.addSql(`create index "staff_assignment_staff_index" on "staff_assignment" ("staff_id", "role");`);

    this.addSql(
      `create table "student" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "name" text collate "zh-x-icu" not null, "student_number" text not null, "school_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`alter table "student" add constraint "student_number_unique" unique ("student_number");`);
    this.addSql(`create index "student_school_index" on "student" ("school_id");`);
    this.addSql(`create index "student_name_index" on "student" ("name", "id");`);

    this.addSql(
      `create table "household_student" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "household_id" uuid not null, "student_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "household_student_student_index" on "household_student" ("student_id", "household_id");`,
    );
    this.addSql(
      `alter table "household_student" add constraint "household_student_unique" unique ("household_id", "student_id");`,
    );

    this.addSql(
      `create table "guardianship" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "guardian_id" uuid not null, "student_id" uuid not null, "relation" text not null, "legal" boolean not null, "primary_contact" boolean not null, "data_access" boolean not null, "valid_from" date not null, "valid_to" date null, "status" text not null, primary key ("id"));`,
    );
    this.addSql(`create index "guardianship_student_index" on "guardianship" ("student_id", "guardian_id");`);
    this.addSql(`create index "guardianship_guardian_index" on "guardianship" ("guardian_id", "student_id");`);
    this.addSql(
      `create unique index "guardianship_one_current" on "guardianship" ("guardian_id", "student_id") where "status" != 'ENDED';`,
    );

    this.addSql(
      `create table "class_membership" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "student_id" uuid not null, "school_class_id" uuid not null, "school_year_id" uuid not null, "status" text not null, "joined_on" date not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "class_membership_student_index" on "class_membership" ("student_id", "school_class_id");`,
    );
    this.addSql(`create index "class_membership_class_index" on "class_membership" ("school_class_id", "student_id");`);
    this.addSql(
      `create unique index "class_membership_one_active" on "class_membership" ("student_id", "school_year_id") where "status" = 'ACTIVE';`,
    );

    this.addSql(
      `create table "term" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "school_year_id" uuid not null, "number" smallint not null, "starts_on" date not null, "ends_on" date not null, primary key ("id"));`,
    );
    this.addSql(`alter table "term" add constraint "term_number_unique" unique ("school_year_id", "number");`);

    this.addSql(
      `create table "topic" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "code" text not null, "name" text not null, primary key ("id"));`,
    );
    this.addSql(`alter table "topic" add constraint "topic_code_unique" unique ("code");`);
    this.addSql(`alter table "topic" add constraint "topic_name_unique" unique ("name");`);

    this.addSql(
      `create table "policy_document_topic" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "document_id" uuid not null, "topic_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "policy_document_topic_topic_index" on "policy_document_topic" ("topic_id", "document_id");`,
    );
    this.addSql(
      `alter table "policy_document_topic" add constraint "policy_document_topic_unique" unique ("document_id", "topic_id");`,
    );

    this.addSql(
      `create table "meeting_topic" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "meeting_id" uuid not null, "topic_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "meeting_topic_topic_index" on "meeting_topic" ("topic_id", "meeting_id");`);
    this.addSql(`alter table "meeting_topic" add constraint "meeting_topic_unique" unique ("meeting_id", "topic_id");`);

    this.addSql(
      `create table "lecture_topic" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "lecture_id" uuid not null, "topic_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "lecture_topic_topic_index" on "lecture_topic" ("topic_id", "lecture_id");`);
    this.addSql(`alter table "lecture_topic" add constraint "lecture_topic_unique" unique ("lecture_id", "topic_id");`);

    this.addSql(
      `create table "course_topic" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "course_id" uuid not null, "topic_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "course_topic_topic_index" on "course_topic" ("topic_id", "course_id");`);
    this.addSql(`alter table "course_topic" add constraint "course_topic_unique" unique ("course_id", "topic_id");`);

    this.addSql(
      `create table "volunteer_activity" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "district_id" uuid not null, "school_id" uuid null, "kind" text not null, "title" text not null, "purpose" text not null, "risk_notice" text not null, "contact_name" text not null, "contact_phone" text null, "audience_id" uuid not null, "organiser_id" uuid not null, "status" text not null default 'DRAFT', "published_at" timestamptz(3) null, "cancelled_at" timestamptz(3) null, "cancel_reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "volunteer_activity_audience_index" on "volunteer_activity" ("audience_id");`);
    this.addSql(
      `create index "volunteer_activity_organiser_index" on "volunteer_activity" ("organiser_id", "created_at", "id");`,
    );
    this.addSql(
      `create index "volunteer_activity_status_index" on "volunteer_activity" ("status", "created_at", "id");`,
    );
    this.addSql(`create index "volunteer_activity_kind_index" on "volunteer_activity" ("kind", "created_at", "id");`);
    this.addSql(
      `create index "volunteer_activity_school_index" on "volunteer_activity" ("school_id", "created_at", "id");`,
    );
    this.addSql(
      `create index "volunteer_activity_district_index" on "volunteer_activity" ("district_id", "created_at", "id");`,
    );
    this.addSql(`create index "volunteer_activity_created_index" on "volunteer_activity" ("created_at", "id");`);

    this.addSql(
      `create table "shift" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "activity_id" uuid not null, "district_id" uuid not null, "school_id" uuid null, "place" text not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "signup_opens_at" timestamptz(3) not null, "signup_closes_at" timestamptz(3) not null, "cancel_until" timestamptz(3) not null, "status" text not null default 'DRAFT', "published_at" timestamptz(3) null, "cancelled_at" timestamptz(3) null, "cancel_reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "shift_status_index" on "shift" ("status", "starts_at", "id");`);
    this.addSql(`create index "shift_district_index" on "shift" ("district_id", "starts_at", "id");`);
    this.addSql(`create index "shift_school_index" on "shift" ("school_id", "starts_at", "id");`);
    this.addSql(`create index "shift_activity_index" on "shift" ("activity_id", "starts_at", "id");`);
    this.addSql(`create index "shift_starts_index" on "shift" ("starts_at", "id");`);

    this.addSql(
      `create table "shift_role" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "shift_id" uuid not null, "ordinal" smallint not null, "name" text not null, "description" text null, "capacity" int not null, "minimum" int not null default 0, "approval_required" boolean not null default false, "qualification" text null, "places_taken" int not null default 0, primary key ("id"));`,
    );
    this.addSql(`alter table "shift_role" add constraint "shift_role_ordinal_unique" unique ("shift_id", "ordinal");`);

    this.addSql(
      `create table "signup" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "role_id" uuid not null, "shift_id" uuid not null, "guardian_id" uuid not null, "person_id" uuid not null, "household_id" uuid null, "status" text not null, "signed_up_at" timestamptz(3) not null, "cancelled_at" timestamptz(3) null, "cancel_reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "signup_household_index" on "signup" ("household_id");`);
    this.addSql(`create index "signup_guardian_index" on "signup" ("guardian_id", "signed_up_at", "id");`);
    this.addSql(`create index "signup_shift_index" on "signup" ("shift_id", "signed_up_at", "id");`);
    this.addSql(`create index "signup_role_index" on "signup" ("role_id", "signed_up_at", "id");`);
    this.addSql(
      `create unique index "signup_one_active" on "signup" ("person_id", "shift_id") where status in ('PENDING', 'CONFIRMED');`,
    );

    this.addSql(
      `create table "activity_topic" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "activity_id" uuid not null, "topic_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "activity_topic_topic_index" on "activity_topic" ("topic_id", "activity_id");`);
    this.addSql(
      `alter table "activity_topic" add constraint "activity_topic_unique" unique ("activity_id", "topic_id");`,
    );

    this.addSql(
      `create table "volunteer_record" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "person_id" uuid not null, "qualifications" text[] not null default '{}', "suspended_until" timestamptz(3) null, "suspension_reason" text null, primary key ("id"));`,
    );
    this.addSql(`alter table "volunteer_record" add constraint "volunteer_record_person_unique" unique ("person_id");`);

    this.addSql(
      `alter table "audit_record" add constraint "audit_record_outcome_check" check ("outcome" in ('SUCCEEDED', 'REFUSED'));`,
    );
    this.addSql(
      `create or replace function "audit_record_audit_record_stays_fn"() returns trigger as \$\$ begin raise exception using errcode = 'check_violation', constraint = 'audit_record_stays', table = tg_table_name, message = 'the audit log is only ever added to'; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "audit_record_stays" BEFORE UPDATE OR DELETE on "audit_record" for each ROW execute function "audit_record_audit_record_stays_fn"();`,
    );

    this.addSql(`alter table "grade" add constraint "grade_number_range" check (number >= 1 and number <= 9);`);
    this.addSql(
      `alter table "grade" add constraint "grade_stage_check" check ("stage" in ('PRIMARY', 'JUNIOR_MIDDLE'));`,
    );

    this.addSql(`alter table "person" add constraint "person_phone_shape" check (phone ~ '^[0-9]{11}\$');`);

    this.addSql(
      `alter table "guardian" add constraint "guardian_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );

    this.addSql(
      `alter table "household_guardian" add constraint "household_guardian_household_id_foreign" foreign key ("household_id") references "household" ("id");`,
    );
    this.addSql(
      `alter table "household_guardian" add constraint "household_guardian_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );

    this.addSql(
      `alter table "account" add constraint "account_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "account" add constraint "account_status_check" check ("status" in ('ACTIVE', 'DISABLED'));`,
    );

    this.addSql(
      `alter table "school" add constraint "school_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(`alter table "school" add constraint "school_code_shape" check (code ~ '^[0-9]{10}\$');`);
    this.addSql(
      `alter table "school" add constraint "school_stages_check" check ("stages" <@ array['PRIMARY'::text, 'JUNIOR_MIDDLE'::text]);`,
    );

    this.addSql(
      `alter table "room" add constraint "room_school_id_foreign" foreign key ("school_id") references "school" ("id");`,
    );
    this.addSql(`alter table "room" add constraint "room_capacity_positive" check (capacity > 0);`);

    this.addSql(
      `alter table "engagement" add constraint "engagement_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "engagement" add constraint "engagement_room_id_foreign" foreign key ("room_id") references "room" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "engagement" add constraint "engagement_no_overlap" exclude using gist (subject with =, during with &&) where (status = 'ACTIVE');`,
    );
    this.addSql(
      `alter table "engagement" add constraint "engagement_ended" check ((status = 'ENDED') = (ended_at is not null));`,
    );
    this.addSql(`alter table "engagement" add constraint "engagement_times" check (starts_at < ends_at);`);
    this.addSql(
      `alter table "engagement" add constraint "engagement_subject" check (num_nonnulls(person_id, room_id) = 1);`,
    );
    this.addSql(
      `alter table "engagement" add constraint "engagement_kind_check" check ("kind" in ('SHIFT_SIGNUP', 'MEETING_ATTENDANCE', 'MEETING_ROOM', 'SLOT_BOOKING'));`,
    );
    this.addSql(
      `alter table "engagement" add constraint "engagement_status_check" check ("status" in ('ACTIVE', 'ENDED'));`,
    );

    this.addSql(
      `alter table "school_year" add constraint "school_year_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "school_year" add constraint "school_year_no_overlap" exclude using gist (district_id with =, daterange(starts_on, ends_on, '[]') with &&);`,
    );
    this.addSql(`alter table "school_year" add constraint "school_year_dates" check (starts_on < ends_on);`);

    this.addSql(
      `alter table "school_class" add constraint "school_class_school_id_foreign" foreign key ("school_id") references "school" ("id");`,
    );
    this.addSql(
      `alter table "school_class" add constraint "school_class_school_year_id_foreign" foreign key ("school_year_id") references "school_year" ("id");`,
    );
    this.addSql(
      `alter table "school_class" add constraint "school_class_grade_id_foreign" foreign key ("grade_id") references "grade" ("id");`,
    );
    this.addSql(
      `alter table "school_class" add constraint "school_class_promoted_from_id_foreign" foreign key ("promoted_from_id") references "school_class" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "school_class" add constraint "school_class_number_range" check (number >= 1 and number <= 60);`,
    );

    this.addSql(
      `alter table "audience_target" add constraint "audience_target_audience_id_foreign" foreign key ("audience_id") references "audience" ("id");`,
    );
    this.addSql(
      `alter table "audience_target" add constraint "audience_target_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "audience_target" add constraint "audience_target_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "audience_target" add constraint "audience_target_grade_id_foreign" foreign key ("grade_id") references "grade" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "audience_target" add constraint "audience_target_school_class_id_foreign" foreign key ("school_class_id") references "school_class" ("id") on delete restrict;`,
    );
    this
      .addSql(`alter table "audience_target" add constraint "audience_target_shape" check ((school_class_id is null or (school_id is null and grade_id is null and stage is null))
    and (grade_id is null or stage is null));`);
    this.addSql(
      `alter table "audience_target" add constraint "audience_target_stage_check" check ("stage" in ('PRIMARY', 'JUNIOR_MIDDLE'));`,
    );

    this.addSql(
      `alter table "staff" add constraint "staff_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );

    this.addSql(
      `alter table "policy_lecture" add constraint "policy_lecture_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "policy_lecture" add constraint "policy_lecture_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "policy_lecture" add constraint "policy_lecture_audience_id_foreign" foreign key ("audience_id") references "audience" ("id");`,
    );
    this.addSql(
      `alter table "policy_lecture" add constraint "policy_lecture_created_by_id_foreign" foreign key ("created_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "policy_lecture" add constraint "policy_lecture_published_at_known" check (status = 'DRAFT' or published_at is not null);`,
    );
    this.addSql(
      `alter table "policy_lecture" add constraint "policy_lecture_media_url_shape" check (media_url ~ '^https://');`,
    );
    this.addSql(
      `alter table "policy_lecture" add constraint "policy_lecture_duration_positive" check (duration_minutes > 0);`,
    );
    this.addSql(
      `alter table "policy_lecture" add constraint "policy_lecture_status_check" check ("status" in ('DRAFT', 'PUBLISHED', 'WITHDRAWN'));`,
    );

    this.addSql(
      `alter table "policy_document" add constraint "policy_document_district_id_foreign" foreign key ("district_id") references "district" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "policy_document" add constraint "policy_document_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "policy_document" add constraint "policy_document_audience_id_foreign" foreign key ("audience_id") references "audience" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "policy_document" add constraint "policy_document_created_by_id_foreign" foreign key ("created_by_id") references "staff" ("id") on delete restrict;`,
    );
    this.addSql(`alter table "policy_document" add constraint "policy_document_level_node" check (case level
    when 'SCHOOL' then district_id is not null and school_id is not null
    when 'DISTRICT' then district_id is not null and school_id is null
    else district_id is null and school_id is null end);`);
    this.addSql(
      `alter table "policy_document" add constraint "policy_document_level_check" check ("level" in ('NATIONAL', 'CITY', 'DISTRICT', 'SCHOOL'));`,
    );

    this.addSql(
      `alter table "policy_edition" add constraint "policy_edition_document_id_foreign" foreign key ("document_id") references "policy_document" ("id");`,
    );
    this.addSql(
      `alter table "policy_edition" add constraint "policy_edition_no_overlap" exclude using gist (document_id with =, daterange(effective_from, effective_to, '[]') with &&) where (status = 'PUBLISHED');`,
    );
    this.addSql(
      `alter table "policy_edition" add constraint "policy_edition_published_at_known" check (status = 'DRAFT' or published_at is not null);`,
    );
    this.addSql(
      `alter table "policy_edition" add constraint "policy_edition_ending_known" check ((effective_to is null) = (ending is null));`,
    );
    this.addSql(
      `alter table "policy_edition" add constraint "policy_edition_dates" check (effective_from <= effective_to);`,
    );
    this.addSql(`alter table "policy_edition" add constraint "policy_edition_number_positive" check (number > 0);`);
    this.addSql(
      `alter table "policy_edition" add constraint "policy_edition_status_check" check ("status" in ('DRAFT', 'PUBLISHED', 'WITHDRAWN'));`,
    );
    this.addSql(
      `alter table "policy_edition" add constraint "policy_edition_ending_check" check ("ending" in ('AMENDED', 'REPEALED', 'EXPIRED'));`,
    );
    this
      .addSql(`create or replace function "policy_edition_policy_edition_stays_fn"() returns trigger as \$\$ begin if old.status <> 'DRAFT' and (tg_op = 'DELETE' or new.status = 'DRAFT' or to_jsonb(new) - array['status', 'effective_to', 'ending'] is distinct from to_jsonb(old) - array['status', 'effective_to', 'ending']) then
      raise exception using errcode = 'check_violation', constraint = 'policy_edition_stays', table = tg_table_name, message = 'a published edition does not change';     end if;     return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create trigger "policy_edition_stays" AFTER UPDATE OR DELETE on "policy_edition" for each ROW execute function "policy_edition_policy_edition_stays_fn"();`,
    );

    this.addSql(
      `alter table "segment" add constraint "segment_edition_id_foreign" foreign key ("edition_id") references "policy_edition" ("id");`,
    );
    this.addSql(`alter table "segment" add constraint "segment_ordinal_positive" check (ordinal > 0);`);
    this
      .addSql(`create or replace function "segment_segment_stays_fn"() returns trigger as \$\$ begin perform 1 from policy_edition e where e.id in (old.edition_id, new.edition_id) order by e.id for share;     if exists (select 1 from policy_edition e where e.id in (old.edition_id, new.edition_id) and e.status <> 'DRAFT') then
      raise exception using errcode = 'check_violation', constraint = 'segment_stays', table = tg_table_name, message = 'parts of a published edition do not change';     end if;     return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create trigger "segment_stays" AFTER INSERT OR UPDATE OR DELETE on "segment" for each ROW execute function "segment_segment_stays_fn"();`,
    );

    this.addSql(
      `alter table "lecture_citation" add constraint "lecture_citation_lecture_id_foreign" foreign key ("lecture_id") references "policy_lecture" ("id");`,
    );
    this.addSql(
      `alter table "lecture_citation" add constraint "lecture_citation_edition_id_foreign" foreign key ("edition_id") references "policy_edition" ("id");`,
    );

    this.addSql(
      `alter table "meeting" add constraint "meeting_school_id_foreign" foreign key ("school_id") references "school" ("id");`,
    );
    this.addSql(
      `alter table "meeting" add constraint "meeting_organiser_id_foreign" foreign key ("organiser_id") references "staff" ("id");`,
    );
    this.addSql(
      `alter table "meeting" add constraint "meeting_room_id_foreign" foreign key ("room_id") references "room" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "meeting" add constraint "meeting_cancelled" check ((status = 'CANCELLED') = (cancelled_at is not null) and (status = 'CANCELLED') = (cancel_reason is not null));`,
    );
    this.addSql(
      `alter table "meeting" add constraint "meeting_published" check (case status when 'DRAFT' then published_at is null when 'PUBLISHED' then published_at is not null else true end);`,
    );
    this.addSql(`alter table "meeting" add constraint "meeting_capacity_positive" check (capacity > 0);`);
    this.addSql(
      `alter table "meeting" add constraint "meeting_times" check (starts_at < ends_at and (reply_by is null or reply_by <= starts_at));`,
    );
    this.addSql(
      `alter table "meeting" add constraint "meeting_kind_check" check ("kind" in ('PARENT_MEETING', 'SALON'));`,
    );
    this.addSql(
      `alter table "meeting" add constraint "meeting_scope_check" check ("scope" in ('CLASS', 'GRADE', 'SCHOOL'));`,
    );
    this.addSql(
      `alter table "meeting" add constraint "meeting_status_check" check ("status" in ('DRAFT', 'PUBLISHED', 'CANCELLED'));`,
    );

    this.addSql(
      `alter table "meeting_invitation" add constraint "meeting_invitation_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id");`,
    );
    this.addSql(
      `alter table "meeting_invitation" add constraint "meeting_invitation_household_id_foreign" foreign key ("household_id") references "household" ("id");`,
    );
    this.addSql(
      `alter table "meeting_invitation" add constraint "meeting_invitation_status_check" check ("status" in ('INVITED', 'WITHDRAWN'));`,
    );

    this.addSql(
      `alter table "meeting_reply" add constraint "meeting_reply_invitation_id_foreign" foreign key ("invitation_id") references "meeting_invitation" ("id");`,
    );
    this.addSql(
      `alter table "meeting_reply" add constraint "meeting_reply_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id");`,
    );
    this.addSql(
      `alter table "meeting_reply" add constraint "meeting_reply_household_id_foreign" foreign key ("household_id") references "household" ("id");`,
    );
    this.addSql(
      `alter table "meeting_reply" add constraint "meeting_reply_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );
    this.addSql(
      `alter table "meeting_reply" add constraint "meeting_reply_superseded" check (superseded_at is null or superseded_at >= replied_at);`,
    );
    this.addSql(
      `alter table "meeting_reply" add constraint "meeting_reply_attendee_count" check (case answer when 'ATTENDING' then attendee_count >= 1 and attendee_count <= 10 else attendee_count = 0 end);`,
    );
    this.addSql(
      `alter table "meeting_reply" add constraint "meeting_reply_answer_check" check ("answer" in ('ATTENDING', 'NOT_ATTENDING'));`,
    );

    this.addSql(
      `alter table "meeting_reply_guardian" add constraint "meeting_reply_guardian_reply_id_foreign" foreign key ("reply_id") references "meeting_reply" ("id");`,
    );
    this.addSql(
      `alter table "meeting_reply_guardian" add constraint "meeting_reply_guardian_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );

    this.addSql(
      `alter table "meeting_class" add constraint "meeting_class_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id");`,
    );
    this.addSql(
      `alter table "meeting_class" add constraint "meeting_class_school_class_id_foreign" foreign key ("school_class_id") references "school_class" ("id");`,
    );

    this.addSql(
      `alter table "meeting_citation" add constraint "meeting_citation_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id");`,
    );
    this.addSql(
      `alter table "meeting_citation" add constraint "meeting_citation_edition_id_foreign" foreign key ("edition_id") references "policy_edition" ("id");`,
    );

    this.addSql(
      `alter table "agenda_item" add constraint "agenda_item_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id");`,
    );
    this.addSql(
      `alter table "agenda_item" add constraint "agenda_item_duration_range" check (duration_minutes >= 1 and duration_minutes <= 600);`,
    );
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_ordinal_positive" check (ordinal > 0);`);

    this.addSql(
      `alter table "lecturer" add constraint "lecturer_staff_id_foreign" foreign key ("staff_id") references "staff" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "course" add constraint "course_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "course" add constraint "course_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "course" add constraint "course_audience_id_foreign" foreign key ("audience_id") references "audience" ("id");`,
    );
    this.addSql(
      `alter table "course" add constraint "course_created_by_id_foreign" foreign key ("created_by_id") references "staff" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "course_edition" add constraint "course_edition_course_id_foreign" foreign key ("course_id") references "course" ("id");`,
    );
    this.addSql(
      `alter table "course_edition" add constraint "course_edition_published_at_known" check (status = 'DRAFT' or published_at is not null);`,
    );
    this.addSql(
      `alter table "course_edition" add constraint "course_edition_credit_not_negative" check (credit_minutes >= 0);`,
    );
    this.addSql(`alter table "course_edition" add constraint "course_edition_number_positive" check (number > 0);`);
    this.addSql(
      `alter table "course_edition" add constraint "course_edition_status_check" check ("status" in ('DRAFT', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN'));`,
    );
    this
      .addSql(`create or replace function "course_edition_course_edition_stays_fn"() returns trigger as \$\$ begin if old.status <> 'DRAFT' and (tg_op = 'DELETE' or new.status = 'DRAFT' or to_jsonb(new) - array['status'] is distinct from to_jsonb(old) - array['status']) then
      raise exception using errcode = 'check_violation', constraint = 'course_edition_stays', table = tg_table_name, message = 'a published edition does not change';     end if;     return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create trigger "course_edition_stays" AFTER UPDATE OR DELETE on "course_edition" for each ROW execute function "course_edition_course_edition_stays_fn"();`,
    );

    this.addSql(
      `alter table "course_citation" add constraint "course_citation_course_edition_id_foreign" foreign key ("course_edition_id") references "course_edition" ("id");`,
    );
    this.addSql(
      `alter table "course_citation" add constraint "course_citation_policy_edition_id_foreign" foreign key ("policy_edition_id") references "policy_edition" ("id");`,
    );
    this
      .addSql(`create or replace function "course_citation_course_citation_stays_fn"() returns trigger as \$\$ begin perform 1 from course_edition e where e.id in (old.course_edition_id, new.course_edition_id) order by e.id for share;     if exists (select 1 from course_edition e where e.id in (old.course_edition_id, new.course_edition_id) and e.status <> 'DRAFT') then
      raise exception using errcode = 'check_violation', constraint = 'course_citation_stays', table = tg_table_name, message = 'parts of a published edition do not change';     end if;     return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create trigger "course_citation_stays" AFTER INSERT OR UPDATE OR DELETE on "course_citation" for each ROW execute function "course_citation_course_citation_stays_fn"();`,
    );

    this.addSql(
      `alter table "chapter" add constraint "chapter_edition_id_foreign" foreign key ("edition_id") references "course_edition" ("id");`,
    );
    this.addSql(`alter table "chapter" add constraint "chapter_ordinal_positive" check (ordinal > 0);`);
    this
      .addSql(`create or replace function "chapter_chapter_stays_fn"() returns trigger as \$\$ begin perform 1 from course_edition e where e.id in (old.edition_id, new.edition_id) order by e.id for share;     if exists (select 1 from course_edition e where e.id in (old.edition_id, new.edition_id) and e.status <> 'DRAFT') then
      raise exception using errcode = 'check_violation', constraint = 'chapter_stays', table = tg_table_name, message = 'parts of a published edition do not change';     end if;     return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create trigger "chapter_stays" AFTER INSERT OR UPDATE OR DELETE on "chapter" for each ROW execute function "chapter_chapter_stays_fn"();`,
    );

    this.addSql(
      `alter table "lesson" add constraint "lesson_edition_id_foreign" foreign key ("edition_id") references "course_edition" ("id");`,
    );
    this.addSql(
      `alter table "lesson" add constraint "lesson_chapter_id_foreign" foreign key ("chapter_id") references "chapter" ("id");`,
    );
    this.addSql(
      `alter table "lesson" add constraint "lesson_lecturer_id_foreign" foreign key ("lecturer_id") references "lecturer" ("id");`,
    );
    this.addSql(`alter table "lesson" add constraint "lesson_media_url_shape" check (media_url ~ '^https://');`);
    this.addSql(`alter table "lesson" add constraint "lesson_duration_positive" check (duration_seconds > 0);`);
    this.addSql(`alter table "lesson" add constraint "lesson_ordinal_positive" check (ordinal > 0);`);
    this
      .addSql(`create or replace function "lesson_lesson_stays_fn"() returns trigger as \$\$ begin perform 1 from course_edition e where e.id in (old.edition_id, new.edition_id) order by e.id for share;     if exists (select 1 from course_edition e where e.id in (old.edition_id, new.edition_id) and e.status <> 'DRAFT') then
      raise exception using errcode = 'check_violation', constraint = 'lesson_stays', table = tg_table_name, message = 'parts of a published edition do not change';     end if;     return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create trigger "lesson_stays" AFTER INSERT OR UPDATE OR DELETE on "lesson" for each ROW execute function "lesson_lesson_stays_fn"();`,
    );

    this.addSql(
      `alter table "staff_assignment" add constraint "staff_assignment_staff_id_foreign" foreign key ("staff_id") references "staff" ("id");`,
    );
    this.addSql(
      `alter table "staff_assignment" add constraint "staff_assignment_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "staff_assignment" add constraint "staff_assignment_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "staff_assignment" add constraint "staff_assignment_grade_id_foreign" foreign key ("grade_id") references "grade" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "staff_assignment" add constraint "staff_assignment_school_class_id_foreign" foreign key ("school_class_id") references "school_class" ("id") on delete restrict;`,
    );
    this.addSql(`alter table "staff_assignment" add constraint "staff_assignment_node" check (case role
    when 'DISTRICT_ADMIN' then school_id is null and grade_id is null and school_class_id is null
    when 'ANALYST' then school_id is null and grade_id is null and school_class_id is null
    when 'SCHOOL_ADMIN' then school_id is not null and grade_id is null and school_class_id is null
    when 'GRADE_HEAD' then school_id is not null and grade_id is not null and school_class_id is null
    when 'HOMEROOM_TEACHER' then school_id is not null and school_class_id is not null
    when 'SUBJECT_TEACHER' then school_id is not null and school_class_id is not null
    else grade_id is null and school_class_id is null end);`);
    this.addSql(
      `alter table "staff_assignment" add constraint "staff_assignment_dates" check (valid_to is null or valid_from <= valid_to);`,
    );
    this.addSql(
      `alter table "staff_assignment" add constraint "staff_assignment_role_check" check ("role" in ('DISTRICT_ADMIN', 'SCHOOL_ADMIN', 'GRADE_HEAD', 'HOMEROOM_TEACHER', 'SUBJECT_TEACHER', 'LECTURER', 'ANALYST', 'PRIVACY_OFFICER'));`,
    );

    this.addSql(
      `alter table "student" add constraint "student_school_id_foreign" foreign key ("school_id") references "school" ("id");`,
    );

    this.addSql(
      `alter table "household_student" add constraint "household_student_household_id_foreign" foreign key ("household_id") references "household" ("id");`,
    );
    this.addSql(
      `alter table "household_student" add constraint "household_student_student_id_foreign" foreign key ("student_id") references "student" ("id");`,
    );

    this.addSql(
      `alter table "guardianship" add constraint "guardianship_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );
    this.addSql(
      `alter table "guardianship" add constraint "guardianship_student_id_foreign" foreign key ("student_id") references "student" ("id");`,
    );
    this.addSql(
      `alter table "guardianship" add constraint "guardianship_dates" check (valid_to is null or valid_from <= valid_to);`,
    );
    this.addSql(
      `alter table "guardianship" add constraint "guardianship_relation_check" check ("relation" in ('FATHER', 'MOTHER', 'PATERNAL_GRANDFATHER', 'PATERNAL_GRANDMOTHER', 'MATERNAL_GRANDFATHER', 'MATERNAL_GRANDMOTHER', 'STEP_PARENT', 'FOSTER_PARENT', 'SIBLING', 'OTHER_RELATIVE', 'OTHER_GUARDIAN'));`,
    );
    this.addSql(
      `alter table "guardianship" add constraint "guardianship_status_check" check ("status" in ('PENDING', 'ACTIVE', 'ENDED', 'BLOCKED'));`,
    );

    this.addSql(
      `alter table "class_membership" add constraint "class_membership_student_id_foreign" foreign key ("student_id") references "student" ("id");`,
    );
    this.addSql(
      `alter table "class_membership" add constraint "class_membership_school_class_id_foreign" foreign key ("school_class_id") references "school_class" ("id");`,
    );
    this.addSql(
      `alter table "class_membership" add constraint "class_membership_school_year_id_foreign" foreign key ("school_year_id") references "school_year" ("id");`,
    );
    this.addSql(
      `alter table "class_membership" add constraint "class_membership_status_check" check ("status" in ('ACTIVE', 'ENDED'));`,
    );

    this.addSql(
      `alter table "term" add constraint "term_school_year_id_foreign" foreign key ("school_year_id") references "school_year" ("id");`,
    );
    this.addSql(
      `alter table "term" add constraint "term_no_overlap" exclude using gist (school_year_id with =, daterange(starts_on, ends_on, '[]') with &&);`,
    );
    this.addSql(`alter table "term" add constraint "term_dates" check (starts_on < ends_on);`);
    this.addSql(`alter table "term" add constraint "term_number_range" check (number >= 1 and number <= 4);`);

    this.addSql(
      `alter table "policy_document_topic" add constraint "policy_document_topic_document_id_foreign" foreign key ("document_id") references "policy_document" ("id");`,
    );
    this.addSql(
      `alter table "policy_document_topic" add constraint "policy_document_topic_topic_id_foreign" foreign key ("topic_id") references "topic" ("id");`,
    );

    this.addSql(
      `alter table "meeting_topic" add constraint "meeting_topic_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id");`,
    );
    this.addSql(
      `alter table "meeting_topic" add constraint "meeting_topic_topic_id_foreign" foreign key ("topic_id") references "topic" ("id");`,
    );

    this.addSql(
      `alter table "lecture_topic" add constraint "lecture_topic_lecture_id_foreign" foreign key ("lecture_id") references "policy_lecture" ("id");`,
    );
    this.addSql(
      `alter table "lecture_topic" add constraint "lecture_topic_topic_id_foreign" foreign key ("topic_id") references "topic" ("id");`,
    );

    this.addSql(
      `alter table "course_topic" add constraint "course_topic_course_id_foreign" foreign key ("course_id") references "course" ("id");`,
    );
    this.addSql(
      `alter table "course_topic" add constraint "course_topic_topic_id_foreign" foreign key ("topic_id") references "topic" ("id");`,
    );

    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_audience_id_foreign" foreign key ("audience_id") references "audience" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_organiser_id_foreign" foreign key ("organiser_id") references "staff" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_contact_phone" check (contact_phone !~ '^1[0-9]{10}\$');`,
    );
    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_cancelled" check ((status = 'CANCELLED') = (cancelled_at is not null) and (status = 'CANCELLED') = (cancel_reason is not null));`,
    );
    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_published" check (case status when 'DRAFT' then published_at is null when 'PUBLISHED' then published_at is not null else true end);`,
    );
    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_kind_check" check ("kind" in ('GATE_DUTY', 'LIBRARY', 'EVENT_SUPPORT', 'PARENT_LECTURE', 'OTHER'));`,
    );
    this.addSql(
      `alter table "volunteer_activity" add constraint "volunteer_activity_status_check" check ("status" in ('DRAFT', 'PUBLISHED', 'CANCELLED'));`,
    );

    this.addSql(
      `alter table "shift" add constraint "shift_activity_id_foreign" foreign key ("activity_id") references "volunteer_activity" ("id");`,
    );
    this.addSql(
      `alter table "shift" add constraint "shift_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
    );
    this.addSql(
      `alter table "shift" add constraint "shift_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "shift" add constraint "shift_cancelled" check ((status = 'CANCELLED') = (cancelled_at is not null) and (status = 'CANCELLED') = (cancel_reason is not null));`,
    );
    this.addSql(
      `alter table "shift" add constraint "shift_published" check (case status when 'DRAFT' then published_at is null when 'SCHEDULED' then published_at is not null else true end);`,
    );
    this.addSql(
      `alter table "shift" add constraint "shift_signup_times" check (signup_opens_at < signup_closes_at and signup_closes_at <= starts_at and cancel_until <= starts_at);`,
    );
    this.addSql(`alter table "shift" add constraint "shift_times" check (starts_at < ends_at);`);
    this.addSql(
      `alter table "shift" add constraint "shift_status_check" check ("status" in ('DRAFT', 'SCHEDULED', 'CANCELLED'));`,
    );

    this.addSql(
      `alter table "shift_role" add constraint "shift_role_shift_id_foreign" foreign key ("shift_id") references "shift" ("id");`,
    );
    this.addSql(
      `alter table "shift_role" add constraint "shift_role_places_within_capacity" check (places_taken >= 0 and places_taken <= capacity);`,
    );
    this.addSql(
      `alter table "shift_role" add constraint "shift_role_minimum_range" check (minimum >= 0 and minimum <= capacity);`,
    );
    this.addSql(`alter table "shift_role" add constraint "shift_role_capacity_positive" check (capacity > 0);`);

    this.addSql(
      `alter table "signup" add constraint "signup_role_id_foreign" foreign key ("role_id") references "shift_role" ("id");`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_shift_id_foreign" foreign key ("shift_id") references "shift" ("id");`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_guardian_id_foreign" foreign key ("guardian_id") references "guardian" ("id");`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_household_id_foreign" foreign key ("household_id") references "household" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_cancelled" check ((status = 'CANCELLED') = (cancelled_at is not null));`,
    );
    this.addSql(
      `alter table "signup" add constraint "signup_status_check" check ("status" in ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED'));`,
    );

    this.addSql(
      `alter table "activity_topic" add constraint "activity_topic_activity_id_foreign" foreign key ("activity_id") references "volunteer_activity" ("id");`,
    );
    this.addSql(
      `alter table "activity_topic" add constraint "activity_topic_topic_id_foreign" foreign key ("topic_id") references "topic" ("id");`,
    );

    this.addSql(
      `alter table "volunteer_record" add constraint "volunteer_record_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "volunteer_record" add constraint "volunteer_record_suspension" check ((suspended_until is null) = (suspension_reason is null));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "audience_target" drop constraint "audience_target_audience_id_foreign";`);
    this.addSql(`alter table "policy_lecture" drop constraint "policy_lecture_audience_id_foreign";`);
    this.addSql(`alter table "policy_document" drop constraint "policy_document_audience_id_foreign";`);
    this.addSql(`alter table "course" drop constraint "course_audience_id_foreign";`);
    this.addSql(`alter table "volunteer_activity" drop constraint "volunteer_activity_audience_id_foreign";`);
    this.addSql(`alter table "school" drop constraint "school_district_id_foreign";`);
    this.addSql(`alter table "school_year" drop constraint "school_year_district_id_foreign";`);
    this.addSql(`alter table "audience_target" drop constraint "audience_target_district_id_foreign";`);
    this.addSql(`alter table "policy_lecture" drop constraint "policy_lecture_district_id_foreign";`);
    this.addSql(`alter table "policy_document" drop constraint "policy_document_district_id_foreign";`);
    this.addSql(`alter table "course" drop constraint "course_district_id_foreign";`);
    this.addSql(`alter table "staff_assignment" drop constraint "staff_assignment_district_id_foreign";`);
    this.addSql(`alter table "volunteer_activity" drop constraint "volunteer_activity_district_id_foreign";`);
    this.addSql(`alter table "shift" drop constraint "shift_district_id_foreign";`);
    this.addSql(`alter table "school_class" drop constraint "school_class_grade_id_foreign";`);
    this.addSql(`alter table "audience_target" drop constraint "audience_target_grade_id_foreign";`);
    this.addSql(`alter table "staff_assignment" drop constraint "staff_assignment_grade_id_foreign";`);
    this.addSql(`alter table "household_guardian" drop constraint "household_guardian_household_id_foreign";`);
    this.addSql(`alter table "meeting_invitation" drop constraint "meeting_invitation_household_id_foreign";`);
    this.addSql(`alter table "meeting_reply" drop constraint "meeting_reply_household_id_foreign";`);
    this.addSql(`alter table "household_student" drop constraint "household_student_household_id_foreign";`);
    this.addSql(`alter table "signup" drop constraint "signup_household_id_foreign";`);
    this.addSql(`alter table "guardian" drop constraint "guardian_person_id_foreign";`);
    this.addSql(`alter table "account" drop constraint "account_person_id_foreign";`);
    this.addSql(`alter table "engagement" drop constraint "engagement_person_id_foreign";`);
    this.addSql(`alter table "staff" drop constraint "staff_person_id_foreign";`);
    this.addSql(`alter table "signup" drop constraint "signup_person_id_foreign";`);
    this.addSql(`alter table "volunteer_record" drop constraint "volunteer_record_person_id_foreign";`);
    this.addSql(`alter table "household_guardian" drop constraint "household_guardian_guardian_id_foreign";`);
    this.addSql(`alter table "meeting_reply" drop constraint "meeting_reply_guardian_id_foreign";`);
    this.addSql(`alter table "meeting_reply_guardian" drop constraint "meeting_reply_guardian_guardian_id_foreign";`);
    this.addSql(`alter table "guardianship" drop constraint "guardianship_guardian_id_foreign";`);
    this.addSql(`alter table "signup" drop constraint "signup_guardian_id_foreign";`);
    this.addSql(`alter table "room" drop constraint "room_school_id_foreign";`);
    this.addSql(`alter table "school_class" drop constraint "school_class_school_id_foreign";`);
    this.addSql(`alter table "audience_target" drop constraint "audience_target_school_id_foreign";`);
    this.addSql(`alter table "policy_lecture" drop constraint "policy_lecture_school_id_foreign";`);
    this.addSql(`alter table "policy_document" drop constraint "policy_document_school_id_foreign";`);
    this.addSql(`alter table "meeting" drop constraint "meeting_school_id_foreign";`);
    this.addSql(`alter table "course" drop constraint "course_school_id_foreign";`);
    this.addSql(`alter table "staff_assignment" drop constraint "staff_assignment_school_id_foreign";`);
    this.addSql(`alter table "student" drop constraint "student_school_id_foreign";`);
    this.addSql(`alter table "volunteer_activity" drop constraint "volunteer_activity_school_id_foreign";`);
    this.addSql(`alter table "shift" drop constraint "shift_school_id_foreign";`);
    this.addSql(`alter table "engagement" drop constraint "engagement_room_id_foreign";`);
    this.addSql(`alter table "meeting" drop constraint "meeting_room_id_foreign";`);
    this.addSql(`alter table "school_class" drop constraint "school_class_school_year_id_foreign";`);
    this.addSql(`alter table "class_membership" drop constraint "class_membership_school_year_id_foreign";`);
    this.addSql(`alter table "term" drop constraint "term_school_year_id_foreign";`);
    this.addSql(`alter table "school_class" drop constraint "school_class_promoted_from_id_foreign";`);
    this.addSql(`alter table "audience_target" drop constraint "audience_target_school_class_id_foreign";`);
    this.addSql(`alter table "meeting_class" drop constraint "meeting_class_school_class_id_foreign";`);
    this.addSql(`alter table "staff_assignment" drop constraint "staff_assignment_school_class_id_foreign";`);
    this.addSql(`alter table "class_membership" drop constraint "class_membership_school_class_id_foreign";`);
    this.addSql(`alter table "policy_lecture" drop constraint "policy_lecture_created_by_id_foreign";`);
    this.addSql(`alter table "policy_document" drop constraint "policy_document_created_by_id_foreign";`);
    this.addSql(`alter table "meeting" drop constraint "meeting_organiser_id_foreign";`);
    this.addSql(`alter table "lecturer" drop constraint "lecturer_staff_id_foreign";`);
    this.addSql(`alter table "course" drop constraint "course_created_by_id_foreign";`);
    this.addSql(`alter table "staff_assignment" drop constraint "staff_assignment_staff_id_foreign";`);
    this.addSql(`alter table "volunteer_activity" drop constraint "volunteer_activity_organiser_id_foreign";`);
    this.addSql(`alter table "lecture_citation" drop constraint "lecture_citation_lecture_id_foreign";`);
    this.addSql(`alter table "lecture_topic" drop constraint "lecture_topic_lecture_id_foreign";`);
    this.addSql(`alter table "policy_edition" drop constraint "policy_edition_document_id_foreign";`);
    this.addSql(`alter table "policy_document_topic" drop constraint "policy_document_topic_document_id_foreign";`);
    this.addSql(`alter table "segment" drop constraint "segment_edition_id_foreign";`);
    this.addSql(`alter table "lecture_citation" drop constraint "lecture_citation_edition_id_foreign";`);
    this.addSql(`alter table "meeting_citation" drop constraint "meeting_citation_edition_id_foreign";`);
    this.addSql(`alter table "course_citation" drop constraint "course_citation_policy_edition_id_foreign";`);
    this.addSql(`alter table "meeting_invitation" drop constraint "meeting_invitation_meeting_id_foreign";`);
    this.addSql(`alter table "meeting_reply" drop constraint "meeting_reply_meeting_id_foreign";`);
    this.addSql(`alter table "meeting_class" drop constraint "meeting_class_meeting_id_foreign";`);
    this.addSql(`alter table "meeting_citation" drop constraint "meeting_citation_meeting_id_foreign";`);
    this.addSql(`alter table "agenda_item" drop constraint "agenda_item_meeting_id_foreign";`);
    this.addSql(`alter table "meeting_topic" drop constraint "meeting_topic_meeting_id_foreign";`);
    this.addSql(`alter table "meeting_reply" drop constraint "meeting_reply_invitation_id_foreign";`);
    this.addSql(`alter table "meeting_reply_guardian" drop constraint "meeting_reply_guardian_reply_id_foreign";`);
    this.addSql(`alter table "lesson" drop constraint "lesson_lecturer_id_foreign";`);
    this.addSql(`alter table "course_edition" drop constraint "course_edition_course_id_foreign";`);
    this.addSql(`alter table "course_topic" drop constraint "course_topic_course_id_foreign";`);
    this.addSql(`alter table "course_citation" drop constraint "course_citation_course_edition_id_foreign";`);
    this.addSql(`alter table "chapter" drop constraint "chapter_edition_id_foreign";`);
    this.addSql(`alter table "lesson" drop constraint "lesson_edition_id_foreign";`);
    this.addSql(`alter table "lesson" drop constraint "lesson_chapter_id_foreign";`);
    this.addSql(`alter table "household_student" drop constraint "household_student_student_id_foreign";`);
    this.addSql(`alter table "guardianship" drop constraint "guardianship_student_id_foreign";`);
    this.addSql(`alter table "class_membership" drop constraint "class_membership_student_id_foreign";`);
    this.addSql(`alter table "policy_document_topic" drop constraint "policy_document_topic_topic_id_foreign";`);
    this.addSql(`alter table "meeting_topic" drop constraint "meeting_topic_topic_id_foreign";`);
    this.addSql(`alter table "lecture_topic" drop constraint "lecture_topic_topic_id_foreign";`);
    this.addSql(`alter table "course_topic" drop constraint "course_topic_topic_id_foreign";`);
    this.addSql(`alter table "activity_topic" drop constraint "activity_topic_topic_id_foreign";`);
    this.addSql(`alter table "shift" drop constraint "shift_activity_id_foreign";`);
    this.addSql(`alter table "activity_topic" drop constraint "activity_topic_activity_id_foreign";`);
    this.addSql(`alter table "shift_role" drop constraint "shift_role_shift_id_foreign";`);
    this.addSql(`alter table "signup" drop constraint "signup_shift_id_foreign";`);
    this.addSql(`alter table "signup" drop constraint "signup_role_id_foreign";`);

    this.addSql(`drop table if exists "audience" cascade;`);
    this.addSql(`drop trigger if exists "audit_record_stays" on "audit_record";`);
    this.addSql(`drop function if exists "audit_record_audit_record_stays_fn"();`);
    this.addSql(`drop table if exists "audit_record" cascade;`);
    this.addSql(`drop table if exists "district" cascade;`);
    this.addSql(`drop table if exists "grade" cascade;`);
    this.addSql(`drop table if exists "household" cascade;`);
    this.addSql(`drop table if exists "idempotent_call" cascade;`);
    this.addSql(`drop table if exists "person" cascade;`);
    this.addSql(`drop table if exists "guardian" cascade;`);
    this.addSql(`drop table if exists "household_guardian" cascade;`);
    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "school" cascade;`);
    this.addSql(`drop table if exists "room" cascade;`);
    this.addSql(`drop table if exists "engagement" cascade;`);
    this.addSql(`drop table if exists "school_year" cascade;`);
    this.addSql(`drop table if exists "school_class" cascade;`);
    this.addSql(`drop table if exists "audience_target" cascade;`);
    this.addSql(`drop table if exists "staff" cascade;`);
    this.addSql(`drop table if exists "policy_lecture" cascade;`);
    this.addSql(`drop table if exists "policy_document" cascade;`);
    this.addSql(`drop trigger if exists "policy_edition_stays" on "policy_edition";`);
    this.addSql(`drop function if exists "policy_edition_policy_edition_stays_fn"();`);
    this.addSql(`drop table if exists "policy_edition" cascade;`);
    this.addSql(`drop trigger if exists "segment_stays" on "segment";`);
    this.addSql(`drop function if exists "segment_segment_stays_fn"();`);
    this.addSql(`drop table if exists "segment" cascade;`);
    this.addSql(`drop table if exists "lecture_citation" cascade;`);
    this.addSql(`drop table if exists "meeting" cascade;`);
    this.addSql(`drop table if exists "meeting_invitation" cascade;`);
    this.addSql(`drop table if exists "meeting_reply" cascade;`);
    this.addSql(`drop table if exists "meeting_reply_guardian" cascade;`);
    this.addSql(`drop table if exists "meeting_class" cascade;`);
    this.addSql(`drop table if exists "meeting_citation" cascade;`);
    this.addSql(`drop table if exists "agenda_item" cascade;`);
    this.addSql(`drop table if exists "lecturer" cascade;`);
    this.addSql(`drop table if exists "course" cascade;`);
    this.addSql(`drop trigger if exists "course_edition_stays" on "course_edition";`);
    this.addSql(`drop function if exists "course_edition_course_edition_stays_fn"();`);
    this.addSql(`drop table if exists "course_edition" cascade;`);
    this.addSql(`drop trigger if exists "course_citation_stays" on "course_citation";`);
    this.addSql(`drop function if exists "course_citation_course_citation_stays_fn"();`);
    this.addSql(`drop table if exists "course_citation" cascade;`);
    this.addSql(`drop trigger if exists "chapter_stays" on "chapter";`);
    this.addSql(`drop function if exists "chapter_chapter_stays_fn"();`);
    this.addSql(`drop table if exists "chapter" cascade;`);
    this.addSql(`drop trigger if exists "lesson_stays" on "lesson";`);
    this.addSql(`drop function if exists "lesson_lesson_stays_fn"();`);
    this.addSql(`drop table if exists "lesson" cascade;`);
    this.addSql(`drop table if exists "staff_assignment" cascade;`);
    this.addSql(`drop table if exists "student" cascade;`);
    this.addSql(`drop table if exists "household_student" cascade;`);
    this.addSql(`drop table if exists "guardianship" cascade;`);
    this.addSql(`drop table if exists "class_membership" cascade;`);
    this.addSql(`drop table if exists "term" cascade;`);
    this.addSql(`drop table if exists "topic" cascade;`);
    this.addSql(`drop table if exists "policy_document_topic" cascade;`);
    this.addSql(`drop table if exists "meeting_topic" cascade;`);
    this.addSql(`drop table if exists "lecture_topic" cascade;`);
    this.addSql(`drop table if exists "course_topic" cascade;`);
    this.addSql(`drop table if exists "volunteer_activity" cascade;`);
    this.addSql(`drop table if exists "shift" cascade;`);
    this.addSql(`drop table if exists "shift_role" cascade;`);
    this.addSql(`drop table if exists "signup" cascade;`);
    this.addSql(`drop table if exists "activity_topic" cascade;`);
    this.addSql(`drop table if exists "volunteer_record" cascade;`);
  }
}
