import { indexed, MigrationWhileInUse } from './while-in-use.ts';

export class Migration20261201003129_staff_are_listed_by_number extends MigrationWhileInUse {
  override name = 'Migration20261201003129_staff_are_listed_by_number';

  override up(): void {
    this.each(indexed('staff_number_index', '"staff" ("staff_number", "id")'));
  }

  override down(): void {
    this.each('drop index "staff_number_index";');
  }
}
