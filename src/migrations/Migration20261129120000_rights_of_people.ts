import { Migration } from '@mikro-orm/migrations';

export class Migration20261129120000_rights_of_people extends Migration {
  override name = 'Migration20261129120000_rights_of_people';

  override up(): void | Promise<void> {
    this.#serviceTokensRestOnRoles();
  }

  /** A token that is there rests on the role of whoever made it: the one that holds, else the one that has ended last and takes the token with it. */
  #serviceTokensRestOnRoles(): void {
    this.addSql(`alter table "service_token" add "rests_on_id" uuid null, add "revoked_by_id" uuid null, add "revoke_reason" text null;`);
    this.addSql(`update service_token t set rests_on_id = (select a.id from account c join staff s on s.person_id = c.person_id join staff_assignment a on a.staff_id = s.id
      where c.id = t.created_by_id and a.district_id = t.district_id
        and case t.role when 'SCHOOL_ADMIN' then a.role = 'SCHOOL_ADMIN' and a.school_id = t.school_id
          when 'DISTRICT_ADMIN' then a.role = 'DISTRICT_ADMIN' else a.role in ('DISTRICT_ADMIN', 'ANALYST') end
      order by a.ended_at desc nulls first, a.valid_to desc nulls first, a.id limit 1);`);
    this.addSql(`alter table "service_token" add constraint "service_token_rests_on_id_foreign" foreign key ("rests_on_id") references "staff_assignment" ("id") on delete restrict;`);
    this.addSql(`alter table "service_token" add constraint "service_token_revoked_by_id_foreign" foreign key ("revoked_by_id") references "staff" ("id") on delete restrict;`);
    this.addSql(`alter table "service_token" add constraint "service_token_revoked" check (revoked_at is not null or (revoked_by_id is null and revoke_reason is null));`);
    this.addSql(`create index "service_token_school_index" on "service_token" ("school_id", "issued_at", "id");`);
    this.addSql(`create or replace function "service_token_service_token_rests_fn"() returns trigger as \$\$ begin if new.rests_on_id is not null and not exists (select 1 from staff_assignment a where a.id = new.rests_on_id and a.district_id = new.district_id
      and case new.role when 'SCHOOL_ADMIN' then a.role = 'SCHOOL_ADMIN' and a.school_id = new.school_id
        when 'DISTRICT_ADMIN' then a.role = 'DISTRICT_ADMIN' else a.role in ('DISTRICT_ADMIN', 'ANALYST') end) then
      raise exception using errcode = 'check_violation', constraint = 'service_token_rests', table = tg_table_name, message = 'the role that it rests on does not reach as far';
    end if;
    return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "service_token_rests" AFTER INSERT OR UPDATE on "service_token" for each ROW execute function "service_token_service_token_rests_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger "service_token_rests" on "service_token";`);
    this.addSql(`drop function "service_token_service_token_rests_fn"();`);
    this.addSql(`drop index "service_token_school_index";`);
    this.addSql(`alter table "service_token" drop constraint "service_token_revoked";`);
    this.addSql(`alter table "service_token" drop column "rests_on_id", drop column "revoked_by_id", drop column "revoke_reason";`);
  }
}
