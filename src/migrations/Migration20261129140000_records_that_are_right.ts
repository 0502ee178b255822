import { constrained, madeOnce, MigrationWhileInUse, portionwise } from './while-in-use.ts';

/** The roles whose places a statement has changed are counted anew, in the order of their ids. */
function placesChanged(table: 'signup' | 'waitlist_entry', takesPlace: string): string {
  const of = (rows: string): string => `select id, role_id from ${rows} where ${takesPlace}`;
  return `create or replace function ${table}_places_changed() returns trigger as $$ declare roles uuid[]; begin
      if tg_op = 'INSERT' then
        select array_agg(distinct each.role_id) into roles from (${of('after_rows')}) each;
      elsif tg_op = 'DELETE' then
        select array_agg(distinct each.role_id) into roles from (${of('before_rows')}) each;
      else
        select array_agg(distinct each.role_id) into roles from (
          (${of('before_rows')} except ${of('after_rows')}) union all (${of('after_rows')} except ${of('before_rows')})) each;
      end if;
      if roles is null then
        return null;
      end if;
      if cardinality(roles) > 1 then
        perform 1 from shift_role rol where rol.id = any(roles) order by rol.id for no key update;
      end if;
      update shift_role rol set places_taken = rol.places_taken where rol.id = any(roles);
      return null;
    end; $$ language plpgsql;`;
}

const triggersOf = (table: 'signup' | 'waitlist_entry'): string[] =>
  (
    [
      ['insert', 'new table as after_rows'],
      ['update', 'old table as before_rows new table as after_rows'],
      ['delete', 'old table as before_rows'],
    ] as const
  ).map(
    ([event, rows]) =>
      `create or replace trigger "${table}_places_${event}" after ${event} on "${table}" referencing ${rows} for each statement execute function ${table}_places_changed();`,
  );

export class Migration20261129140000_records_that_are_right extends MigrationWhileInUse {
  override name = 'Migration20261129140000_records_that_are_right';

