import { constrained, madeOnce, MigrationWhileInUse, refersTo, together } from './while-in-use.ts';

/** Columns of one line, by table. */
export const LINES: Readonly<Record<string, readonly string[]>> = {
  agenda_item: ['title'],
  calendar_day: ['name'],
  district: ['name'],
  engagement: ['title'],
  guardianship: ['decision_reason', 'requested_name'],
  household: ['name'],
  meeting: ['title', 'place', 'cancel_reason'],
  parent_lecture: ['title', 'reason'],
  person: ['name'],
  room: ['name'],
  school: ['name'],
  school_class: ['name'],
  school_year: ['name'],
  service_record: ['decision_reason'],
  service_token: ['name'],
  session: ['client'],
  shift: ['place', 'cancel_reason'],
  shift_role: ['name', 'qualification'],
  shift_series: ['place'],
  signup: ['cancel_reason', 'cancel_request_reason', 'cancel_request_answer'],
  staff: ['staff_number'],
  staff_assignment: ['subject'],
  staff_identity: ['subject'],
  stand_in: ['reject_reason'],
  student: ['name'],
  volunteer_activity: ['title', 'contact_name', 'contact_phone', 'cancel_reason'],
  volunteer_qualification: ['name', 'revoke_reason'],
  volunteer_suspension: ['reason', 'lift_reason'],
};
const NAMES: readonly (readonly [table: string, column: string])[] = [
  ['person', 'name'],
  ['student', 'name'],
  ['volunteer_activity', 'contact_name'],
];

const NOT_IN_A_LINE = '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]';
const INVISIBLE =
  '[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8\\U000e0000-\\U000e0fff]';
