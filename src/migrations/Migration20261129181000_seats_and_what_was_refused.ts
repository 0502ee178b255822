import { MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

/** PostgreSQL has the last word on the seats of a meeting, and on who does not miss a shift from which they were turned away. */
export class Migration20261129181000_seats_and_what_was_refused extends MigrationWhileInUse {
  override up(): void {
    // What families were promised before this was so they keep: there are as many seats as that, in the room as well.
    const seats =
      '(select meeting_id as id, sum(attendee_count)::int as taken from meeting_reply where superseded_at is null group by meeting_id)';
    this
      .addSql(`update room set capacity = most.taken from (select mtg.room_id, max(rep.taken) as taken from meeting mtg join ${seats} rep on rep.id = mtg.id group by mtg.room_id) most
      where room.id = most.room_id and room.capacity < most.taken;`);
    this.addSql(
      `update meeting mtg set capacity = rep.taken from ${seats} rep where rep.id = mtg.id and mtg.capacity < rep.taken;`,
    );
    this
      .addSql(`create or replace function seats_of_meeting() returns trigger as $$ declare wanted uuid; most int; begin
        if tg_table_name = 'meeting' then wanted := new.id;
        elsif new.superseded_at is null then wanted := new.meeting_id;
        else return null;
        end if;
        -- Of two who commit at the same moment the second waits, and sees what the first has written.
        select least(mtg.capacity, (select rom.capacity from room rom where rom.id = mtg.room_id)) into most from meeting mtg where mtg.id = wanted for no key update;
        if most < (select sum(rep.attendee_count) from meeting_reply rep where rep.meeting_id = wanted and rep.superseded_at is null) then
          raise exception using errcode = 'check_violation', constraint = 'meeting_seats', table = tg_table_name, message = 'more seats are replied for than there are';
        end if;
        return null;
      end; $$ language plpgsql;`);
    this.addSql(
      together(
        `drop trigger if exists "meeting_reply_seats" on "meeting_reply";`,
        `create constraint trigger "meeting_reply_seats" after insert or update of attendee_count, superseded_at, meeting_id on "meeting_reply" deferrable initially deferred for each row execute function seats_of_meeting();`,
      ),
    );
    this.addSql(
      together(
        `drop trigger if exists "meeting_seats" on "meeting";`,
        `create constraint trigger "meeting_seats" after update of capacity, room_id on "meeting" deferrable initially deferred for each row execute function seats_of_meeting();`,
      ),
    );
    this.addSql(`create or replace function room_capacity_stays() returns trigger as $$ begin
        if new.capacity < old.capacity then
          raise exception using errcode = 'check_violation', constraint = 'room_capacity_stays', table = tg_table_name, message = 'the seats of a room do not become fewer';
        end if;
        return null;
      end; $$ language plpgsql;`);
    this.addSql(
      `create or replace trigger "room_capacity_stays" after update of capacity on "room" for each row execute function room_capacity_stays();`,
    );

    this.addSql(`alter table "signup" add column if not exists "without_right_since" timestamptz(3) null;`);
    this.addSql(`create or replace function attendance_missed_by_right() returns trigger as $$ begin
        if exists (select 1 from signup sgn where sgn.id = new.signup_id and sgn.without_right_since is not null) then
          raise exception using errcode = 'check_violation', constraint = 'attendance_missed_by_right', table = tg_table_name, message = 'nobody misses a shift from which they were turned away';
        end if;
        return null;
      end; $$ language plpgsql;`);
    // What was decided gives its key free, for it may wait again.
    this.addSql(
      portionwise(
        'notice',
        `update notice set dedupe_key = dedupe_key || '/' || id where id = any(due) and dedupe_key not like '%/' || id and kind in ('people.guardianship-asked', 'people.role-asked') and rests_on = '{}'`,
        // What was told before of shifts that are for somebody again says the day as well.
        `update notice ntc set params = ntc.params || jsonb_build_object('at', to_char(sft.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from shift sft where ntc.id = any(due) and ntc.kind = 'volunteering.signup-again' and sft.id = ntc.about_id`,
      ),
    );
    this.addSql(
      `create or replace trigger "attendance_missed_by_right" after insert or update of no_show_at on "attendance" for each row when (new.no_show_at is not null) execute function attendance_missed_by_right();`,
    );
  }

  override down(): void {
    this.addSql(`drop trigger "attendance_missed_by_right" on "attendance";`);
    this.addSql(`drop function attendance_missed_by_right();`);
    this.addSql(`alter table "signup" drop column "without_right_since";`);
    this.addSql(`drop trigger "room_capacity_stays" on "room";`);
    this.addSql(`drop function room_capacity_stays();`);
    this.addSql(`drop trigger "meeting_seats" on "meeting";`);
    this.addSql(`drop trigger "meeting_reply_seats" on "meeting_reply";`);
    this.addSql(`drop function seats_of_meeting();`);
  }
}
