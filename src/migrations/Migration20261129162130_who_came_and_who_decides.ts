import { constrained, madeOnce, MigrationWhileInUse, refersTo, together } from './while-in-use.ts';

const refused = (constraint: string, message: string): string =>
  `raise exception using errcode = 'check_violation', constraint = ${constraint}, table = tg_table_name, message = '${message}'`;

/** A trigger and its function of the same name: `holds` is what must be true of the row that was written. */
const rule = (name: string, when: string, holds: string, message: string): readonly string[] => [
  `create or replace function ${name}() returns trigger as $$ begin if not (${holds}) then ${refused(`'${name}'`, message)}; end if; return null; end; $$ language plpgsql;`,
  `create ${when} for each row execute function ${name}();`,
];

/** Columns that name who decided, in tables of things that are somebody's. */
const DECIDED: Readonly<Record<string, readonly string[]>> = {
  signup: ['decided_by_id'],
  attendance: ['recorded_by_id'],
  volunteer_suspension: ['decided_by_id', 'lifted_by_id'],
  volunteer_qualification: ['granted_by_id'],
  parent_lecture: ['decided_by_id'],
  guardianship: ['decided_by_id'],
};

const RULES: readonly (readonly string[])[] = [
  rule(
    'signup_has_come',
    'trigger "signup_has_come" after update of status on "signup"',
    `old.status <> 'CONFIRMED' or new.status = 'CONFIRMED' or not exists (select 1 from attendance att where att.signup_id = new.id and att.checked_in_at is not null)`,
    'the volunteer has come: that is taken back first',
  ),
  rule(
    'attendance_of_place',
    'trigger "attendance_of_place" after insert or update of signup_id, shift_id, checked_in_at on "attendance"',
    `exists (select 1 from signup sgn where sgn.id = new.signup_id and sgn.shift_id = new.shift_id and (new.checked_in_at is null or sgn.status = 'CONFIRMED'))`,
    'whoever comes has a place in that shift',
  ),
  rule(
    'service_record_own_code',
    'trigger "service_record_own_code" after insert or update of status, approver_id, decided_at on "service_record"',
    `new.status <> 'APPROVED' or new.approver_id is not null or not exists (
      select 1 from check_in_code_shown ccs where ccs.shift_id = new.shift_id and ccs.person_id = new.person_id and ccs.created_at <= new.decided_at)`,
    'the volunteer was shown the code as one who runs the shift: somebody else approves',
  ),
  rule(
    'signup_of_its_role',
    'trigger "signup_of_its_role" after insert or update of role_id, shift_id, guardian_id on "signup"',
    `exists (select 1 from shift_role rol where rol.id = new.role_id and rol.shift_id = new.shift_id)
      and exists (select 1 from guardian gua where gua.id = new.guardian_id and gua.person_id = new.person_id)`,
    'the shift is that of the role, and the person that of the guardian',
  ),
  rule(
    'waitlist_entry_of_its_role',
    'trigger "waitlist_entry_of_its_role" after insert or update of role_id, shift_id, guardian_id on "waitlist_entry"',
    `exists (select 1 from shift_role rol where rol.id = new.role_id and rol.shift_id = new.shift_id)
      and exists (select 1 from guardian gua where gua.id = new.guardian_id and gua.person_id = new.person_id)`,
    'the shift is that of the role, and the person that of the guardian',
  ),
  rule(
    'stand_in_of_its_signup',
    'trigger "stand_in_of_its_signup" after insert or update of signup_id, role_id, shift_id, to_id on "stand_in"',
    `exists (select 1 from signup sgn where sgn.id = new.signup_id and sgn.role_id = new.role_id and sgn.shift_id = new.shift_id)
      and (new.to_id is null or exists (select 1 from guardian gua where gua.id = new.to_id and gua.person_id = new.to_person_id))`,
    'role and shift are those of the sign-up, and the person that of the guardian',
  ),
  rule(
    'stand_in_until_start',
    'trigger "stand_in_until_start" after insert or update of status, expires_at on "stand_in"',
    `new.status not in ('OFFERED', 'PENDING') or new.expires_at <= (select sft.starts_at from shift sft where sft.id = new.shift_id)`,
    'an offer of a place ends at the start',
  ),
  rule(
    'shift_off_for_all',
    'constraint trigger "shift_off_for_all" after update of status on "shift" deferrable initially deferred',
    `new.status <> 'CANCELLED' or not exists (select 1 from signup sgn where sgn.shift_id = new.id and sgn.status in ('PENDING', 'CONFIRMED')
      union all select 1 from waitlist_entry wle where wle.shift_id = new.id and wle.status in ('WAITING', 'OFFERED'))`,
    'nobody is signed up for a shift that is off, nor waits for it',
  ),
  rule(
    'parent_lecture_has_times',
    'trigger "parent_lecture_has_times" after insert or update of status, starts_at, ends_at on "parent_lecture"',
    `new.status <> 'SCHEDULED' or new.starts_at is not null`,
    'a lecture that has a shift has its times',
  ),
  rule(
    'staff_assignment_stays_ended',
    'trigger "staff_assignment_stays_ended" after update of ended_at on "staff_assignment"',
    `old.ended_at is null or new.ended_at is not distinct from old.ended_at`,
    'a role that was ended is given anew',
  ),
];

