import { Migration } from '@mikro-orm/migrations';

export class Migration20261122090000_rights_version extends Migration {
  override name = 'Migration20261122090000_rights_version';

  override up(): void | Promise<void> {
    this.addSql(`create function rights_changed() returns trigger as $$ begin
      if current_setting('hub.rights_changed', true) is distinct from 'yes' then
        perform set_config('hub.rights_changed', 'yes', true);
        update rights_version set version = version + 1;
      end if;
      return null;
    end; $$ language plpgsql;`);
    this.addSql(
      `create table "rights_version" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "sole" boolean not null default true, "version" bigint not null default '1', primary key ("id"));`,
    );
    this.addSql(`alter table "rights_version" add constraint "rights_version_one_row" unique ("sole");`);

    this.addSql(`insert into "rights_version" ("id") values (gen_random_uuid());`);

    this.addSql(
      `create constraint trigger "grade_changes_rights" after update or delete on "grade" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "guardian_changes_rights" after insert or update or delete on "guardian" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "household_guardian_changes_rights" after insert or update or delete on "household_guardian" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "account_changes_rights" after update of status, person_id or delete on "account" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "school_changes_rights" after update of district_id or delete on "school" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "school_year_changes_rights" after update or delete on "school_year" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "school_class_changes_rights" after insert or update or delete on "school_class" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "session_changes_rights" after update of ended_at or delete on "session" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "staff_changes_rights" after insert or update or delete on "staff" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "staff_assignment_changes_rights" after insert or update or delete on "staff_assignment" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "staff_identity_changes_rights" after update or delete on "staff_identity" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "student_changes_rights" after update of school_id or delete on "student" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "household_student_changes_rights" after insert or update or delete on "household_student" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "guardianship_changes_rights" after insert or update or delete on "guardianship" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(
      `create constraint trigger "class_membership_changes_rights" after insert or update or delete on "class_membership" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(`alter table "rights_version" add constraint "rights_version_sole" check (sole);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "rights_version" cascade;`);

    this.addSql(`drop trigger if exists "account_changes_rights" on "account";`);
    this.addSql(`drop function if exists "account_account_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "class_membership_changes_rights" on "class_membership";`);
    this.addSql(`drop function if exists "class_membership_class_membership_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "grade_changes_rights" on "grade";`);
    this.addSql(`drop function if exists "grade_grade_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "guardian_changes_rights" on "guardian";`);
    this.addSql(`drop function if exists "guardian_guardian_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "guardianship_changes_rights" on "guardianship";`);
    this.addSql(`drop function if exists "guardianship_guardianship_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "household_guardian_changes_rights" on "household_guardian";`);
    this.addSql(`drop function if exists "household_guardian_household_guardian_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "household_student_changes_rights" on "household_student";`);
    this.addSql(`drop function if exists "household_student_household_student_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "school_changes_rights" on "school";`);
    this.addSql(`drop function if exists "school_school_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "school_class_changes_rights" on "school_class";`);
    this.addSql(`drop function if exists "school_class_school_class_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "school_year_changes_rights" on "school_year";`);
    this.addSql(`drop function if exists "school_year_school_year_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "session_changes_rights" on "session";`);
    this.addSql(`drop function if exists "session_session_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "staff_changes_rights" on "staff";`);
    this.addSql(`drop function if exists "staff_staff_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "staff_assignment_changes_rights" on "staff_assignment";`);
    this.addSql(`drop function if exists "staff_assignment_staff_assignment_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "staff_identity_changes_rights" on "staff_identity";`);
    this.addSql(`drop function if exists "staff_identity_staff_identity_changes_rights_fn"();`);

    this.addSql(`drop trigger if exists "student_changes_rights" on "student";`);
    this.addSql(`drop function if exists "student_student_changes_rights_fn"();`);

    this.addSql('drop function rights_changed();');
  }
}
