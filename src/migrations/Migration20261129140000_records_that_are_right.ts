import { Migration } from '@mikro-orm/migrations';

/** The roles whose places a statement has changed are counted anew, in the order of their ids. */
function placesChanged(table: 'signup' | 'waitlist_entry', takesPlace: string): string {
  const of = (rows: string): string => `select id, role_id from ${rows} where ${takesPlace}`;
  return `create function ${table}_places_changed() returns trigger as $$ declare roles uuid[]; begin
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
  ([['insert', 'new table as after_rows'], ['update', 'old table as before_rows new table as after_rows'], ['delete', 'old table as before_rows']] as const)
    .map(([event, rows]) => `create trigger "${table}_places_${event}" after ${event} on "${table}" referencing ${rows} for each statement execute function ${table}_places_changed();`);

export class Migration20261129140000_records_that_are_right extends Migration {
  override name = 'Migration20261129140000_records_that_are_right';

  override up(): void | Promise<void> {
    this.addSql(`create function places_of_role_counted() returns trigger as $$ begin
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
    this.addSql(`create trigger "shift_role_places_counted" before insert or update of places_taken on "shift_role" for each row execute function places_of_role_counted();`);
    for (const trigger of [...triggersOf('signup'), ...triggersOf('waitlist_entry')]) this.addSql(trigger);
    // A counter that has drifted is set right; where more have a place than there are, the role has room for them.
    this.addSql(`update shift_role rol set capacity = greatest(rol.capacity, cnt.taken), places_taken = cnt.taken from (
        select each.id, (select count(*) from signup sgn where sgn.role_id = each.id and sgn.status = 'CONFIRMED')
          + (select count(*) from waitlist_entry wle where wle.role_id = each.id and wle.status = 'OFFERED' and wle.stand_in_id is null) as taken from shift_role each) cnt
      where cnt.id = rol.id and rol.places_taken <> cnt.taken;`);

    this.addSql(`update waitlist_entry set offer_expires_at = null where status = 'WAITING' and offer_expires_at is not null;`);
    this.addSql(`alter table "waitlist_entry" add constraint "waitlist_entry_waiting" check (status <> 'WAITING' or offer_expires_at is null);`);
    // Offers of a place end with the sign-up, whoever on the list was asked for it waits again, and what is open follows the shift.
    this.addSql(`update stand_in sti set status = 'WITHDRAWN', decided_at = coalesce(sti.decided_at, now()) from signup sgn
      where sgn.id = sti.signup_id and sgn.status <> 'CONFIRMED' and sti.status in ('OFFERED', 'PENDING');`);
    this.addSql(`update waitlist_entry wle set status = 'WAITING', offer_expires_at = null, stand_in_id = null from stand_in sti
      where sti.id = wle.stand_in_id and wle.status = 'OFFERED' and sti.status <> 'OFFERED';`);
    this.addSql(`update stand_in sti set expires_at = sft.starts_at from shift sft
      where sft.id = sti.shift_id and sti.status in ('OFFERED', 'PENDING') and sti.expires_at <> sft.starts_at;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "waitlist_entry" drop constraint "waitlist_entry_waiting";`);
    for (const table of ['signup', 'waitlist_entry']) for (const event of ['insert', 'update', 'delete']) this.addSql(`drop trigger "${table}_places_${event}" on "${table}";`);
    this.addSql(`drop trigger "shift_role_places_counted" on "shift_role";`);
    for (const name of ['signup_places_changed', 'waitlist_entry_places_changed', 'places_of_role_counted']) this.addSql(`drop function ${name}();`);
  }
}
