import { Migration } from '@mikro-orm/migrations';
import { indexed, together } from './while-in-use.ts';

const FOLLOWS = `if new.school_class_id is not null and CONDITION then
      new.valid_to := (select least(new.valid_to, y.ends_on) from school_class c join school_year y on y.id = c.school_year_id where c.id = new.school_class_idLOCK);
    end if;`;

const rolesOfAYear = (
  lock: string,
): string => `create or replace function "staff_assignment_staff_assignment_follow_year_fn"() returns trigger as $$ begin ${FOLLOWS.replace('CONDITION', 'new.ended_at is null').replace('LOCK', lock)}
    return new; end; $$ language plpgsql;`;

const yearIsChanged = (
  ...carried: string[]
): string => `create or replace function "school_year_class_roles_follow_year_fn"() returns trigger as $$ begin if new.ends_on <> old.ends_on then
      ${carried.join('\n      ')}
    end if;
    return null; end; $$ language plpgsql;`;

const END_ROLES = `update staff_assignment a set ended_at = now() from school_class c
        where c.id = a.school_class_id and c.school_year_id = new.id and a.ended_at is null and a.valid_from > new.ends_on;`;
const CARRY_ROLES = `update staff_assignment a set valid_to = new.ends_on from school_class c
        where c.id = a.school_class_id and c.school_year_id = new.id and a.ended_at is null and (a.valid_to = old.ends_on or a.valid_to > new.ends_on);`;
const CARRY_REQUESTS = `update role_request r set valid_to = new.ends_on from school_class c
        where c.id = r.school_class_id and c.school_year_id = new.id and r.status = 'PENDING' and (r.valid_to = old.ends_on or r.valid_to > new.ends_on);`;

/** Who becomes one person with somebody is found in every row that names them, whatever its state, while both are locked. */
const INDEXES: Readonly<Record<string, string>> = {
  check_in_code_shown_person_index: '"check_in_code_shown" ("person_id")',
  signup_person_index: '"signup" ("person_id")',
  waitlist_entry_person_index: '"waitlist_entry" ("person_id")',
  stand_in_to_person_index: '"stand_in" ("to_person_id") where to_person_id is not null',
};

/** A role in a class that waits for a second administrator ends with the school year, as the role does that it becomes. */
export class Migration20261129190000_requests_end_with_the_year extends Migration {
  override name = 'Migration20261129190000_requests_end_with_the_year';

  /** An index is made while others write. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    // Of what would begin after its year nothing is left: its time to be decided is over, and the clock ends it and tells whoever asked.
    this.addSql(
      together(
        `drop trigger if exists "role_request_follow_year" on "role_request";`,
        `create or replace function "role_request_role_request_follow_year_fn"() returns trigger as $$ begin ${FOLLOWS.replace('CONDITION', "new.status = 'PENDING'").replace('LOCK', ' for share of y')}
    return new; end; $$ language plpgsql;`,
        `update role_request r set expires_at = least(r.expires_at, now()) from school_class c join school_year y on y.id = c.school_year_id
        where c.id = r.school_class_id and r.status = 'PENDING' and r.valid_from > y.ends_on;`,
        `update role_request r set valid_to = y.ends_on from school_class c join school_year y on y.id = c.school_year_id
        where c.id = r.school_class_id and r.status = 'PENDING' and r.valid_from <= y.ends_on and (r.valid_to is null or r.valid_to > y.ends_on);`,
        `create trigger "role_request_follow_year" BEFORE INSERT OR UPDATE on "role_request" for each ROW execute function "role_request_role_request_follow_year_fn"();`,
        rolesOfAYear(' for share of y'),
        yearIsChanged(CARRY_ROLES, CARRY_REQUESTS),
      ),
    );
    for (const [name, on] of Object.entries(INDEXES)) for (const statement of indexed(name, on)) this.addSql(statement);
    this.addSql('drop index concurrently if exists "stand_in_asked_index";');
  }

  override down(): void {
    this.addSql(
      `create index "stand_in_asked_index" on "stand_in" ("to_person_id") where status in ('OFFERED', 'PENDING');`,
    );
    for (const name of Object.keys(INDEXES)) this.addSql(`drop index "${name}";`);
    this.addSql(`drop trigger "role_request_follow_year" on "role_request";`);
    this.addSql(`drop function "role_request_role_request_follow_year_fn"();`);
    this.addSql(rolesOfAYear(''));
    this.addSql(yearIsChanged(END_ROLES, CARRY_ROLES));
  }
}
