import { constrained, indexed, madeOnce, MigrationWhileInUse, refersTo } from './while-in-use.ts';

export class Migration20261129120000_rights_of_people extends MigrationWhileInUse {
  override name = 'Migration20261129120000_rights_of_people';

  override up(): void {
    this.#serviceTokensRestOnRoles();
    this.#rolesTakeTwo();
    this.#supplementsNameTheirFiler();
    this.#twoSignInsOfOnePerson();
    this.#identitiesTakeTwo();
  }

  /** A token that is there rests on the role of whoever made it: the one that holds, else the one that has ended last and takes the token with it. */
  #serviceTokensRestOnRoles(): void {
    this.addSql(
      `alter table "service_token" add column if not exists "rests_on_id" uuid null, add column if not exists "revoked_by_id" uuid null, add column if not exists "revoke_reason" text null;`,
    );
    this
      .addSql(`update service_token t set rests_on_id = (select a.id from account c join staff s on s.person_id = c.person_id join staff_assignment a on a.staff_id = s.id
      where c.id = t.created_by_id and a.district_id = t.district_id
        and case t.role when 'SCHOOL_ADMIN' then a.role = 'SCHOOL_ADMIN' and a.school_id = t.school_id
          when 'DISTRICT_ADMIN' then a.role = 'DISTRICT_ADMIN' else a.role in ('DISTRICT_ADMIN', 'ANALYST') end
      order by a.ended_at desc nulls first, a.valid_to desc nulls first, a.id limit 1);`);
    this.each(refersTo('service_token', 'rests_on_id', 'staff_assignment'));
    this.each(refersTo('service_token', 'revoked_by_id', 'staff'));
    this.each(
      constrained(
        'service_token',
        'service_token_revoked',
        `check (revoked_at is not null or (revoked_by_id is null and revoke_reason is null))`,
      ),
    );
    this.each(indexed('service_token_school_index', '"service_token" ("school_id", "issued_at", "id")'));
    this
      .addSql(`create or replace function "service_token_service_token_rests_fn"() returns trigger as \$\$ begin if new.rests_on_id is not null and not exists (select 1 from staff_assignment a where a.id = new.rests_on_id and a.district_id = new.district_id
      and case new.role when 'SCHOOL_ADMIN' then a.role = 'SCHOOL_ADMIN' and a.school_id = new.school_id
        when 'DISTRICT_ADMIN' then a.role = 'DISTRICT_ADMIN' else a.role in ('DISTRICT_ADMIN', 'ANALYST') end) then
      raise exception using errcode = 'check_violation', constraint = 'service_token_rests', table = tg_table_name, message = 'the role that it rests on does not reach as far';
    end if;
    return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create or replace trigger "service_token_rests" AFTER INSERT OR UPDATE on "service_token" for each ROW execute function "service_token_service_token_rests_fn"();`,
    );
  }

  /**
   * What one administrator alone gave others before stands, and says so. What somebody gave themselves ends: it is asked for in
   * their name, and a second administrator gives it or does not.
   */
  #rolesTakeTwo(): void {
    const node = `case role
    when 'DISTRICT_ADMIN' then school_id is null and grade_id is null and school_class_id is null
    when 'ANALYST' then school_id is null and grade_id is null and school_class_id is null
    when 'SCHOOL_ADMIN' then school_id is not null and grade_id is null and school_class_id is null
    when 'GRADE_HEAD' then school_id is not null and grade_id is not null and school_class_id is null
    when 'HOMEROOM_TEACHER' then school_id is not null and school_class_id is not null
    when 'SUBJECT_TEACHER' then school_id is not null and school_class_id is not null
    else grade_id is null and school_class_id is null end`;
    this.each(
      madeOnce(
        'role_request',
        `create table "role_request" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "staff_id" uuid not null, "role" text not null, "district_id" uuid not null, "school_id" uuid null, "grade_id" uuid null, "school_class_id" uuid null, "subject" text null, "valid_from" date not null, "valid_to" date null, "asked_by_id" uuid not null, "expires_at" timestamptz(3) not null, "status" text not null default 'PENDING', "decided_by_id" uuid null, "decided_at" timestamptz(3) null, "reason" text null, "assignment_id" uuid null, primary key ("id"));`,
        `create index "role_request_district_index" on "role_request" ("district_id", "created_at", "id");`,
        `create index "role_request_school_index" on "role_request" ("school_id", "created_at", "id");`,
        `create index "role_request_staff_index" on "role_request" ("staff_id");`,
        `create index "role_request_asked_by_index" on "role_request" ("asked_by_id");`,
        `alter table "role_request" add constraint "role_request_staff_id_foreign" foreign key ("staff_id") references "staff" ("id");`,
        `alter table "role_request" add constraint "role_request_district_id_foreign" foreign key ("district_id") references "district" ("id");`,
        `alter table "role_request" add constraint "role_request_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete restrict;`,
        `alter table "role_request" add constraint "role_request_grade_id_foreign" foreign key ("grade_id") references "grade" ("id") on delete restrict;`,
        `alter table "role_request" add constraint "role_request_school_class_id_foreign" foreign key ("school_class_id") references "school_class" ("id") on delete restrict;`,
        `alter table "role_request" add constraint "role_request_asked_by_id_foreign" foreign key ("asked_by_id") references "staff" ("id");`,
        `alter table "role_request" add constraint "role_request_decided_by_id_foreign" foreign key ("decided_by_id") references "staff" ("id") on delete restrict;`,
        `alter table "role_request" add constraint "role_request_assignment_id_foreign" foreign key ("assignment_id") references "staff_assignment" ("id") on delete restrict;`,
        `alter table "role_request" add constraint "role_request_role_check" check ("role" in ('DISTRICT_ADMIN', 'SCHOOL_ADMIN', 'GRADE_HEAD', 'HOMEROOM_TEACHER', 'SUBJECT_TEACHER', 'LECTURER', 'ANALYST', 'PRIVACY_OFFICER'));`,
        `alter table "role_request" add constraint "role_request_status_check" check ("status" in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'));`,
        `alter table "role_request" add constraint "role_request_once" exclude using gist (staff_id with =, role with =, (coalesce(school_class_id, school_id, district_id)) with =,
    (coalesce(grade_id, district_id)) with =, (coalesce(subject, '')) with =) where (status = 'PENDING');`,
        `alter table "role_request" add constraint "role_request_dates" check (valid_to is null or valid_from <= valid_to);`,
        `alter table "role_request" add constraint "role_request_node" check (${node});`,
        `alter table "role_request" add constraint "role_request_decided" check ((status = 'APPROVED') = (assignment_id is not null) and (status = 'REJECTED') = (reason is not null) and (status = 'PENDING') = (decided_at is null)
    and (status in ('PENDING', 'EXPIRED')) = (decided_by_id is null));`,
        `alter table "role_request" add constraint "role_request_second" check (case when status = 'WITHDRAWN' then decided_by_id = asked_by_id else decided_by_id is null or (decided_by_id <> asked_by_id and decided_by_id <> staff_id) end);`,
      ),
    );

    this.addSql(
      `alter table "staff_assignment" add column if not exists "approved_by_id" uuid null, add column if not exists "granted_alone" boolean not null default false;`,
    );
    this.each(refersTo('staff_assignment', 'approved_by_id', 'staff'));
    this.addSql(
      `update staff_assignment set granted_alone = true where assigned_by_id is not null and (assigned_by_id = staff_id or role in ('DISTRICT_ADMIN', 'ANALYST', 'PRIVACY_OFFICER'));`,
    );
    this.addSql(`with ended as (
      update staff_assignment a set ended_at = now(), valid_to = case when a.valid_from <= day then day else a.valid_to end
      from (select (now() at time zone 'Asia/Shanghai')::date as day) today
      where a.assigned_by_id = a.staff_id and a.ended_at is null and (a.valid_to is null or a.valid_to >= day)
      returning a.*)
    insert into role_request (id, staff_id, role, district_id, school_id, grade_id, school_class_id, subject, valid_from, asked_by_id, expires_at)
    select distinct on (staff_id, role, coalesce(school_class_id, school_id, district_id), coalesce(grade_id, district_id), coalesce(subject, ''))
      gen_random_uuid(), staff_id, role, district_id, school_id, grade_id, school_class_id, subject, valid_from, assigned_by_id, now() + interval '30 days'
    from ended order by staff_id, role, coalesce(school_class_id, school_id, district_id), coalesce(grade_id, district_id), coalesce(subject, ''), valid_from;`);
    this.each(
      constrained(
        'staff_assignment',
        'staff_assignment_second',
        `check (case when approved_by_id is not null then assigned_by_id is not null and approved_by_id <> assigned_by_id and approved_by_id <> staff_id
    else assigned_by_id is null or granted_alone or (assigned_by_id <> staff_id and role <> 'DISTRICT_ADMIN' and role <> 'ANALYST' and role <> 'PRIVACY_OFFICER') end)`,
      ),
    );
  }

  /** Of what waits, the audit log knows who wrote it down; what was decided stays as it is. */
  #supplementsNameTheirFiler(): void {
    this.addSql(`alter table "service_record" add column if not exists "filed_by_id" uuid null;`);
    this
      .addSql(`update service_record r set filed_by_id = c.person_id from audit_record a join account c on c.id = a.account
      where a.mutation = 'supplementService' and a.outcome = 'SUCCEEDED' and a.subjects ->> 'serviceRecord' = r.id::text and r.source = 'SUPPLEMENTED' and r.status = 'PENDING';`);
    this.each(refersTo('service_record', 'filed_by_id', 'person'));
    this.each(
      constrained(
        'service_record',
        'service_record_filer',
        `check (filed_by_id is null or (source = 'SUPPLEMENTED' and (approver_id is null or approver_id <> filed_by_id)))`,
      ),
    );
  }

  #twoSignInsOfOnePerson(): void {
    this.each(
      madeOnce(
        'account_join',
        `create table "account_join" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "account_id" uuid not null, "hash" text not null, "expires_at" timestamptz(3) not null, "asked_by_id" uuid null, "asked_at" timestamptz(3) null, "joined_at" timestamptz(3) null, primary key ("id"));`,
        `alter table "account_join" add constraint "account_join_hash_unique" unique ("hash");`,
        `create index "account_join_account_index" on "account_join" ("account_id", "created_at", "id");`,
        `alter table "account_join" add constraint "account_join_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
        `alter table "account_join" add constraint "account_join_asked_by_id_foreign" foreign key ("asked_by_id") references "account" ("id") on delete restrict;`,
        `alter table "account_join" add constraint "account_join_asked" check ((asked_by_id is null) = (asked_at is null) and (joined_at is null or asked_at is not null));`,
        `alter table "account_join" add constraint "account_join_two" check (asked_by_id is null or asked_by_id <> account_id);`,
      ),
    );

    this.addSql(`alter table "account" add column if not exists "joined_into_id" uuid null;`);
    this.each(refersTo('account', 'joined_into_id', 'account'));
    this.each(
      constrained(
        'account',
        'account_joined',
        `check (joined_into_id is null or (status = 'DISABLED' and joined_into_id <> id))`,
      ),
    );
  }

  /** Who was linked stays linked, and it says that nobody else has looked at it. */
  #identitiesTakeTwo(): void {
    this.addSql(
      `alter table "staff_identity" add column if not exists "status" text not null default 'PENDING', add column if not exists "linked_by_id" uuid null, add column if not exists "approved_by_id" uuid null, add column if not exists "approved_at" timestamptz(3) null, add column if not exists "linked_alone" boolean not null default false;`,
    );
    this.addSql(`update staff_identity set status = 'ACTIVE', linked_alone = true;`);
    this.each(refersTo('staff_identity', 'linked_by_id', 'staff'));
    this.each(refersTo('staff_identity', 'approved_by_id', 'staff'));
    this.each(
      constrained('staff_identity', 'staff_identity_status_check', `check ("status" in ('PENDING', 'ACTIVE'))`),
    );
    this.each(
      constrained(
        'staff_identity',
        'staff_identity_second',
        `check ((approved_by_id is null) = (approved_at is null) and case status when 'PENDING' then linked_by_id is not null and approved_by_id is null and not linked_alone
    else case when linked_alone then approved_by_id is null else linked_by_id is not null and approved_by_id is not null and approved_by_id <> linked_by_id end end)`,
      ),
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from staff_identity where status = 'PENDING';`);
    this.addSql(`set constraints all immediate;`);
    this.addSql(`alter table "staff_identity" drop constraint "staff_identity_second";`);
    this.addSql(
      `alter table "staff_identity" drop column "status", drop column "linked_by_id", drop column "approved_by_id", drop column "approved_at", drop column "linked_alone";`,
    );
    this.addSql(`alter table "account" drop constraint "account_joined";`);
    this.addSql(`alter table "account" drop column "joined_into_id";`);
    this.addSql(`drop table "account_join";`);
    this.addSql(`alter table "service_record" drop constraint "service_record_filer";`);
    this.addSql(`alter table "service_record" drop column "filed_by_id";`);
    this.addSql(`alter table "staff_assignment" drop constraint "staff_assignment_second";`);
    this.addSql(`alter table "staff_assignment" drop column "approved_by_id", drop column "granted_alone";`);
    this.addSql(`drop table "role_request";`);
    this.addSql(`drop trigger "service_token_rests" on "service_token";`);
    this.addSql(`drop function "service_token_service_token_rests_fn"();`);
    this.addSql(`drop index "service_token_school_index";`);
    this.addSql(`alter table "service_token" drop constraint "service_token_revoked";`);
    this.addSql(
      `alter table "service_token" drop column "rests_on_id", drop column "revoked_by_id", drop column "revoke_reason";`,
    );
  }
}