const NAMES = RULES.map(([, create]) => /trigger "(\w+)" .* on "(\w+)"/s.exec(create!)!.slice(1) as [string, string]);

/**
 * Who has come to a shift has a place in it; whoever runs it and could show the code to themself is approved by another; nobody
 * decides on what is their own. Of all that the database has the last word.
 */
export class Migration20261129162130_who_came_and_who_decides extends MigrationWhileInUse {
  override name = 'Migration20261129162130_who_came_and_who_decides';

  override up(): void {
    this.each(
      madeOnce(
        'check_in_code_shown',
        `create table "check_in_code_shown" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "shift_id" uuid not null, "person_id" uuid not null, primary key ("id"));`,
        `alter table "check_in_code_shown" add constraint "check_in_code_shown_unique" unique ("shift_id", "person_id");`,
        `alter table "check_in_code_shown" add constraint "check_in_code_shown_shift_id_foreign" foreign key ("shift_id") references "shift" ("id");`,
        `alter table "check_in_code_shown" add constraint "check_in_code_shown_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
      ),
    );

    this.addSql(`alter table "meeting_reply" add column if not exists "continues_id" uuid null;`);
    this.each(refersTo('meeting_reply', 'continues_id', 'meeting_reply'));

    // What an alignment has called off, with the reason that it gives where nobody named another.
    this.addSql(`alter table "shift" add column if not exists "off_calendar" boolean not null default false;`);
    this.addSql(
      `update shift set off_calendar = true where status = 'CANCELLED' and cancel_reason = '校历已调整' and series_id is not null and not detached and starts_at > now();`,
    );
    this.each(
      constrained(
        'shift',
        'shift_off_calendar',
        `check (not off_calendar or (status = 'CANCELLED' and series_id is not null))`,
      ),
    );

    // Whoever had checked in early and has no place any more, or checked in for a time from which the shift was moved away, has not come.
    this
      .addSql(`with gone as (delete from attendance where id in (select att.id from attendance att join signup sgn on sgn.id = att.signup_id join shift sft on sft.id = sgn.shift_id
        where att.checked_in_at is not null and (sgn.status <> 'CONFIRMED' or sft.starts_at > now() and att.checked_in_at < sft.starts_at - interval '4 hours')
          and not exists (select 1 from service_record srv where srv.signup_id = sgn.id and srv.source = 'SYSTEM_CHECKED')) returning signup_id)
      delete from attendance_report arp using gone where arp.signup_id = gone.signup_id;`);

    this
      .addSql(`create or replace function decided_by_another() returns trigger as $$ declare written jsonb := to_jsonb(new); before jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end; whose uuid; each text; begin
        whose := coalesce((written ->> 'person_id')::uuid, (select sgn.person_id from signup sgn where sgn.id = (written ->> 'signup_id')::uuid),
          (select gua.person_id from guardian gua where gua.id = (written ->> 'guardian_id')::uuid));
        foreach each in array tg_argv loop
          if written ->> each is distinct from before ->> each and exists (select 1 from staff stf where stf.id = (written ->> each)::uuid and stf.person_id = whose) then
            ${refused('tg_name', 'nobody decides on what is their own')};
          end if;
        end loop;
        return null;
      end; $$ language plpgsql;`);
    for (const [table, columns] of Object.entries(DECIDED)) {
      this
        .addSql(`create or replace trigger "${table}_decided_by_another" after insert or update of ${columns.join(', ')} on "${table}" for each row
        when (${columns.map((column) => `new.${column} is not null`).join(' or ')}) execute function decided_by_another(${columns.map((column) => `'${column}'`).join(', ')});`);
    }
    for (const [index, [rows, trigger]] of RULES.entries())
      this.addSql(together(rows!, `drop trigger if exists "${NAMES[index]![0]}" on "${NAMES[index]![1]}";`, trigger!));
  }

  override down(): void {
    for (const [name, table] of NAMES) {
      this.addSql(`drop trigger "${name}" on "${table}";`);
      this.addSql(`drop function ${name}();`);
    }
    for (const table of Object.keys(DECIDED)) this.addSql(`drop trigger "${table}_decided_by_another" on "${table}";`);
    this.addSql(`drop function decided_by_another();`);
    this.addSql(`alter table "shift" drop constraint "shift_off_calendar", drop column "off_calendar";`);
    this.addSql(`alter table "meeting_reply" drop column "continues_id";`);
    this.addSql(`drop table "check_in_code_shown";`);
  }
}
