import { FORMS_OF_NAMES, NO_SETTLING_FUNCTIONS, SETTLING_FUNCTIONS } from './forms-of-names.ts';
import { constrained, MigrationWhileInUse, together } from './while-in-use.ts';

type Column = readonly [table: string, column: string, wasNoLine?: 'new'];
const NAMES: readonly Column[] = [
  ['person', 'name'],
  ['lecturer', 'name', 'new'],
  ['policy_lecture', 'lecturer_name', 'new'],
  ['staff_assignment', 'held_as'],
  ['student', 'name'],
  ['guardianship', 'requested_name'],
  ['volunteer_activity', 'contact_name'],
];
const TITLES: readonly Column[] = [
  ['audience', 'name', 'new'],
  ['district', 'name'],
  ['grade', 'name', 'new'],
  ['school', 'name'],
  ['room', 'name'],
  ['school_year', 'name'],
  ['school_class', 'name'],
  ['calendar_day', 'name'],
  ['meeting', 'title'],
  ['agenda_item', 'title'],
  ['lecturer', 'title', 'new'],
  ['lecturer', 'organisation', 'new'],
  ['staff_assignment', 'subject'],
  ['service_token', 'name'],
  ['role_request', 'subject'],
  ['topic', 'name', 'new'],
  ['volunteer_activity', 'title'],
  ['shift_role', 'name'],
  ['shift_role', 'qualification'],
  ['parent_lecture', 'title'],
  ['volunteer_qualification', 'name'],
];
const NOT_IN_A_LINE = '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]';

/**
 * Brings what stands into the form: mostly nothing, so that the table is read without holding anybody up, and held while those few rows are
 * written by their keys. Who has nothing left that can be read is called so; of two that would be called alike where no two may be, the second has a number.
 * How many rows were changed, and how many of them lost their name, is said by the comment of the constraint: `\\dd` of psql shows it.
 */
const settled = (form: 'name' | 'title', table: string, column: string, otherwise: string): string =>
  `do $$ declare due uuid[]; those uuid[]; wanted text[]; lost int := 0; nth int; begin
    select array_agg(id order by id), array_agg(settled_${form}(${column}) order by id) into those, wanted from "${table}" where not is_${form}(${column});
    if those is not null then
      alter table "${table}" disable trigger user;
      for i in 1 .. cardinality(those) loop
        due := those[i:i];
        if not is_${form}(wanted[i]) then
          lost := lost + 1;
          wanted[i] := '${otherwise}';
        end if;
        nth := 1;
        loop
          begin
            update "${table}" set ${column} = wanted[i] || case when nth = 1 then '' else ' (' || nth || ')' end where id = any(due);
            exit;
          exception when unique_violation or exclusion_violation then
            nth := nth + 1;
          end;
        end loop;
      end loop;
      alter table "${table}" enable trigger user;
      execute format('comment on constraint "${table}_${column}_is_${form}" on "${table}" is %L', format('2026-12: %s rows were brought into the form, of which %s had nothing left', cardinality(those), lost));
    end if;
  end $$;`;

/** The roles of a series of shifts are a document of their own: those of its shifts are found by the name. */
const SERIES = `do $$ declare due uuid[] := array(select id from "shift_series"
      where exists (select 1 from jsonb_array_elements(roles) role where not is_title(role ->> 'name') or not is_title(role ->> 'qualification'))); begin
    if cardinality(due) > 0 then
      alter table "shift_series" disable trigger user;
      update "shift_series" set roles = (
        select jsonb_agg(role || jsonb_build_object('name', settled_title(role ->> 'name'), 'qualification', settled_title(role ->> 'qualification')) order by place)
        from jsonb_array_elements(roles) with ordinality as each(role, place)) where id = any(due);
      alter table "shift_series" enable trigger user;
    end if;
  end $$;`;

/**
 * Every name and title is kept in one form, of which PostgreSQL has the last word. What is written from now on is held to it, then what stands
 * is brought into it, in portions of one table and column, and read.
 */
export class Migration20261130234459_names_are_kept_in_one_form extends MigrationWhileInUse {
  override name = 'Migration20261130234459_names_are_kept_in_one_form';

  override up(): void {
    this.each(FORMS_OF_NAMES, SETTLING_FUNCTIONS);
    for (const [columns, form, otherwise] of [
      [NAMES, 'name', '姓名待更正'],
      [TITLES, 'title', '名称待更正'],
    ] as const) {
      for (const [table, column] of columns) {
        const [holds, reads] = constrained(table, `${table}_${column}_is_${form}`, `check (is_${form}(${column}))`);
        this.each(
          holds!,
          settled(form, table, column, otherwise),
          reads!,
          `alter table "${table}" drop constraint if exists "${table}_${column}_one_line";`,
        );
      }
    }
    this.each(SERIES, NO_SETTLING_FUNCTIONS);
  }

  override down(): void {
    for (const [table, column, wasNoLine] of [...NAMES, ...TITLES])
      this.each(
        together(
          `alter table "${table}" drop constraint if exists "${table}_${column}_is_name", drop constraint if exists "${table}_${column}_is_title";`,
        ),
        wasNoLine ? [] : constrained(table, `${table}_${column}_one_line`, `check (${column} !~ '${NOT_IN_A_LINE}')`),
      );
    this.each('drop function is_name(text);', 'drop function is_title(text);');
  }
}
