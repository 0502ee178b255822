import { Migration } from '@mikro-orm/migrations';

export class Migration20261122120000_leaving_school extends Migration {
  override name = 'Migration20261122120000_leaving_school';

  override up(): void | Promise<void> {
    this.addSql(`alter table "student" add "left_on" date null, add "leaving" text null;`);
    this.addSql(
      `alter table "student" add constraint "student_leaving_whole" check ((left_on is null) = (leaving is null));`,
    );
    this.addSql(
      `alter table "student" add constraint "student_leaving_check" check ("leaving" in ('GRADUATED', 'TRANSFERRED_OUT', 'WITHDRAWN'));`,
    );

    this.addSql(`alter table "class_membership" add "left_on" date null;`);
    this.addSql(
      `alter table "class_membership" add constraint "class_membership_left" check (left_on is null or (status = 'ENDED' and left_on >= joined_on));`,
    );

    this.addSql(`drop trigger "student_changes_rights" on "student";`);
    this.addSql(
      `create constraint trigger "student_changes_rights" after update of school_id, left_on or delete on "student" deferrable initially deferred for each row execute function rights_changed();`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger "student_changes_rights" on "student";`);
    this.addSql(
      `create constraint trigger "student_changes_rights" after update of school_id or delete on "student" deferrable initially deferred for each row execute function rights_changed();`,
    );

    this.addSql(`alter table "class_membership" drop constraint "class_membership_left";`);
    this.addSql(`alter table "class_membership" drop column "left_on";`);

    this.addSql(`alter table "student" drop constraint "student_leaving_whole";`);
    this.addSql(`alter table "student" drop constraint "student_leaving_check";`);
    this.addSql(`alter table "student" drop column "left_on", drop column "leaving";`);
  }
}
