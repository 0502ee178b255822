import { constrained, MigrationWhileInUse, portionwise, refersTo } from './while-in-use.ts';

const refused = (message: string): string =>
  `raise exception using errcode = 'check_violation', constraint = tg_name, table = tg_table_name, message = '${message}'`;

/** @param whose SQL of the array of persons whose the row `written` is */
const decidedByAnother = (
  whose: string,
): string => `create or replace function decided_by_another() returns trigger as $$ declare written jsonb := to_jsonb(new); before jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end; whose uuid[]; each text; begin
        whose := ${whose};
        foreach each in array tg_argv loop
          if written ->> each is distinct from before ->> each and exists (select 1 from staff stf where stf.id = (written ->> each)::uuid and stf.person_id = any(whose)) then
            ${refused('nobody decides on what is their own')};
          end if;
        end loop;
        return null;
      end; $$ language plpgsql;`;

const OF_SIGNUP = `(select sgn.person_id from signup sgn where sgn.id = (written ->> 'signup_id')::uuid)`;
const OF_GUARDIAN = `(select gua.person_id from guardian gua where gua.id = (written ->> 'guardian_id')::uuid)`;

/** True where the person of `new` runs the shift of the activity `act` on the day of signing up. */
const RUNS_IT = `exists (select 1 from staff stf join staff_assignment asg on asg.staff_id = stf.id
  where stf.person_id = new.person_id and asg.ended_at is null and (new.signed_up_at at time zone 'Asia/Shanghai')::date between asg.valid_from and coalesce(asg.valid_to, 'infinity')
    and (asg.role = 'DISTRICT_ADMIN' and asg.district_id = act.district_id or asg.school_id = act.school_id and (asg.role = 'SCHOOL_ADMIN' or act.organiser_id = stf.id)))`;

/**
 * Who decided is kept wherever somebody of the staff decides for a volunteer: who let them go, who let another come instead, whose list
 * their service rests on. Nobody decides who else is a guardian of their child; and who runs a shift whose organiser chooses volunteers is
 * taken in by somebody else.
 */
export class Migration20261129180000_nobody_decides_on_their_own extends MigrationWhileInUse {
  override name = 'Migration20261129180000_nobody_decides_on_their_own';

