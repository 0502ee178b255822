import { constrained, MigrationWhileInUse } from './while-in-use.ts';

/** A guardian who signs in by another WeChat account waits to be recognised at each class of their children. */
export class Migration20261201011239_guardianships_that_wait_anew extends MigrationWhileInUse {
  override up(): void {
    this.each(
      `alter table "guardianship" add column if not exists "recovered_at" timestamptz(3) null;`,
      constrained('guardianship', 'guardianship_recovered', `check (recovered_at is null or status = 'PENDING')`),
    );
  }

  override down(): void {
    this.each(
      `alter table "guardianship" drop constraint "guardianship_recovered";`,
      `alter table "guardianship" drop column "recovered_at";`,
    );
  }
}
