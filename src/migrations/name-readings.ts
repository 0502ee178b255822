/*
 * How names are read and where they stand, as functions of PostgreSQL. They hold the readings of pinyin-pro as they are when the migration
 * runs, so that a name has its place by whatever way it was written, and a copy of the database reads it the same. Where another version of
 * pinyin-pro has other readings `test/people/names/in-order.test.ts` says so: a new migration then makes the functions anew (`namesAreRead`) and
 * has what stands read again, in portions, as that of 1 December 2026 does.
 */

/** Blocks of ideographs, and 〇. */
const IDEOGRAPHS: readonly (readonly [from: number, to: number])[] = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x323af],
];

/** `lu:4`: numbers for tones, and ü right after u, as dictionaries have it. */
const spelled = (numbered: string): string => numbered.replaceAll(/v|ü/g, 'u:');

/** The readings of ideographs by themselves, and those of surnames where they differ. */
export async function readingsOfLibrary(): Promise<{
  signs: Record<string, string>;
  surnames: Record<string, string>;
}> {
  const { convert, pinyin } = await import('pinyin-pro');
  const { default: known } = await import('pinyin-pro/dist/esm/data/surname.mjs');
  const signs: Record<string, string> = {};
  for (const [from, to] of IDEOGRAPHS)
    for (let code = from; code <= to; code += 1) {
      const sign = String.fromCodePoint(code);
      const read = pinyin(sign, { toneType: 'num' });
      if (read !== sign && read !== '') signs[sign] = spelled(read);
    }
  const surnames: Record<string, string> = {};
  for (const [surname, read] of Object.entries(known)) {
    const numbered = spelled(convert(read, { format: 'symbolToNum' }));
    if (numbered !== Array.from(surname, (sign) => signs[sign]).join(' ')) surnames[surname] = numbered;
  }
  return { signs, surnames };
}

/** Constants of a body that PostgreSQL plans once for each connection that writes a name. */
async function nameReadings(): Promise<string> {
  const { signs, surnames } = await readingsOfLibrary();
  return `create or replace function name_readings(said text, as_surname boolean) returns text[] as $readings$
    declare
      signs text[] := string_to_array(said, null);
      readings text[] := array(select coalesce('${JSON.stringify(signs)}'::jsonb ->> sign, '') from unnest(signs) with ordinality each(sign, place) order by place);
      surname text;
    begin
      if as_surname and position('\u00b7' in said) = 0 then
        surname := '${JSON.stringify(surnames)}'::jsonb ->> left(said, 2);
        if length(said) > 1 and surname is not null then
          readings[1:2] := string_to_array(surname, ' ');
        else
          readings[1] := coalesce('${JSON.stringify(surnames)}'::jsonb ->> left(said, 1), readings[1]);
        end if;
      end if;
      return readings;
    end $readings$ language plpgsql immutable strict;`;
}

const LATIN = `create or replace function latin_folded(said text) returns text as $$
    select regexp_replace(normalize(lower(said collate "und-x-icu"), NFD), '[\\u0300-\\u036f]', '', 'g');
  $$ language sql immutable strict;`;

/** Each sign after its reading: all of one surname stand together, and of two that sound alike neither stands among the other. */
const NAME_KEY = `create or replace function name_key(said text) returns text as $$
    declare
      signs text[] := string_to_array(said, null);
      readings text[] := name_readings(said, true);
    begin
      return (select string_agg(case when readings[place] <> '' then readings[place] || signs[place] when signs[place] = '\u00b7' then ' ' else latin_folded(signs[place]) end, '' order by place)
        from generate_subscripts(signs, 1) place);
    end $$ language plpgsql immutable strict;`;

/** From each syllable on: some in full and the initials of the rest (zengxiaoming, zengxm, zxm), or the first initial and the rest in full (zxiaoming). */
const SPELLINGS = `create or replace function name_spellings(units text[]) returns text[] as $$
    declare
      most int := least(cardinality(units), 12);
      initials text;
      found text[] := '{}';
    begin
      for start in 1 .. most loop
        initials := (select string_agg(left(unit, 1), '' order by place) from unnest(units[start:most]) with ordinality each(unit, place));
        for full_ones in 0 .. most - start + 1 loop
          found := found || (array_to_string(units[start:start + full_ones - 1], '') || substr(initials, full_ones + 1));
        end loop;
        found := found || (left(units[start], 1) || array_to_string(units[start + 1:most], ''));
      end loop;
      return found;
    end $$ language plpgsql immutable strict;`;

const NAME_SEARCH = `create or replace function name_search(said text) returns tsvector as $$
    declare
      signs text[] := string_to_array(said, null);
      compact text := regexp_replace(latin_folded(said), '[ \u00b7.''\u2019-]', '', 'g');
      found text[] := array(select substr(compact, start) from generate_series(1, least(length(compact), 40)) start);
      read text[];
      units text[];
      word text;
    begin
      for read in select distinct each.read from (values (name_readings(said, true)), (name_readings(said, false))) each(read) loop
        units := '{}';
        word := '';
        for place in 1 .. cardinality(signs) loop
          if read[place] = '' and signs[place] not in (' ', '\u00b7', '.', '-', '''', '\u2019') then
            word := word || latin_folded(signs[place]);
          else
            if word <> '' then units := units || word; end if;
            word := '';
            if read[place] <> '' then units := units || rtrim(read[place], '0123456789'); end if;
          end if;
        end loop;
        if word <> '' then units := units || word; end if;
        found := found || name_spellings(array(select replace(unit, 'u:', 'v') from unnest(units) with ordinality each(unit, place) order by place));
        if position(':' in array_to_string(units, '')) > 0 then
          found := found || name_spellings(array(select replace(unit, ':', '') from unnest(units) with ordinality each(unit, place) order by place));
        end if;
      end loop;
      return array_to_tsvector(array(select distinct each from unnest(found) each where each <> ''));
    end $$ language plpgsql immutable strict;`;

export const namesAreRead = async (): Promise<readonly string[]> => [
  await nameReadings(),
  LATIN,
  NAME_KEY,
  SPELLINGS,
  NAME_SEARCH,
];
