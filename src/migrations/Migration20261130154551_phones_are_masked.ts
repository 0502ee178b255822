import { MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

/**
 * The mask of `maskedPhone`, of each mobile number in a text, however it is punctuated, with or without +86. An id of a row is none, though
 * eleven of its digits may look like one.
 */
const MASKS = String.raw`create or replace function phones_masked(said text) returns text as $$ select
        case when said ~ '^[a-z-]*_?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then said
        else regexp_replace(said, '(?<![0-9])((?:00)?86[ ()-]{0,2})?(1[3-9][0-9])[ ()-]{0,2}[0-9]{4}[ ()-]{0,2}([0-9]{4})(?![0-9])', '\1\2****\3', 'g') end;
      $$ language sql immutable strict;`;

const FOLLOWS = together(
  `create or replace function notice_follow_phones() returns trigger as $$ begin
        new.params := (select jsonb_object_agg(fact.key, case when jsonb_typeof(fact.value) = 'string' then to_jsonb(phones_masked(fact.value #>> '{}')) else fact.value end)
          from jsonb_each(new.params) fact);
        return new;
      end; $$ language plpgsql;`,
  `create or replace trigger "notice_follow_phones" before insert or update of params on "notice" for each row when (phones_masked(new.params::text) <> new.params::text) execute function notice_follow_phones();`,
);

/** Whatever else is asked by then of what a notice says stays as it is. */
const inWhatStands = (from: string, to: string): string =>
  `do $do$ begin execute replace(pg_get_functiondef('news_stands(notice)'::regprocedure), '${from}', '${to}'); end $do$;`;
const AS_WRITTEN = "ntc.params->>''place'' = sft.place";
const AS_TOLD = "ntc.params->>''place'' = phones_masked(sft.place)";

/**
 * A notice repeats no mobile number, whoever has typed it into a reason, a title or a place: PostgreSQL masks it as the notice is written. What is told of
 * a place is so as long as the place is the same behind the mask.
 */
export class Migration20261130154551_phones_are_masked extends MigrationWhileInUse {
  override up(): void {
    this.each(
      MASKS,
      together(inWhatStands(AS_WRITTEN, AS_TOLD), FOLLOWS),
      portionwise(
        'notice',
        'update notice set params = params where id = any(due) and phones_masked(params::text) <> params::text',
      ),
    );
  }

  override down(): void {
    this.each(
      together(
        'drop trigger "notice_follow_phones" on "notice";',
        'drop function notice_follow_phones();',
        inWhatStands(AS_TOLD, AS_WRITTEN),
      ),
      'drop function phones_masked(text);',
    );
  }
}