const BLANKS = '[ \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]+';
const MIDDLE_DOTS = '\u2022\u2027\u2219\u22c5\u2e31\u30fb\uff65';
const HALF_WIDTH = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).join('');
const FULL_WIDTH = Array.from(HALF_WIDTH, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join('');

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const cleaned = (text: string): string => `btrim(regexp_replace(${text}, '${NOT_IN_A_LINE}', ' ', 'g'))`;
const visible = (text: string): string => `regexp_replace(normalize(${text}, NFC), '${INVISIBLE}', '', 'g')`;
const folded = (text: string): string =>
  `translate(${text}, ${quoted(FULL_WIDTH + MIDDLE_DOTS)}, ${quoted(HALF_WIDTH + '\u00b7'.repeat(MIDDLE_DOTS.length))})`;
const named = (text: string): string =>
  `btrim(regexp_replace(${cleaned(folded(visible(text)))}, '${BLANKS}', ' ', 'g'))`;

/**
 * Changes the rows that need it, which mostly are none: a table is read without holding anybody up, and held while those few are written by their keys. What is written is not what the
 * rules of the tables are about: nobody decides anything anew.
 */
const changed = (
  table: string,
  change: string,
  where: string,
): string => `do $$ declare due uuid[] := array(select id from "${table}" where ${where}); begin
    if cardinality(due) > 0 then
      alter table "${table}" disable trigger user;
      update "${table}" set ${change} where id = any(due);
      alter table "${table}" enable trigger user;
    end if;
  end $$;`;

export const inOneLine = (table: string, column: string): string =>
  changed(table, `${column} = ${cleaned(column)}`, `${column} ~ '${NOT_IN_A_LINE}'`);

export class Migration20261129150000_texts_rights_and_records extends MigrationWhileInUse {
  override name = 'Migration20261129150000_texts_rights_and_records';

  override up(): void {
    this.linesAreLines();
    this.certificatesAreSuperseded();
    this.rightsAreOfNoCount();
    this.recordsAreBounded();
    this.nothingElseIsWritten();
  }

  override down(): void {
    this.recordsAreUnbounded();
    this.rightsAreCounted();
    this.certificatesAreNotSuperseded();
    for (const [table, columns] of Object.entries(LINES)) {
      for (const column of columns)
        this.addSql(`alter table "${table}" drop constraint "${table}_${column}_one_line";`);
    }
  }

  private linesAreLines(): void {
    for (const [table, column] of NAMES) {
      this.addSql(changed(table, `${column} = ${named(column)}`, `${named(column)} not in ('', ${column})`));
    }
    this.addSql(
      changed(
        'shift_series',
        `roles = (
        select jsonb_agg(role || jsonb_build_object('name', ${cleaned("role ->> 'name'")}, 'qualification', ${cleaned("role ->> 'qualification'")}) order by place)
        from jsonb_array_elements(roles) with ordinality as each(role, place))`,
        `exists (select 1 from jsonb_array_elements(roles) role where role ->> 'name' ~ '${NOT_IN_A_LINE}' or role ->> 'qualification' ~ '${NOT_IN_A_LINE}')`,
      ),
    );
    for (const [table, columns] of Object.entries(LINES))
      for (const column of columns) this.addSql(inOneLine(table, column));
  }

  /** Of new rows from now on; of those that stand in a later migration. */
  private nothingElseIsWritten(): void {
    for (const [table, columns] of Object.entries(LINES)) {
      this.addSql(
        `alter table "${table}" ${columns.map((column) => `drop constraint if exists "${table}_${column}_one_line", add constraint "${table}_${column}_one_line" check (${column} !~ '${NOT_IN_A_LINE}') not valid`).join(', ')};`,
      );
    }
  }

  private recordsAreBounded(): void {
    this.each(
      madeOnce(
        'refusal_tally',
        'create table "refusal_tally" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "actor" uuid not null, "code" text not null, "minute" timestamptz(3) not null, "refused_count" int not null, "first_at" timestamptz(3) not null, "last_at" timestamptz(3) not null, primary key ("id"));',
        'create index "refusal_tally_time_index" on "refusal_tally" ("created_at");',
        'alter table "refusal_tally" add constraint "refusal_tally_unique" unique ("actor", "code", "minute");',
        'alter table "refusal_tally" add constraint "refusal_tally_times" check (refused_count > 0 and first_at <= last_at);',
      ),
    );
    this.addSql(
      recordStays(
        "if tg_op = 'DELETE' and old.created_at < now() - interval '184 days' then return old; end if; ",
        'the audit log is only ever added to; what is older than half a year may go',
      ),
    );
  }

  private recordsAreUnbounded(): void {
    this.addSql('drop table "refusal_tally";');
    this.addSql(recordStays('', 'the audit log is only ever added to'));
  }

  private rightsAreOfNoCount(): void {
    this.addSql(
      together(
        'alter table "rights_version" alter column "version" drop default;',
        'alter table "rights_version" alter column "version" type uuid using gen_random_uuid();',
        'alter table "rights_version" alter column "version" set default gen_random_uuid();',
        rightsChanged('gen_random_uuid()'),
      ),
    );
  }

  private rightsAreCounted(): void {
    this.addSql('alter table "rights_version" alter column "version" drop default;');
    this.addSql(
      'alter table "rights_version" alter column "version" type bigint using extract(epoch from clock_timestamp())::bigint;',
    );
    this.addSql(`alter table "rights_version" alter column "version" set default '1';`);
    this.addSql(rightsChanged('version + 1'));
  }

  private certificatesAreSuperseded(): void {
    this.addSql('alter table "service_certificate" add column if not exists "superseded_by_id" uuid null;');
    this.each(
      refersTo('service_certificate', 'superseded_by_id', 'service_certificate'),
      constrained(
        'service_certificate',
        'service_certificate_revoked',
        'check ((revoked_at is null) = (revoke_reason is null) and (revoked_at is null) = (num_nonnulls(revoked_by_id, superseded_by_id) = 0))',
      ),
    );
    this.addSql(staysFunction(['revoked_at', 'revoke_reason', 'revoked_by_id', 'superseded_by_id']));
  }

  private certificatesAreNotSuperseded(): void {
    this.addSql(staysFunction(['revoked_at', 'revoke_reason', 'revoked_by_id']));
    this.addSql('alter table "service_certificate" drop constraint "service_certificate_revoked";');
    this.addSql('alter table "service_certificate" drop column "superseded_by_id";');
    this.addSql(
      'alter table "service_certificate" add constraint "service_certificate_revoked" check ((revoked_at is null) = (revoke_reason is null) and (revoked_at is null) = (revoked_by_id is null)) not valid;',
    );
  }
}

/** All but these columns of a certificate stay as they were, and these change once. */
function staysFunction(revocation: readonly string[]): string {
  const rest = (row: string): string =>
    `to_jsonb(${row}) - array[${revocation.map((column) => `'${column}'`).join(', ')}]`;
  return `create or replace function "service_certificate_service_certificate_stays_fn"() returns trigger as $$ begin if tg_op = 'DELETE' or ${rest('new')} is distinct from ${rest('old')} or (old.revoked_at is not null and to_jsonb(new) is distinct from to_jsonb(old)) then
      raise exception using errcode = 'check_violation', constraint = 'service_certificate_stays', table = tg_table_name, message = 'a certificate does not change; it can be revoked once';     end if;     return null; end; $$ language plpgsql;`;
}

/** The first of a transaction's changes of rights gives the version its next value. */
function rightsChanged(next: string): string {
  return `create or replace function rights_changed() returns trigger as $$ begin
      if current_setting('hub.rights_changed', true) is distinct from 'yes' then
        perform set_config('hub.rights_changed', 'yes', true);
        update rights_version set version = ${next};
      end if;
      return null;
    end; $$ language plpgsql;`;
}

/** Rows of the audit log, but for those that may go. */
function recordStays(mayGo: string, message: string): string {
  return `create or replace function "audit_record_audit_record_stays_fn"() returns trigger as $$ begin ${mayGo}raise exception using errcode = 'check_violation', constraint = 'audit_record_stays', table = tg_table_name, message = '${message}'; end; $$ language plpgsql;`;
}
