import { MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

const refused = (message: string): string =>
  `raise exception using errcode = 'check_violation', constraint = tg_name, table = tg_table_name, message = '${message}'`;

/** When the pupil `stu` came to the school that they go to, or went to last: their first day in a class there, or when they were put in one that is yet to begin. */
const CAME = `(select min(least(mem.joined_on, (mem.created_at at time zone 'Asia/Shanghai')::date)) from class_membership mem join school_class cls on cls.id = mem.school_class_id where mem.student_id = stu.id and cls.school_id = stu.school_id)`;

/** True where the person of `new` administers the place of the activity `act` on the day of signing up. */
const ADMINISTERS_IT = `exists (select 1 from staff_assignment asg
  where asg.staff_id = stf.id and asg.ended_at is null and (new.signed_up_at at time zone 'Asia/Shanghai')::date between asg.valid_from and coalesce(asg.valid_to, 'infinity')
    and (asg.role = 'DISTRICT_ADMIN' and asg.district_id = act.district_id or asg.role = 'SCHOOL_ADMIN' and asg.school_id = act.school_id))`;

const takenInByAnother = (
  runs: string,
): string => `create or replace function signup_taken_in_by_another() returns trigger as $$ begin
        if exists (select 1 from shift sft join volunteer_activity act on act.id = sft.activity_id join staff stf on stf.person_id = new.person_id
          where sft.id = new.shift_id and act.selective and ${runs}) then
          ${refused('who runs the shift is taken in by somebody else')};
        end if;
        return null;
      end; $$ language plpgsql;`;

/** A text of one line (`OneLine`). */
const ONE_LINE = `held_as !~ '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]'`;

/**
 * An activity knows who has had it in hand, so that nobody loosens what it asks, hands it over and signs up; of earlier times it is not
 * known. A pupil has left on no day before they came. A role keeps what its holder was called, once they are called something else
 * elsewhere. Broken off, it is begun again.
 */
export class Migration20261129193000_who_ran_it_and_who_has_left extends MigrationWhileInUse {
  override up(): void {
    this.addSql(
      portionwise(
        'student',
        `update student stu set left_on = ${CAME} where stu.id = any(due) and stu.left_on < ${CAME}`,
      ),
    );
    this.addSql(
      together(
        `create or replace function student_left_after_coming() returns trigger as $$ begin
        if exists (select 1 from student stu where stu.id = new.id and stu.left_on < ${CAME}) then
          ${refused('nobody leaves a school before they came')};
        end if;
        return null;
      end; $$ language plpgsql;`,
        `create or replace trigger "student_left_after_coming" after insert or update of left_on on "student" for each row when (new.left_on is not null) execute function student_left_after_coming();`,
      ),
    );

    this.addSql(
      together(
        `alter table "volunteer_activity" add column if not exists "run_by" uuid[] not null default '{}';`,
        `create or replace function activity_follow_who_ran_it() returns trigger as $$ begin
        update volunteer_activity act set run_by = act.run_by || old.organiser_id where act.id = new.id and old.organiser_id <> all(act.run_by);
        return null;
      end; $$ language plpgsql;`,
        `create or replace trigger "activity_follow_who_ran_it" after update of organiser_id on "volunteer_activity" for each row when (new.organiser_id <> old.organiser_id) execute function activity_follow_who_ran_it();`,
        takenInByAnother(`(stf.id = act.organiser_id or stf.id = any(act.run_by) or ${ADMINISTERS_IT})`),
      ),
    );

    this.addSql(
      together(
        `alter table "staff_assignment" add column if not exists "held_as" text null;`,
        `alter table "staff_assignment" drop constraint if exists "staff_assignment_held_as_one_line";`,
        `alter table "staff_assignment" add constraint "staff_assignment_held_as_one_line" check (${ONE_LINE}) not valid;`,
      ),
    );
    this.addSql(`alter table "staff_assignment" validate constraint "staff_assignment_held_as_one_line";`);
  }

  override down(): void {
    this.addSql(`alter table "staff_assignment" drop column if exists "held_as";`);
    this.addSql(takenInByAnother(`(${ADMINISTERS_IT} or stf.id = act.organiser_id)`));
    this.addSql(`drop trigger if exists "activity_follow_who_ran_it" on "volunteer_activity";`);
    this.addSql(`drop function if exists activity_follow_who_ran_it();`);
    this.addSql(`alter table "volunteer_activity" drop column if exists "run_by";`);
    this.addSql(`drop trigger if exists "student_left_after_coming" on "student";`);
    this.addSql(`drop function if exists student_left_after_coming();`);
  }
}