  override up(): void {
    this.addSql(`alter table "account" add column if not exists "joined_at" timestamptz(3) null;`);
    this.addSql(
      `update account acc set joined_at = coalesce((select max(ajn.joined_at) from account_join ajn where ajn.account_id = acc.id), now()) where acc.joined_into_id is not null and acc.joined_at is null;`,
    );
    this.each(constrained('account', 'account_joined_at', `check ((joined_at is null) = (joined_into_id is null))`));

    this.addSql(`alter table "signup" add column if not exists "cancel_decided_by_id" uuid null;`);
    this.addSql(`alter table "stand_in" add column if not exists "decided_by_id" uuid null;`);
    this.addSql(
      `alter table "volunteer_activity" add column if not exists "selective" boolean not null default false;`,
    );

    // Who answered a request to be let go stood where whoever approved the sign-up stands.
    this.addSql(
      portionwise(
        'signup',
        `update signup set cancel_decided_by_id = decided_by_id where id = any(due) and decided_by_id is not null and (cancel_request_answer is not null or status = 'CANCELLED' and decided_at = cancelled_at)`,
        `update signup sgn set decided_by_id = null, decided_at = null from shift_role rol where sgn.id = any(due) and rol.id = sgn.role_id and not rol.approval_required and sgn.cancel_decided_by_id is not null and sgn.status in ('CONFIRMED', 'CANCELLED')`,
      ),
    );
    this.addSql(
      portionwise(
        'volunteer_activity',
        `update volunteer_activity act set selective = true where act.id = any(due) and not act.selective and exists (select 1 from shift sft join shift_role rol on rol.shift_id = sft.id where sft.activity_id = act.id and (rol.approval_required or rol.qualification is not null))`,
      ),
    );
    // Service that rests on the list in part is answered for by whoever kept it.
    this.addSql(
      portionwise(
        'service_record',
        `update service_record srv set approver_id = stf.person_id from attendance att join staff stf on stf.id = att.recorded_by_id
      where srv.id = any(due) and att.signup_id = srv.signup_id and srv.source = 'SYSTEM_CHECKED' and srv.status = 'APPROVED' and srv.approver_id is null
        and 'LIST' in (att.checked_in_by, att.checked_out_by) and stf.person_id <> srv.person_id`,
      ),
    );

    this.each(refersTo('signup', 'cancel_decided_by_id', 'staff'));
    this.each(
      constrained(
        'signup',
        'signup_cancel_decided',
        `check (cancel_decided_by_id is null or status = 'CANCELLED' or cancel_request_answer is not null)`,
      ),
    );
    this.each(refersTo('stand_in', 'decided_by_id', 'staff'));
    this.each(
      constrained('stand_in', 'stand_in_decided_by', `check (decided_by_id is null or status in ('DONE', 'REJECTED'))`),
    );

    this.addSql(
      decidedByAnother(
        `array_remove(array[(written ->> 'person_id')::uuid, (written ->> 'to_person_id')::uuid, ${OF_SIGNUP}, ${OF_GUARDIAN}], null)`,
      ),
    );
    this
      .addSql(`create or replace trigger "signup_decided_by_another" after insert or update of decided_by_id, cancel_decided_by_id on "signup" for each row
        when (new.decided_by_id is not null or new.cancel_decided_by_id is not null) execute function decided_by_another('decided_by_id', 'cancel_decided_by_id');`);
    this
      .addSql(`create or replace trigger "stand_in_decided_by_another" after insert or update of decided_by_id on "stand_in" for each row
        when (new.decided_by_id is not null) execute function decided_by_another('decided_by_id');`);

    this.addSql(`create or replace function guardianship_family_decided_by_another() returns trigger as $$ begin
        if exists (select 1 from staff stf join guardian gua on gua.person_id = stf.person_id join guardianship own on own.guardian_id = gua.id
          where stf.id = new.decided_by_id and own.student_id = new.student_id and own.status in ('ACTIVE', 'PENDING', 'BLOCKED')) then
          ${refused('nobody decides who else is a guardian of their child')};
        end if;
        return null;
      end; $$ language plpgsql;`);
    this.addSql(
      `create or replace trigger "guardianship_family_decided_by_another" after insert or update of decided_by_id on "guardianship" for each row when (new.decided_by_id is not null) execute function guardianship_family_decided_by_another();`,
    );

    this.addSql(`create or replace function activity_follow_what_is_asked() returns trigger as $$ begin
        update volunteer_activity act set selective = true from shift sft where sft.id = new.shift_id and act.id = sft.activity_id and not act.selective;
        return null;
      end; $$ language plpgsql;`);
    this.addSql(
      `create or replace trigger "activity_follow_what_is_asked" after insert or update of approval_required, qualification on "shift_role" for each row when (new.approval_required or new.qualification is not null) execute function activity_follow_what_is_asked();`,
    );
    this.addSql(`create or replace function signup_taken_in_by_another() returns trigger as $$ begin
        if exists (select 1 from shift sft join volunteer_activity act on act.id = sft.activity_id where sft.id = new.shift_id and act.selective and ${RUNS_IT}) then
          ${refused('who runs the shift is taken in by somebody else')};
        end if;
        return null;
      end; $$ language plpgsql;`);
    this.addSql(
      `create or replace trigger "signup_taken_in_by_another" after insert or update of status on "signup" for each row when (new.status = 'CONFIRMED' and new.decided_by_id is null) execute function signup_taken_in_by_another();`,
    );
  }

  override down(): void {
    this.addSql(`drop trigger "signup_taken_in_by_another" on "signup";`);
    this.addSql(`drop function signup_taken_in_by_another();`);
    this.addSql(`drop trigger "activity_follow_what_is_asked" on "shift_role";`);
    this.addSql(`drop function activity_follow_what_is_asked();`);
    this.addSql(`drop trigger "guardianship_family_decided_by_another" on "guardianship";`);
    this.addSql(`drop function guardianship_family_decided_by_another();`);
    this.addSql(`drop trigger "stand_in_decided_by_another" on "stand_in";`);
    this.addSql(`drop trigger "signup_decided_by_another" on "signup";`);
    this.addSql(
      `create trigger "signup_decided_by_another" after insert or update of decided_by_id on "signup" for each row when (new.decided_by_id is not null) execute function decided_by_another('decided_by_id');`,
    );
    this.addSql(decidedByAnother(`array[coalesce((written ->> 'person_id')::uuid, ${OF_SIGNUP}, ${OF_GUARDIAN})]`));
    this.addSql(`alter table "volunteer_activity" drop column "selective";`);
    this.addSql(`alter table "stand_in" drop constraint "stand_in_decided_by", drop column "decided_by_id";`);
    this.addSql(`alter table "signup" drop constraint "signup_cancel_decided", drop column "cancel_decided_by_id";`);
    this.addSql(`alter table "account" drop constraint "account_joined_at", drop column "joined_at";`);
  }
}
