import { constrained, MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

const ENDS_ON =
  '(select y.ends_on from school_class c join school_year y on y.id = c.school_year_id where c.id = new.school_class_id for share of y)';

const follows = (table: string, body: string): string =>
  `create or replace function "${table}_${table}_follow_year_fn"() returns trigger as $$ begin ${body}
    return new; end; $$ language plpgsql;`;

const roleFollows = follows(
  'staff_assignment',
  `if old.ended_at is not null and new.ended_at is not null then
      new.valid_to := old.valid_to;
    else
      declare
        year_ends date := ${ENDS_ON};
      begin
        if tg_op = 'INSERT' and new.last_day_given is null then
          new.last_day_given := nullif(least(new.valid_to, year_ends), year_ends);
        end if;
        new.valid_to := least(new.last_day_given, year_ends, (new.ended_at at time zone 'Asia/Shanghai')::date);
      end;
    end if;`,
);

const requestFollows = follows(
  'role_request',
  `if new.status = 'PENDING' then
      declare
        year_ends date := ${ENDS_ON};
      begin
        if tg_op = 'INSERT' and new.last_day_asked is null then
          new.last_day_asked := nullif(least(new.valid_to, year_ends), year_ends);
        end if;
        new.valid_to := least(new.last_day_asked, year_ends);
      end;
    end if;`,
);

/** As it was: what is written as the last day was given. */
const written = (table: string, column: string, open: string): string =>
  follows(
    table,
    `if tg_op = 'INSERT' or (${open} and new.valid_to is distinct from old.valid_to) then
      new.${column} := new.valid_to;
    end if;
    if ${open} then
      new.valid_to := least(new.${column}, ${ENDS_ON});
    end if;`,
  );

/** @param but those that are there again all the same */
const staysEnded = (
  but: string,
): string => `create or replace function staff_assignment_stays_ended() returns trigger as $$ begin
        if not (old.ended_at is null or new.ended_at is not distinct from old.ended_at${but}) then
          raise exception using errcode = 'check_violation', constraint = tg_name, table = tg_table_name, message = 'a role that was ended is given anew';
        end if;
        return null;
      end; $$ language plpgsql;`;

const once = (last: string): string =>
  `alter table "staff_assignment" drop constraint if exists "staff_assignment_once", add constraint "staff_assignment_once" exclude using gist (staff_id with =, role with =, (coalesce(school_class_id, school_id, district_id)) with =,
    (coalesce(grade_id, district_id)) with =, (coalesce(subject, '')) with =, daterange(valid_from, ${last}, '[]') with &&) where (ended_at is null);`;

const CHANGES =
  'old.ended_at is null and (new.ended_at is not null or (new.valid_to < new.valid_from) is distinct from (old.valid_to < old.valid_from))';

/** Hidden, and the key is free. */
const settled = (those: string): string =>
  `update notice n set rests_on = '{}', dedupe_key = n.dedupe_key || '/' || n.id from staff s where ${those} and n.person_id = s.person_id and n.rests_on is distinct from '{}'`;

/** The very role, given for a time of that of `w`. */
const SAME = `o.id <> w.id and o.staff_id = w.staff_id and o.role = w.role and o.school_class_id = w.school_class_id and coalesce(o.subject, '') = coalesce(w.subject, '')
        and daterange(o.valid_from, o.last_day_given, '[]') && daterange(w.valid_from, w.last_day_given, '[]')`;

/**
 * Until when a role was given, and when somebody ended it, is all that is written of it; its last day follows from that and from the school
 * year. What a year that was made shorter had ended before it began is not in force as long as the year is so short, and waits, as the very
 * row: but where the role is held by now, or was given anew more than once. Whoever was released after the end of the school year has lost
 * the roles of that year for good: the audit log knows of them. Broken off, it is begun again.
 */
export class Migration20261130090000_what_was_given extends MigrationWhileInUse {
  override up(): void {
    this.each(
      // Where it is begun again.
      `alter table "staff_assignment" add column if not exists "ended_with_year" boolean not null default false;`,
      once('last_day_given'),
      constrained(
        'staff_assignment',
        'staff_assignment_dates',
        'check (last_day_given is null or valid_from <= last_day_given)',
      ),
      together(roleFollows, requestFollows),
      portionwise(
        'staff_assignment',
        `update staff_assignment w set ended_at = gone.at, ended_by_id = gone.by_id from (
        select distinct on (r.id) r.id, l.created_at as at, e.ended_by_id as by_id from staff_assignment r
          join audit_record l on l.about @> array[r.staff_id] and l.mutation = 'releaseStaff' and l.outcome = 'SUCCEEDED' and l.created_at > r.created_at
          join staff_assignment e on e.staff_id = r.staff_id and e.ended_by_id is not null and e.ended_at between l.created_at - interval '1 minute' and l.created_at
        where r.id = any(due) and r.ended_at is null and r.school_class_id is not null and r.valid_to < (l.created_at at time zone 'Asia/Shanghai')::date
          and (r.last_day_given is null or r.last_day_given >= (l.created_at at time zone 'Asia/Shanghai')::date)
          and (e.school_id = r.school_id or exists (select 1 from staff_assignment d where d.staff_id = e.ended_by_id and d.role = 'DISTRICT_ADMIN' and d.district_id = r.district_id))
        order by r.id, l.created_at) gone where w.id = gone.id`,
      ),
      portionwise(
        'staff_assignment',
        settled(
          `n.kind = 'people.role-ended-with-year' and (s.id, n.about_id) in (select w.staff_id, w.id from staff_assignment w where w.id = any(due) and w.ended_at is not null and not w.ended_with_year)`,
        ),
      ),
      staysEnded(' or (old.ended_with_year and not new.ended_with_year)'),
      portionwise(
        'staff_assignment',
        `update staff_assignment w set ended_at = null, ended_by_id = null, ended_with_year = false where w.id = any(due) and w.ended_with_year
        and not exists (select 1 from staff_assignment o where ${SAME} and (o.ended_at is null or (o.ended_with_year and (o.created_at, o.id) > (w.created_at, w.id))))`,
      ),
      staysEnded(''),
      together(
        `create or replace function staff_assignment_follow_news() returns trigger as $$ begin
        ${settled(`s.id = new.staff_id and n.about_id = new.id and n.kind in ('people.role-ended-with-year', 'people.role-given-anew')`)};
        return null;
      end; $$ language plpgsql;`,
        `create or replace trigger "staff_assignment_follow_news" after update on "staff_assignment" for each row when (${CHANGES}) execute function staff_assignment_follow_news();`,
      ),
      `alter table "staff_assignment" drop constraint if exists "staff_assignment_ended_with_year", drop column if exists "ended_with_year";`,
    );
  }

  override down(): void {
    this.each(
      `drop trigger if exists "staff_assignment_follow_news" on "staff_assignment";`,
      `drop function if exists staff_assignment_follow_news();`,
      `alter table "staff_assignment" add column if not exists "ended_with_year" boolean not null default false;`,
      `update staff_assignment set ended_at = now(), ended_with_year = true where ended_at is null and valid_to < valid_from;`,
      together(
        written('staff_assignment', 'last_day_given', 'new.ended_at is null'),
        written('role_request', 'last_day_asked', "new.status = 'PENDING'"),
      ),
      `update staff_assignment set valid_to = last_day_given where valid_to < valid_from;`,
      once('valid_to'),
      constrained('staff_assignment', 'staff_assignment_dates', 'check (valid_to is null or valid_from <= valid_to)'),
      constrained(
        'staff_assignment',
        'staff_assignment_ended_with_year',
        'check (not ended_with_year or (ended_at is not null and school_class_id is not null))',
      ),
    );
  }
}
