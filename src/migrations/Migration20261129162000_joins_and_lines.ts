import { constrained, indexed, MigrationWhileInUse } from './while-in-use.ts';

const LINES = [
  ['role_request', 'subject'],
  ['role_request', 'reason'],
  ['service_token', 'revoke_reason'],
] as const;
const NOT_IN_A_LINE = '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]';

/** Who a record names besides the volunteer, so that whoever becomes one with somebody is found in it. */
const NAMED = [
  ['service_record', 'filed_by'],
  ['service_record', 'rejected_by'],
  ['service_certificate', 'revoked_by'],
] as const;

const REST = (row: string): string =>
  `to_jsonb(${row}) - array['revoked_at', 'revoke_reason', 'revoked_by_id', 'superseded_by_id']`;
const BUT_WHO = (row: string): string => `to_jsonb(${row}) - 'revoked_by_id'`;
const JOINED =
  'exists (select 1 from account was join account now on now.id = was.joined_into_id where was.person_id = old.revoked_by_id and now.person_id = new.revoked_by_id)';

/** A certificate stays as it is; who has revoked it may become one with somebody, where that is allowed. */
function staysFunction(unless: string): string {
  return `create or replace function "service_certificate_service_certificate_stays_fn"() returns trigger as $$ begin if tg_op = 'DELETE' or ${REST('new')} is distinct from ${REST('old')} or (old.revoked_at is not null and to_jsonb(new) is distinct from to_jsonb(old)${unless}) then
      raise exception using errcode = 'check_violation', constraint = 'service_certificate_stays', table = tg_table_name, message = 'a certificate does not change; it can be revoked once';     end if;     return null; end; $$ language plpgsql;`;
}

export class Migration20261129162000_joins_and_lines extends MigrationWhileInUse {
  override name = 'Migration20261129162000_joins_and_lines';

  override up(): void {
    for (const [table, column] of LINES) {
      this.addSql(
        `update "${table}" set "${column}" = btrim(regexp_replace("${column}", '${NOT_IN_A_LINE}', ' ', 'g')) where "${column}" ~ '${NOT_IN_A_LINE}';`,
      );
      this.each(constrained(table, `${table}_${column}_one_line`, `check (${column} !~ '${NOT_IN_A_LINE}')`));
    }
    for (const [table, column] of NAMED)
      this.each(indexed(`${table}_${column}_index`, `"${table}" ("${column}_id") where ${column}_id is not null`));
    this.addSql(staysFunction(` and (${BUT_WHO('new')} is distinct from ${BUT_WHO('old')} or not ${JOINED})`));
  }

  override down(): void {
    this.addSql(staysFunction(''));
    for (const [table, column] of NAMED) this.addSql(`drop index "${table}_${column}_index";`);
    for (const [table, column] of LINES)
      this.addSql(`alter table "${table}" drop constraint "${table}_${column}_one_line";`);
  }
}
