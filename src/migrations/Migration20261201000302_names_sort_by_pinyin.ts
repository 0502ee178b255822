import { namesAreRead } from './name-readings.ts';
import { indexed, MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

const CALLED = ['person', 'student', 'lecturer'] as const;
/** Listed by the name of the person. */
const PARTS = ['guardian', 'staff'] as const;

/** The person is held, so that who is called otherwise meanwhile is not listed by the name of before. Whoever is known to some by a name of before stands behind all others, by the number, so that the place tells nobody a name. */
const FOLLOWS = [
  `create or replace function follow_name() returns trigger as $$ begin
        new.name_key := name_key(new.name);
        new.name_search := name_search(new.name);
        return new;
      end; $$ language plpgsql;`,
  `create or replace function guardian_follow_person() returns trigger as $$ begin
        new.name_key := (select per.name_key from person per where per.id = new.person_id for share);
        return new;
      end; $$ language plpgsql;`,
  `create or replace function staff_follow_person() returns trigger as $$ begin
        if exists (select 1 from staff_assignment asg where asg.staff_id = new.id and asg.held_as is not null) then
          new.name_key := '~' || new.staff_number;
        else
          new.name_key := (select per.name_key from person per where per.id = new.person_id for share);
        end if;
        return new;
      end; $$ language plpgsql;`,
  `create or replace function person_follow_by_parts() returns trigger as $$ begin
        update guardian set name_key = '' where person_id = new.id;
        update staff set name_key = '' where person_id = new.id;
        return null;
      end; $$ language plpgsql;`,
  `create or replace function staff_assignment_follow_held_as() returns trigger as $$ begin
        update staff set name_key = '' where id = new.staff_id;
        return null;
      end; $$ language plpgsql;`,
];

const followsName = (table: string): string =>
  `create or replace trigger "${table}_follow_name" before insert or update of name, name_key, name_search on "${table}" for each row when (true) execute function follow_name();`;
const followsPerson = (table: string, on: string): string =>
  `create or replace trigger "${table}_follow_person" before insert or update of ${on} on "${table}" for each row when (true) execute function ${table}_follow_person();`;
const changesRights = (table: string, on: string): string =>
  together(
    `drop trigger if exists "${table}_changes_rights" on "${table}";`,
    `create constraint trigger "${table}_changes_rights" after ${on} on "${table}" deferrable initially deferred for each row execute function rights_changed();`,
  );

/**
 * Names sort by a stored key, and are found by stored spellings, that PostgreSQL writes with the name: by pinyin, which knows surnames.
 * The columns come empty, for a moment's lock; then what stands is read in portions.
 */
export class Migration20261201000302_names_sort_by_pinyin extends MigrationWhileInUse {
  override name = 'Migration20261201000302_names_sort_by_pinyin';

  override async up(): Promise<void> {
    this.each(await namesAreRead(), FOLLOWS);
    for (const table of CALLED)
      this.each(
        `alter table "${table}" add column if not exists "name_key" text collate "C" not null default '', add column if not exists "name_search" tsvector not null default '';`,
        followsName(table),
        portionwise(table, `update "${table}" set name_key = '' where id = any(due)`),
      );
    for (const table of PARTS)
      this.each(
        `alter table "${table}" add column if not exists "name_key" text collate "C" not null default '';`,
        changesRights(table, 'insert or update of person_id or delete'),
      );
    this.each(
      followsPerson('guardian', 'person_id, name_key'),
      followsPerson('staff', 'person_id, staff_number, name_key'),
      'create or replace trigger "person_follow_by_parts" after update of name, name_key on "person" for each row execute function person_follow_by_parts();',
      'create or replace trigger "staff_assignment_follow_held_as" after insert or update of held_as on "staff_assignment" for each row when (new.held_as is not null) execute function staff_assignment_follow_held_as();',
    );
    for (const table of PARTS)
      this.each(
        portionwise(table, `update "${table}" set name_key = '' where id = any(due)`),
        indexed(`${table}_name_index`, `"${table}" ("name_key", "id")`),
      );
    for (const table of CALLED) this.each(indexed(`${table}_search_index`, `${table} using gin (name_search)`));
    this.each(
      indexed('guardian_created_index', '"guardian" ("created_at", "id")'),
      indexed('person_phone_end_index', 'person (right(phone, 4))'),
      indexed('student_name_index', '"student" ("name_key", "id")'),
      indexed('lecturer_name_index', '"lecturer" ("name_key", "id")'),
    );
  }

  override down(): void {
    this.each(
      'drop trigger if exists "staff_assignment_follow_held_as" on "staff_assignment";',
      'drop trigger if exists "person_follow_by_parts" on "person";',
    );
    for (const table of PARTS)
      this.each(
        `drop trigger if exists "${table}_follow_person" on "${table}";`,
        changesRights(table, 'insert or update or delete'),
        `alter table "${table}" drop column if exists "name_key";`,
      );
    this.each('drop index if exists guardian_created_index;', 'drop index if exists person_phone_end_index;');
    for (const table of CALLED)
      this.each(
        `drop trigger if exists "${table}_follow_name" on "${table}";`,
        `alter table "${table}" drop column if exists "name_key", drop column if exists "name_search";`,
      );
    for (const table of ['student', 'lecturer']) this.each(indexed(`${table}_name_index`, `"${table}" ("name", "id")`));
    this.each(
      'drop function follow_name();',
      'drop function guardian_follow_person();',
      'drop function staff_follow_person();',
      'drop function person_follow_by_parts();',
      'drop function staff_assignment_follow_held_as();',
      'drop function name_search(text);',
      'drop function name_spellings(text[]);',
      'drop function name_key(text);',
      'drop function latin_folded(text);',
      'drop function name_readings(text, boolean);',
    );
  }
}
