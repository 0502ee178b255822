import { constrained, MigrationWhileInUse } from './while-in-use.ts';

/** Of a number it is kept when WeChat made sure of it; of those that are there already it did not. */
export class Migration20261201010051_phones_that_are_verified extends MigrationWhileInUse {
  override up(): void {
    this.each(
      `alter table "person" add column if not exists "phone_verified_at" timestamptz(3) null;`,
      constrained('person', 'person_phone_verified', `check (phone_verified_at is null or phone is not null)`),
    );
  }

  override down(): void {
    this.each(
      `alter table "person" drop constraint "person_phone_verified";`,
      `alter table "person" drop column "phone_verified_at";`,
    );
  }
}
