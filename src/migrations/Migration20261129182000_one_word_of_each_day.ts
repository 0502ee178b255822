import { constrained, indexed, MigrationWhileInUse, portionwise, refersTo } from './while-in-use.ts';

/**
 * What had been noted of somebody is kept beside what service says that counts, also where they were noted to have come.
 * Rows that contradict such service follow it from here on. A day belongs to one part of a series at most: parts that lie over
 * one another, for the last day of an earlier one was moved, are series of their own from here on.
 */
export class Migration20261129182000_one_word_of_each_day extends MigrationWhileInUse {
  override up(): void {
    this.addSql('alter table "service_token" add column if not exists "taken_over_at" timestamptz(3) null;');
    this.each(indexed('staff_identity_waiting_index', `"staff_identity" ("linked_by_id") where status = 'PENDING'`));
    this.addSql('alter table "shift_series" add column if not exists "origin_id" uuid null;');
    this
      .addSql(`with recursive line as (select s.id, s.id as origin from shift_series s where s.continues_id is null union all select s.id, line.origin from shift_series s join line on s.continues_id = line.id)
      update shift_series s set origin_id = line.origin from line where line.id = s.id and line.origin <> s.id;`);
    this
      .addSql(`update shift_series set continues_id = null, origin_id = null where origin_id is not null and origin_id in (
        select coalesce(one.origin_id, one.id) from shift_series one join shift_series other on coalesce(other.origin_id, other.id) = coalesce(one.origin_id, one.id) and other.id <> one.id
        where one.first_date <= other.last_date and other.first_date <= one.last_date);`);
    this.each(
      refersTo('shift_series', 'origin_id', 'shift_series'),
      constrained(
        'shift_series',
        'shift_series_origin',
        'check ((continues_id is null) = (origin_id is null) and origin_id is distinct from id)',
      ),
    );
    // A district has some hundred series: they are read at one go.
    this.addSql(
      `alter table "shift_series" drop constraint if exists "shift_series_no_overlap", add constraint "shift_series_no_overlap" exclude using gist ((coalesce(origin_id, id)) with =, daterange(first_date, last_date, '[]') with &&);`,
    );
    this.addSql(
      `alter table "attendance" add column if not exists "came_before" timestamptz(3) null, add column if not exists "came_before_by" text null, add column if not exists "left_before" timestamptz(3) null, add column if not exists "left_before_by" text null;`,
    );
    this.each(
      constrained('attendance', 'attendance_came_before_by_check', `check ("came_before_by" in ('QR', 'LIST'))`),
      constrained('attendance', 'attendance_left_before_by_check', `check ("left_before_by" in ('QR', 'LIST'))`),
      constrained(
        'attendance',
        'attendance_stay_before',
        'check ((came_before is null) = (came_before_by is null) and (left_before is null) = (left_before_by is null) and (left_before is null or coalesce(left_before >= came_before, false)))',
      ),
      constrained(
        'attendance',
        'attendance_by_service',
        'check (num_nonnulls(missed_before, excused_before, came_before) = 0 or (num_nonnulls(missed_before, excused_before, came_before) = 1 and checked_in_at is not null))',
      ),
    );
    this.addSql(
      portionwise(
        'attendance',
        `update attendance att set no_show_at = null, excused_at = null, checked_in_at = coalesce(srv.checked_from, srv.supplemented_from), checked_in_by = 'LIST',
        checked_out_at = srv.checked_until, checked_out_by = case when srv.checked_until is not null then 'LIST' end,
        missed_before = coalesce(att.missed_before, att.no_show_at), excused_before = coalesce(att.excused_before, att.excused_at),
        came_before = case when coalesce(att.missed_before, att.excused_before) is null then att.checked_in_at end, came_before_by = case when coalesce(att.missed_before, att.excused_before) is null then att.checked_in_by end,
        left_before = case when coalesce(att.missed_before, att.excused_before) is null then att.checked_out_at end, left_before_by = case when coalesce(att.missed_before, att.excused_before) is null then att.checked_out_by end
      from (select each.signup_id, each.shift_id, min(each.starts_at) filter (where each.source = 'SYSTEM_CHECKED') as checked_from, min(each.ends_at) filter (where each.source = 'SYSTEM_CHECKED') as checked_until,
          min(each.starts_at) as supplemented_from from service_record each where each.status = 'APPROVED' and each.signup_id in (select one.signup_id from attendance one where one.id = any(due)) group by each.signup_id, each.shift_id) srv join shift sft on sft.id = srv.shift_id
      where att.id = any(due) and att.signup_id = srv.signup_id and (att.checked_in_at, att.checked_out_at) is distinct from (coalesce(srv.checked_from, srv.supplemented_from), srv.checked_until) and exists (select 1 from signup sgn where sgn.id = srv.signup_id and sgn.status = 'CONFIRMED') and (att.checked_in_at is null
        or (srv.checked_from is not null and not coalesce(greatest(att.checked_in_at, sft.starts_at) = srv.checked_from and least(att.checked_out_at, sft.ends_at) = srv.checked_until and att.checked_out_at is not null, false)))`,
      ),
    );
  }

  override down(): void {
    this.addSql('alter table "service_token" drop column "taken_over_at";');
    this.addSql('drop index "staff_identity_waiting_index";');
    this.addSql(
      'alter table "shift_series" drop constraint "shift_series_no_overlap", drop constraint "shift_series_origin", drop constraint "shift_series_origin_id_foreign", drop column "origin_id";',
    );
    this.addSql(
      'alter table "attendance" drop constraint "attendance_by_service", drop constraint "attendance_stay_before", drop column "came_before", drop column "came_before_by", drop column "left_before", drop column "left_before_by";',
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_by_service" check (num_nonnulls(missed_before, excused_before) = 0 or (num_nonnulls(missed_before, excused_before) = 1 and checked_in_at is not null));`,
    );
  }
}