  override up(): void {
    this.addSql(`create or replace function places_of_role_counted() returns trigger as $$ begin
      if tg_op = 'INSERT' then
        new.places_taken := 0;
      else
        select (select count(*) from signup sgn where sgn.role_id = new.id and sgn.status = 'CONFIRMED')
          + (select count(*) from waitlist_entry wle where wle.role_id = new.id and wle.status = 'OFFERED' and wle.stand_in_id is null) into new.places_taken;
      end if;
      return new;
    end; $$ language plpgsql;`);
    this.addSql(placesChanged('signup', "status = 'CONFIRMED'"));
    this.addSql(placesChanged('waitlist_entry', "status = 'OFFERED' and stand_in_id is null"));
    this.addSql(
      `create or replace trigger "shift_role_places_counted" before insert or update of places_taken on "shift_role" for each row execute function places_of_role_counted();`,
    );
    for (const trigger of [...triggersOf('signup'), ...triggersOf('waitlist_entry')]) this.addSql(trigger);
    // A counter that has drifted is set right; where more have a place than there are, the role has room for them.
    this.addSql(
      portionwise(
        'shift_role',
        `update shift_role rol set capacity = greatest(rol.capacity, cnt.taken), places_taken = cnt.taken from (
        select each.id, (select count(*) from signup sgn where sgn.role_id = each.id and sgn.status = 'CONFIRMED')
          + (select count(*) from waitlist_entry wle where wle.role_id = each.id and wle.status = 'OFFERED' and wle.stand_in_id is null) as taken from shift_role each where each.id = any(due)) cnt
      where cnt.id = rol.id and rol.places_taken <> cnt.taken`,
      ),
    );

    this.addSql(
      `update waitlist_entry set offer_expires_at = null where status = 'WAITING' and offer_expires_at is not null;`,
    );
    this.each(
      constrained(
        'waitlist_entry',
        'waitlist_entry_waiting',
        `check (status <> 'WAITING' or offer_expires_at is null)`,
      ),
    );
    // Offers of a place end with the sign-up, whoever on the list was asked for it waits again, and what is open follows the shift.
    this
      .addSql(`update stand_in sti set status = 'WITHDRAWN', decided_at = coalesce(sti.decided_at, now()) from signup sgn
      where sgn.id = sti.signup_id and sgn.status <> 'CONFIRMED' and sti.status in ('OFFERED', 'PENDING');`);
    this
      .addSql(`update waitlist_entry wle set status = 'WAITING', offer_expires_at = null, stand_in_id = null from stand_in sti
      where sti.id = wle.stand_in_id and wle.status = 'OFFERED' and sti.status <> 'OFFERED';`);
    this.addSql(`update stand_in sti set expires_at = sft.starts_at from shift sft
      where sft.id = sti.shift_id and sti.status in ('OFFERED', 'PENDING') and sti.expires_at <> sft.starts_at;`);

    this.addSql(`alter table "attendance" add column if not exists "excused_at" timestamptz(3) null;`);
    this.each(
      constrained(
        'attendance',
        'attendance_no_show',
        `check (num_nonnulls(checked_in_at, no_show_at, excused_at) = 1)`,
      ),
    );
    this.each(
      madeOnce(
        'suspension_no_show',
        `create table "suspension_no_show" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "suspension_id" uuid not null, "attendance_id" uuid not null, primary key ("id"));`,
        `create index "suspension_no_show_attendance_index" on "suspension_no_show" ("attendance_id");`,
        `alter table "suspension_no_show" add constraint "suspension_no_show_unique" unique ("suspension_id", "attendance_id");`,
        `alter table "suspension_no_show" add constraint "suspension_no_show_suspension_id_foreign" foreign key ("suspension_id") references "volunteer_suspension" ("id");`,
        `alter table "suspension_no_show" add constraint "suspension_no_show_attendance_id_foreign" foreign key ("attendance_id") references "attendance" ("id");`,
      ),
    );
    this.addSql(`alter table "volunteer_suspension" add column if not exists "undone" boolean not null default false;`);
    this.each(
      constrained(
        'volunteer_suspension',
        'volunteer_suspension_lifted',
        `check ((lifted_at is null) = (lift_reason is null) and (lifted_by_id is null or lifted_at is not null) and (lifted_at is null or lifted_by_id is not null or undone) and (lifted_at is null or (lifted_at >= starts_at and lifted_at < ends_at)))`,
      ),
    );
    this.each(
      constrained('volunteer_suspension', 'volunteer_suspension_undone', `check (not undone or cause = 'NO_SHOWS')`),
    );
    // Whoever asked to be let go and had no answer was not missed; then what suspensions rest on, and those that rest on too little. Within how
    // many days absences were counted the reason says: the district may have set another number since.
    this.addSql(`update attendance att set no_show_at = null, excused_at = att.no_show_at from signup sgn
      where sgn.id = att.signup_id and att.no_show_at is not null and sgn.cancel_requested_at is not null;`);
    this.addSql(`insert into suspension_no_show (id, suspension_id, attendance_id)
      select gen_random_uuid(), sus.id, att.id from volunteer_suspension sus join signup sgn on sgn.person_id = sus.person_id and sgn.status = 'CONFIRMED'
      join attendance att on att.signup_id = sgn.id join shift sft on sft.id = sgn.shift_id and sft.district_id = sus.district_id
      left join volunteering_policy vop on vop.district_id = sus.district_id
      where sus.cause = 'NO_SHOWS' and att.no_show_at <= sus.starts_at and sft.starts_at < sus.starts_at
        and sft.starts_at > sus.starts_at - make_interval(days => coalesce(substring(sus.reason from '([0-9]+) 天内')::int, vop.no_show_window_days, 180))
        and sft.starts_at >= coalesce((select max(coalesce(bef.lifted_at, bef.ends_at)) from volunteer_suspension bef
          where bef.person_id = sus.person_id and bef.district_id = sus.district_id and bef.cause = 'NO_SHOWS' and bef.starts_at < sus.starts_at), '-infinity')
      on conflict do nothing;`);
    this.addSql(`update volunteer_suspension sus set undone = true,
        lift_reason = case when sus.lifted_at is null and sus.ends_at > now() then '所依据的缺勤记录已更正' else sus.lift_reason end,
        lifted_at = case when sus.lifted_at is null and sus.ends_at > now() then now() else sus.lifted_at end
      where sus.cause = 'NO_SHOWS' and (select count(*) from suspension_no_show sns where sns.suspension_id = sus.id) < substring(sus.reason from '缺勤 ([0-9]+) 次')::int;`);

    this.addSql(
      `alter table "parent_lecture" add column if not exists "starts_at" timestamptz(3) null, add column if not exists "ends_at" timestamptz(3) null;`,
    );
    this.each(
      constrained(
        'parent_lecture',
        'parent_lecture_times',
        `check ((starts_at is null) = (ends_at is null) and (starts_at is null or starts_at < ends_at))`,
      ),
    );
    // Of lectures of one class at one time the one that was proposed first has it: the other is told of by a check, for a teacher to move.
    this
      .addSql(`update parent_lecture plc set starts_at = sft.starts_at, ends_at = sft.ends_at from shift sft where sft.id = plc.shift_id and not (plc.status = 'SCHEDULED' and exists (
      select 1 from parent_lecture bef join shift its on its.id = bef.shift_id where bef.school_class_id = plc.school_class_id and bef.status = 'SCHEDULED'
        and (bef.proposed_at, bef.id) < (plc.proposed_at, plc.id) and tstzrange(its.starts_at, its.ends_at) && tstzrange(sft.starts_at, sft.ends_at)));`);
    // A district has some hundred lectures: they are read at one go.
    this.addSql(
      `alter table "parent_lecture" drop constraint if exists "parent_lecture_of_class_no_overlap", add constraint "parent_lecture_of_class_no_overlap" exclude using gist (school_class_id with =, tstzrange(starts_at, ends_at) with &&) where (status = 'SCHEDULED' and starts_at is not null);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(
      `alter table "parent_lecture" drop constraint "parent_lecture_of_class_no_overlap", drop constraint "parent_lecture_times", drop column "starts_at", drop column "ends_at";`,
    );
    this.addSql(`drop table "suspension_no_show";`);
    this.addSql(`delete from volunteer_suspension where undone;`);
    this.addSql(`alter table "volunteer_suspension" drop constraint "volunteer_suspension_undone";`);
    this.addSql(`alter table "volunteer_suspension" drop constraint "volunteer_suspension_lifted";`);
    this.addSql(`alter table "volunteer_suspension" drop column "undone";`);
    this.addSql(
      `alter table "volunteer_suspension" add constraint "volunteer_suspension_lifted" check ((lifted_at is null) = (lift_reason is null) and (lifted_at is null) = (lifted_by_id is null) and (lifted_at is null or (lifted_at >= starts_at and lifted_at < ends_at)));`,
    );
    this.addSql(`delete from attendance where excused_at is not null;`);
    this.addSql(`alter table "attendance" drop constraint "attendance_no_show";`);
    this.addSql(`alter table "attendance" drop column "excused_at";`);
    this.addSql(
      `alter table "attendance" add constraint "attendance_no_show" check ((checked_in_at is null) = (no_show_at is not null));`,
    );
    this.addSql(`alter table "waitlist_entry" drop constraint "waitlist_entry_waiting";`);
    for (const table of ['signup', 'waitlist_entry'])
      for (const event of ['insert', 'update', 'delete'])
        this.addSql(`drop trigger "${table}_places_${event}" on "${table}";`);
    this.addSql(`drop trigger "shift_role_places_counted" on "shift_role";`);
    for (const name of ['signup_places_changed', 'waitlist_entry_places_changed', 'places_of_role_counted'])
      this.addSql(`drop function ${name}();`);
  }
}
