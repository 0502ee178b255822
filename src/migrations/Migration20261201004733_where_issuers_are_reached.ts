import { constrained, MigrationWhileInUse } from './while-in-use.ts';

const ONE_LINE = String.raw`check (contact !~ '[\u0001-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]')`;

/** Districts and schools say where they can be reached, and certificates from now on where that was when they were issued; those that stand say what they said. */
export class Migration20261201004733_where_issuers_are_reached extends MigrationWhileInUse {
  override up(): void {
    this.each(
      'alter table district add column if not exists contact text',
      constrained('district', 'district_contact_one_line', ONE_LINE),
      'alter table school add column if not exists contact text',
      constrained('school', 'school_contact_one_line', ONE_LINE),
      'alter table service_certificate add column if not exists contacts jsonb',
    );
  }

  override down(): void {
    this.each(
      'alter table district drop column contact',
      'alter table school drop column contact',
      'alter table service_certificate drop column contacts',
    );
  }
}
