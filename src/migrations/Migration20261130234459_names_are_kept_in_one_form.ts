import { FORMS_OF_NAMES, NO_SETTLING_FUNCTIONS, SETTLING_FUNCTIONS } from './forms-of-names.ts';
import { constrained, MigrationWhileInUse, PORTION, together } from './while-in-use.ts';

type Form = 'name' | 'title';
const NO_NAME = '姓名待更正';
const NO_TITLE = '名称待更正';

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

/** What was brought into the form, for whoever corrects a name: which row, and what it was called where that is not to be seen any more. */
const REPORT = [
  `create table if not exists "settled_name" ("table_name" text not null, "column_name" text not null, "row_id" uuid not null, "was" text null, "became" text not null);`,
  `comment on table "settled_name" is 'Names that the migration of 30 November 2026 brought into one form. What a row was called is kept where nothing was left of it or a number was added, until the schools have corrected it: delete the rows then.';`,
];

/** Rows of which each is written as it is at that moment, under its own lock: who corrects a name meanwhile has corrected it. */
const written = (form: Form, table: string, column: string, otherwise: string, of: string, ending: string): string =>
  `with before as materialized (select id, ${column} as was, settled_${form}(${column}) as fit from "${table}" where ${of} and not is_${form}(${column}) for no key update),
      anew as materialized (select id, was, is_${form}(fit) as left_over, (case when is_${form}(fit) then fit else '${otherwise}' end) || ${ending} as became from before),
      done as (update "${table}" each set ${column} = anew.became from anew where each.id = anew.id)
    insert into "settled_name" select '${table}', '${column}', id, case when not left_over or ${ending} <> '' then was end, became from anew;`;

/**
 * Brings what stands into the form, in portions, by the triggers that stand on the table: public answers and rights are read anew. Who has
 * nothing left that can be read is called so; of two that would be called alike where no two may be, the second has a number. How many rows were changed, and how
 * many of them lost their name, is said by the comment of the constraint, which `\\dd` of psql shows, of all runs where one was broken off.
 */
const settled = (form: Form, table: string, column: string, otherwise: string): string =>
  `do $$ declare reached uuid := '00000000-0000-0000-0000-000000000000'; due uuid[]; one uuid; nth int; begin
    loop
      due := array(select id from "${table}" where id > reached order by id limit ${PORTION});
      exit when cardinality(due) = 0;
      reached := due[cardinality(due)];
      begin
        ${written(form, table, column, otherwise, 'id = any(due)', `''`)}
      exception when unique_violation or exclusion_violation then
        for one in select id from "${table}" where id = any(due) and not is_${form}(${column}) order by id loop
          nth := 1;
          loop
            begin
              ${written(form, table, column, otherwise, 'id = one', `(case when nth = 1 then '' else ' (' || nth || ')' end)`)}
              exit;
            exception when unique_violation or exclusion_violation then
              nth := nth + 1;
            end;
          end loop;
        end loop;
      end;
      commit;
    end loop;
    if exists (select 1 from "settled_name" where table_name = '${table}' and column_name = '${column}') then
      execute format('comment on constraint "${table}_${column}_is_${form}" on "${table}" is %L', (select format('2026-12: %s rows were brought into the form, of which %s had nothing left',
        count(*), count(*) filter (where starts_with(became, '${otherwise}'))) from "settled_name" where table_name = '${table}' and column_name = '${column}'));
    end if;
  end $$;`;

/**
 * The roles of a series of shifts are a document of their own: those of its shifts are found by the name, which each has alone. What they become
 * is found for the series first, and is that of its shifts as well; a role that a shift has by itself is told from the others of the shift.
 */
