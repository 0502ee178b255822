import { Migration } from '@mikro-orm/migrations';
import { constrained, portionwise, together } from './while-in-use.ts';

/** Invitations name their children, a block says what it took away, and a name belongs to its request. */
export class Migration20261129110000_what_is_for_a_child extends Migration {
  override name = 'Migration20261129110000_what_is_for_a_child';

  /** Who may decide about whom is read by everybody all the time: that table is held for its own change alone, and none while many rows are written. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql(
      `alter table "guardianship" add column if not exists "requested_name" text null, add column if not exists "approved_before_block" boolean null, add column if not exists "data_access_before_block" boolean null;`,
    );
    this.addSql(
      together(
        // What an earlier block took away is not on record: unblocked, it waits for somebody who approves it.
        `update guardianship set approved_before_block = false, data_access_before_block = false where status = 'BLOCKED';`,
        // The names of requests that wait were given to the persons at once: where nobody had approved another name, whoever decides sees it as the request's.
        `update guardianship tie set requested_name = per.name from guardian gua join person per on per.id = gua.person_id
      where gua.id = tie.guardian_id and tie.status = 'PENDING' and not exists (select 1 from staff stf where stf.person_id = per.id)
        and not exists (select 1 from guardianship other where other.guardian_id = tie.guardian_id and other.status in ('ACTIVE', 'ENDED', 'BLOCKED'));`,
      ),
    );
    for (const statement of constrained(
      'guardianship',
      'guardianship_before_block',
      `check ((status = 'BLOCKED') = (approved_before_block is not null) and (approved_before_block is null) = (data_access_before_block is null) and not (data_access_before_block and not approved_before_block))`,
    ))
      this.addSql(statement);
    // Where this has run before and not to its end, it begins anew.
    this.addSql(`drop table if exists "meeting_invitation_student";`);
    this.addSql(`drop function if exists invitation_for_children() cascade;`);
    this.addSql(
      together(
        `create table "meeting_invitation_student" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "invitation_id" uuid not null, "student_id" uuid not null, "ended_at" timestamptz(3) null, primary key ("id"));`,
        `insert into meeting_invitation_student (id, created_at, invitation_id, student_id, ended_at)
      select gen_random_uuid(), inv.created_at, inv.id, hst.student_id,
        case when inv.status = 'WITHDRAWN' then inv.invited_at
          when mtg.ends_at > now() and not exists (select 1 from class_membership mem join meeting_class mcl on mcl.school_class_id = mem.school_class_id
            join student stu on stu.id = mem.student_id
            where mem.student_id = hst.student_id and mem.status = 'ACTIVE' and mcl.meeting_id = inv.meeting_id and stu.left_on is null) then now() end
      from meeting_invitation inv join meeting mtg on mtg.id = inv.meeting_id join household_student hst on hst.household_id = inv.household_id
      where exists (select 1 from class_membership mem join meeting_class mcl on mcl.school_class_id = mem.school_class_id
        where mem.student_id = hst.student_id and mcl.meeting_id = inv.meeting_id);`,
        // Families that have no child of the classes were invited by mistake, or have been moved since: it is on record whose family they are.
        `insert into meeting_invitation_student (id, created_at, invitation_id, student_id, ended_at)
      select gen_random_uuid(), inv.created_at, inv.id, hst.student_id, greatest(inv.invited_at, now())
      from meeting_invitation inv join household_student hst on hst.household_id = inv.household_id
      where not exists (select 1 from meeting_invitation_student ivs where ivs.invitation_id = inv.id);`,
        `create unique index "meeting_invitation_student_unique" on "meeting_invitation_student" ("invitation_id", "student_id");`,
        `create index "meeting_invitation_student_index" on "meeting_invitation_student" ("student_id", "invitation_id") where ended_at is null;`,
        `update meeting_invitation inv set status = 'WITHDRAWN' where status = 'INVITED'
      and not exists (select 1 from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null);`,
        `update engagement eng set status = 'ENDED', ended_at = now() from meeting_reply rpl join meeting_invitation inv on inv.id = rpl.invitation_id
      where eng.source_id = rpl.id and eng.kind = 'MEETING_ATTENDANCE' and eng.status = 'ACTIVE' and inv.status = 'WITHDRAWN';`,
        `update meeting_reply rpl set superseded_at = greatest(rpl.replied_at, now()) from meeting_invitation inv
      where inv.id = rpl.invitation_id and inv.status = 'WITHDRAWN' and rpl.superseded_at is null;`,
        `alter table "meeting_invitation_student" add constraint "meeting_invitation_student_invitation_id_foreign" foreign key ("invitation_id") references "meeting_invitation" ("id");`,
        `alter table "meeting_invitation_student" add constraint "meeting_invitation_student_student_id_foreign" foreign key ("student_id") references "student" ("id");`,
        `create function invitation_for_children() returns trigger as $$
      declare wanted uuid; inv meeting_invitation%rowtype; children int; meant int;
      begin
        if tg_table_name = 'meeting_invitation' then wanted := new.id;
        elsif tg_op = 'DELETE' then wanted := old.invitation_id;
        else wanted := new.invitation_id;
        end if;
        -- Two who end each another child of one invitation: the second waits, and sees what the first has written.
        if tg_op = 'INSERT' then select * into inv from meeting_invitation where id = wanted;
        else select * into inv from meeting_invitation where id = wanted for no key update;
        end if;
        if not found then return null; end if;
        select count(*), count(*) filter (where ended_at is null) into children, meant from meeting_invitation_student where invitation_id = wanted;
        if children = 0 or (inv.status = 'INVITED') <> (meant > 0) then
          raise exception using errcode = 'check_violation', constraint = 'meeting_invitation_for_children', table = tg_table_name,
            message = 'an invitation stands as long as it is for a child';
        end if;
        if tg_table_name = 'meeting_invitation_student' and tg_op <> 'DELETE' then
          if not exists (select 1 from household_student h where h.household_id = inv.household_id and h.student_id = new.student_id)
            or (new.ended_at is null and not exists (select 1 from class_membership s join meeting_class m on m.school_class_id = s.school_class_id
              where s.student_id = new.student_id and m.meeting_id = inv.meeting_id)) then
            raise exception using errcode = 'check_violation', constraint = 'meeting_invitation_for_children', table = tg_table_name,
              message = 'an invitation is for children of its household and of the classes of its meeting';
          end if;
        end if;
        return null;
      end; $$ language plpgsql;`,
        `create constraint trigger "meeting_invitation_for_children" after insert or update of status on "meeting_invitation" deferrable initially deferred for each row execute function invitation_for_children();`,
        `create constraint trigger "meeting_invitation_student_for_children" after insert or update of ended_at, invitation_id, student_id or delete on "meeting_invitation_student" deferrable initially deferred for each row execute function invitation_for_children();`,
      ),
    );
    // Notices and occupied time rest on the children whom the invitation is for, not on all of the household.
    this.addSql(
      portionwise(
        'engagement',
        `update engagement eng set rests_on = array(select 'student:' || ivs.student_id from meeting_invitation_student ivs where ivs.invitation_id = rpl.invitation_id and ivs.ended_at is null)
      from meeting_reply rpl where eng.id = any(due) and eng.kind = 'MEETING_ATTENDANCE' and rpl.id = eng.source_id`,
      ),
    );
    this.addSql(
      portionwise(
        'notice',
        `update notice ntc set rests_on = array(select distinct 'student:' || ivs.student_id
        from guardian gua join household_guardian hgd on hgd.guardian_id = gua.id join meeting_invitation inv on inv.household_id = hgd.household_id
        join meeting_invitation_student ivs on ivs.invitation_id = inv.id and ivs.ended_at is null
        where gua.person_id = ntc.person_id and inv.meeting_id = ntc.about_id)
      where ntc.id = any(due) and ntc.kind like 'meetings.%' and ntc.about_prefix = 'meeting'`,
      ),
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger "meeting_invitation_for_children" on "meeting_invitation";`);
    this.addSql(`drop table "meeting_invitation_student";`);
    this.addSql(`drop function invitation_for_children();`);
    this.addSql(`alter table "guardianship" drop constraint "guardianship_before_block";`);
    this.addSql(
      `alter table "guardianship" drop column "requested_name", drop column "approved_before_block", drop column "data_access_before_block";`,
    );
  }
}
