import { Migration } from '@mikro-orm/migrations';

/** Two processes that migrate at the same moment cannot both have run a migration: its name is there once. */
export class Migration20261129170000_migrations_run_once extends Migration {
  override up(): void {
    this.addSql(
      `delete from schema_migration later using schema_migration earlier where later.name = earlier.name and later.id > earlier.id;`,
    );
    this.addSql(`alter table schema_migration add constraint schema_migration_name_unique unique (name);`);
  }

  override down(): void {
    this.addSql(`alter table schema_migration drop constraint schema_migration_name_unique;`);
  }
}
