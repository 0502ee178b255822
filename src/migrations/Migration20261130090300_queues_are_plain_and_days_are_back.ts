import { MigrationWhileInUse } from './while-in-use.ts';

/** All that pg-boss puts into statements of a queue is plain: what is written to its table never becomes a statement that the owner runs. */
export class Migration20261130090300_queues_are_plain extends MigrationWhileInUse {
  override up(): void {
    this.each(
      `alter table pgboss.queue drop constraint if exists "queue_is_plain",
        add constraint "queue_is_plain" check (not partition and table_name = 'job_common' and policy ~ '^[a-z_]+$' and name ~ '^[A-Za-z0-9_./-]+$');`,
    );
  }

  override down(): void {
    this.each(`alter table pgboss.queue drop constraint if exists "queue_is_plain";`);
  }
}
