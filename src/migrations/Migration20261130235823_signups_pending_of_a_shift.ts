import { MigrationWhileInUse } from './while-in-use.ts';

/** Whoever runs a shift is told that sign-ups for it wait: they are found by the shift. Broken off, it is begun again. */
export class Migration20261130235823_signups_pending_of_a_shift extends MigrationWhileInUse {
  override up(): void {
    this.each(
      `drop index concurrently if exists "signup_pending_shift_index";`,
      `create index concurrently "signup_pending_shift_index" on "signup" ("shift_id") where status = 'PENDING';`,
    );
  }

  override down(): void {
    this.each(`drop index if exists "signup_pending_shift_index";`);
  }
}
