import { MigrationWhileInUse } from './while-in-use.ts';

/** A family has no name of its own. A role in a class ends with the school year of the class, and whoever has left a school is in none of its classes, of whichever year. */
export class Migration20261129162200_rights_last_as_long_as_the_class extends MigrationWhileInUse {
  override up(): void {
    // What began after its class was over never held.
    this
      .addSql(`update staff_assignment a set ended_at = now() from school_class c join school_year y on y.id = c.school_year_id
      where c.id = a.school_class_id and a.ended_at is null and a.valid_from > y.ends_on;`);
    this
      .addSql(`update staff_assignment a set valid_to = y.ends_on from school_class c join school_year y on y.id = c.school_year_id
      where c.id = a.school_class_id and a.ended_at is null and (a.valid_to is null or a.valid_to > y.ends_on);`);
    this
      .addSql(`update role_request r set valid_to = y.ends_on from school_class c join school_year y on y.id = c.school_year_id
      where c.id = r.school_class_id and r.status = 'PENDING' and r.valid_from <= y.ends_on and (r.valid_to is null or r.valid_to > y.ends_on);`);
    this
      .addSql(`update role_request r set status = 'EXPIRED', decided_at = now() from school_class c join school_year y on y.id = c.school_year_id
      where c.id = r.school_class_id and r.status = 'PENDING' and r.valid_from > y.ends_on;`);
    this
      .addSql(`update class_membership m set status = 'ENDED', left_on = greatest(m.joined_on, least(coalesce(s.left_on, (now() at time zone 'Asia/Shanghai')::date), y.ends_on))
      from student s, school_class c, school_year y
      where s.id = m.student_id and c.id = m.school_class_id and y.id = m.school_year_id and m.status = 'ACTIVE' and (s.left_on is not null or s.school_id <> c.school_id);`);
    this
      .addSql(`create or replace function "staff_assignment_staff_assignment_follow_year_fn"() returns trigger as \$\$ begin if new.school_class_id is not null and new.ended_at is null then
      new.valid_to := (select least(new.valid_to, y.ends_on) from school_class c join school_year y on y.id = c.school_year_id where c.id = new.school_class_id);
    end if;
    return new; end; \$\$ language plpgsql;`);
    this.addSql(
      `create or replace trigger "staff_assignment_follow_year" BEFORE INSERT OR UPDATE on "staff_assignment" for each ROW execute function "staff_assignment_staff_assignment_follow_year_fn"();`,
    );
    this
      .addSql(`create or replace function "school_year_class_roles_follow_year_fn"() returns trigger as \$\$ begin if new.ends_on <> old.ends_on then
      update staff_assignment a set ended_at = now() from school_class c
        where c.id = a.school_class_id and c.school_year_id = new.id and a.ended_at is null and a.valid_from > new.ends_on;
      update staff_assignment a set valid_to = new.ends_on from school_class c
        where c.id = a.school_class_id and c.school_year_id = new.id and a.ended_at is null and (a.valid_to = old.ends_on or a.valid_to > new.ends_on);
    end if;
    return null; end; \$\$ language plpgsql;`);
    this.addSql(
      `create or replace trigger "class_roles_follow_year" AFTER UPDATE on "school_year" for each ROW execute function "school_year_class_roles_follow_year_fn"();`,
    );
    // A family is called by what its children are called, as far as whoever asks may know.
    this.addSql(`alter table "household" drop column if exists "name";`);
  }

  override down(): void {
    this.addSql(`alter table "household" add "name" text collate "zh-x-icu" null;`);
    this.addSql(
      `update household h set name = coalesce((select string_agg(s.name, '、' order by s.id) from household_student k join student s on s.id = k.student_id where k.household_id = h.id), '') || '家';`,
    );
    this.addSql(`alter table "household" alter column "name" set not null;`);
    this.addSql(
      `alter table "household" add constraint "household_name_one_line" check (name !~ '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]');`,
    );
    this.addSql(`drop trigger "class_roles_follow_year" on "school_year";`);
    this.addSql(`drop function "school_year_class_roles_follow_year_fn"();`);
    this.addSql(`drop trigger "staff_assignment_follow_year" on "staff_assignment";`);
    this.addSql(`drop function "staff_assignment_staff_assignment_follow_year_fn"();`);
  }
}
