import { Migration } from '@mikro-orm/migrations';

/**
 * Refusals are counted for each mutation. A process of the version before names none while both serve, and is counted under the
 * empty name, as is what was counted before.
 */
export class Migration20261129185000_refusals_name_what_was_tried extends Migration {
  override up(): void {
    this.addSql(`alter table "refusal_tally" add "mutation" text not null default '';`);
    this.addSql(`alter table "refusal_tally" drop constraint "refusal_tally_unique";`);
    this.addSql(
      `alter table "refusal_tally" add constraint "refusal_tally_unique" unique ("actor", "minute", "mutation", "code");`,
    );
  }

  override down(): void {
    // What was counted for several mutations is one count again.
    this
      .addSql(`update refusal_tally first set refused_count = each.refused, first_at = each.first_at, last_at = each.last_at
      from (select min(id::text)::uuid as id, sum(refused_count) as refused, min(first_at) as first_at, max(last_at) as last_at from refusal_tally group by actor, code, minute) each where each.id = first.id;`);
    this.addSql(
      `delete from refusal_tally where id <> all(select min(id::text)::uuid from refusal_tally group by actor, code, minute);`,
    );
    this.addSql(`alter table "refusal_tally" drop constraint "refusal_tally_unique";`);
    this.addSql(`alter table "refusal_tally" drop column "mutation";`);
    this.addSql(
      `alter table "refusal_tally" add constraint "refusal_tally_unique" unique ("actor", "code", "minute");`,
    );
  }
}
