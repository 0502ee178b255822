import { constrained, MigrationWhileInUse } from './while-in-use.ts';

/** A request for a guardianship keeps how the code ended that it was made with; of earlier ones nobody knows it. Broken off, it is begun again. */
export class Migration20261130010000_what_was_asked_with extends MigrationWhileInUse {
  override up(): void {
    this.each(
      `alter table "guardianship" add column if not exists "code_ending" text null;`,
      constrained('guardianship', 'guardianship_code_ending', `check (code_ending ~ '^[0-9A-HJKMNP-TV-Z]{4}$')`),
    );
  }

  override down(): void {
    this.each(
      `alter table "guardianship" drop constraint if exists "guardianship_code_ending", drop column if exists "code_ending";`,
    );
  }
}
