import { Migration } from '@mikro-orm/migrations';

export class Migration20261122000002_audit_log_is_not_emptied extends Migration {
  override name = 'Migration20261122000002_audit_log_is_not_emptied';

  override up(): void {
    this.addSql(`create function audit_record_is_not_emptied_fn() returns trigger as $$ begin
      raise exception using errcode = 'check_violation', constraint = 'audit_record_is_not_emptied', table = tg_table_name,
        message = 'the audit log is only ever added to';
    end; $$ language plpgsql;`);
    this.addSql(`create trigger audit_record_is_not_emptied before truncate on audit_record
      for each statement execute function audit_record_is_not_emptied_fn();`);
  }

  override down(): void {
    this.addSql('drop trigger audit_record_is_not_emptied on audit_record;');
    this.addSql('drop function audit_record_is_not_emptied_fn();');
  }
}
