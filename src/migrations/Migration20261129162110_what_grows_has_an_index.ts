import { Migration } from '@mikro-orm/migrations';
import { indexed } from './while-in-use.ts';

const INDEXES: Readonly<Record<string, string>> = {
  guardianship_last_day_index: `"guardianship" ("valid_to") where valid_to is not null and status = 'ACTIVE'`,
  staff_assignment_last_day_index: `"staff_assignment" ("valid_to") where valid_to is not null`,
  household_created_index: `"household" ("created_at", "id")`,
  parent_lecture_person_index: `"parent_lecture" ("person_id")`,
  stand_in_asked_index: `"stand_in" ("to_person_id") where status in ('OFFERED', 'PENDING')`,
  service_record_of_district_index: `"service_record" ("district_id", "starts_at", "id") where school_id is null`,
  service_record_waiting_index: `"service_record" ("district_id", "starts_at", "id") where status in ('PENDING', 'APPEALED')`,
  service_record_approver_index: `"service_record" ("approver_id", "starts_at", "id")`,
};

export class Migration20261129162110_what_grows_has_an_index extends Migration {
  override name = 'Migration20261129162110_what_grows_has_an_index';

  /** An index that is made while others write is made outside of a transaction; one that was not finished is of no use. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const [name, on] of Object.entries(INDEXES)) for (const statement of indexed(name, on)) this.addSql(statement);
  }

  override down(): void {
    for (const name of Object.keys(INDEXES)) this.addSql(`drop index "${name}";`);
  }
}