const ROLES = `do $$ declare one record; role record; fit text; wanted text; nth int; taken text[]; anew jsonb; begin
    for one in select id from "shift_series" where exists (select 1 from jsonb_array_elements(roles) each where not is_title(each ->> 'name') or not is_title(each ->> 'qualification')) order by id loop
      select roles into anew from "shift_series" where id = one.id for no key update;
      taken := array(select each ->> 'name' from jsonb_array_elements(anew) each where is_title(each ->> 'name'));
      for role in select each ->> 'name' as was, (place - 1)::int as place from jsonb_array_elements(anew) with ordinality listed(each, place) where not is_title(each ->> 'name') order by place loop
        fit := settled_title(role.was);
        if not is_title(fit) then fit := '${NO_TITLE}'; end if;
        wanted := fit;
        nth := 1;
        while wanted = any(taken) loop
          nth := nth + 1;
          wanted := fit || ' (' || nth || ')';
        end loop;
        taken := taken || wanted;
        anew := jsonb_set(anew, array[role.place::text, 'name'], to_jsonb(wanted));
        insert into "settled_name" values ('shift_series', 'roles', one.id, role.was, wanted);
      end loop;
      anew := (select jsonb_agg(case when is_title(each ->> 'qualification') then each else each || jsonb_build_object('qualification',
        case when is_title(settled_title(each ->> 'qualification')) then settled_title(each ->> 'qualification') else '${NO_TITLE}' end) end order by place) from jsonb_array_elements(anew) with ordinality listed(each, place));
      update "shift_series" set roles = anew where id = one.id;
      commit;
    end loop;
    for one in select distinct shift_id as id from "shift_role" where not is_title(name) order by 1 loop
      perform 1 from "shift_role" where shift_id = one.id order by id for no key update;
      taken := array(select name from "shift_role" where shift_id = one.id and is_title(name));
      for role in select * from (select each.id, each.name as was, each.ordinal, (select min(said.became) from "shift" sft join "settled_name" said on said.row_id = sft.series_id
          where sft.id = each.shift_id and said.table_name = 'shift_series' and said.was = each.name) as of_series
        from "shift_role" each where each.shift_id = one.id and not is_title(each.name)) listed order by of_series is null, ordinal, id loop
        fit := coalesce(role.of_series, settled_title(role.was));
        if not is_title(fit) then fit := '${NO_TITLE}'; end if;
        wanted := fit;
        nth := 1;
        while wanted = any(taken) loop
          nth := nth + 1;
          wanted := fit || ' (' || nth || ')';
        end loop;
        taken := taken || wanted;
        update "shift_role" set name = wanted where id = role.id;
        insert into "settled_name" values ('shift_role', 'name', role.id, case when wanted <> settled_title(role.was) then role.was end, wanted);
      end loop;
      commit;
    end loop;
  end $$;`;

/**
 * Every name and title is kept in one form, of which PostgreSQL has the last word. What is written from now on is held to it, then what stands
 * is brought into it, in portions, and read.
 */
export class Migration20261130234459_names_are_kept_in_one_form extends MigrationWhileInUse {
  override name = 'Migration20261130234459_names_are_kept_in_one_form';

  override up(): void {
    this.each(FORMS_OF_NAMES, SETTLING_FUNCTIONS, REPORT);
    for (const [columns, form, otherwise] of [
      [NAMES, 'name', NO_NAME],
      [TITLES, 'title', NO_TITLE],
    ] as const) {
      for (const [table, column] of columns) {
        const [holds, reads] = constrained(table, `${table}_${column}_is_${form}`, `check (is_${form}(${column}))`);
        this.each(
          holds!,
          table === 'shift_role' && column === 'name' ? ROLES : [],
          settled(form, table, column, otherwise),
          reads!,
          `alter table "${table}" drop constraint if exists "${table}_${column}_one_line";`,
        );
      }
    }
    this.each(NO_SETTLING_FUNCTIONS);
  }

  override down(): void {
    for (const [table, column, wasNoLine] of [...NAMES, ...TITLES])
      this.each(
        together(
          `alter table "${table}" drop constraint if exists "${table}_${column}_is_name", drop constraint if exists "${table}_${column}_is_title";`,
        ),
        wasNoLine ? [] : constrained(table, `${table}_${column}_one_line`, `check (${column} !~ '${NOT_IN_A_LINE}')`),
      );
    this.each('drop table if exists "settled_name";', 'drop function is_name(text);', 'drop function is_title(text);');
  }
}
