import { MigrationWhileInUse } from './while-in-use.ts';

/** Sign-ups that wait for somebody to decide on them are found among all. Broken off, it is begun again. */
export class Migration20261130062000_sign_ups_that_wait extends MigrationWhileInUse {
  override up(): void {
    this.each(
      `drop index concurrently if exists "signup_pending_index";`,
      `create index concurrently "signup_pending_index" on "signup" ("id") where status = 'PENDING';`,
    );
  }

  override down(): void {
    this.each(`drop index if exists "signup_pending_index";`);
  }
}
