import { constrained, MigrationWhileInUse } from './while-in-use.ts';

const IDEOGRAPHS = '\\u3400-\\u4dbf\\u4e00-\\u9fff';
const NOT_IN_A_LINE = '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]';

interface Numbers {
  readonly table: string;
  readonly column: string;
  readonly constraint: string;
  readonly signs: string;
  readonly says: string;
  readonly longest: number;
  /** Between the number and a further one, where two have the same. */
  readonly before: string;
}
const NUMBERS: readonly Numbers[] = [
  {
    table: 'staff',
    column: 'staff_number',
    constraint: 'staff_number_shape',
    signs: `\\u0021-\\u0060\\u007b-\\u007e${IDEOGRAPHS}`,
    says: `0-9A-Z${IDEOGRAPHS}`,
    longest: 40,
    before: '-',
  },
  {
    table: 'student',
    column: 'student_number',
    constraint: 'student_number_shape',
    signs: '0-9A-Z',
    says: '0-9A-Z',
    longest: 30,
    before: 'X',
  },
];

/** A number in which every sign is one that says something is not asked twice for one. */
const shapeOf = ({ column, signs, says, longest }: Numbers): string =>
  signs === says
    ? `${column} ~ '^[${signs}]{1,${longest}}$'`
    : `${column} ~ '^[${signs}]{1,${longest}}$' and ${column} ~ '[${says}]'`;

/**
 * Brings what stands into the form: mostly nothing. Of two that would have one number the second has another one besides, which is no way to
 * sign in that its owner knows: the comment of the constraint says which (`\dd` of psql), so that whoever administers them puts it right.
 */
const settled = (numbers: Numbers): string => {
  const { table, column, constraint, signs, says, longest, before } = numbers;
  return `do $$ declare those uuid[]; was text[]; wanted text; tried text; nth int; told text := ''; begin
    select array_agg(id order by id), array_agg(${column} order by id) into those, was from "${table}" where not (${shapeOf(numbers)});
    if those is not null then
      for i in 1 .. cardinality(those) loop
        wanted := left(regexp_replace(upper(normalize(was[i], NFKC) collate "C"), '[^${signs}]', '', 'g'), ${longest - 4});
        if wanted !~ '[${says}]' then wanted := 'X'; end if;
        nth := 1;
        loop
          tried := wanted || case when nth = 1 then '' else '${before}' || nth end;
          begin
            update "${table}" set ${column} = tried where id = those[i];
            exit;
          exception when unique_violation then
            nth := nth + 1;
          end;
        end loop;
        if nth > 1 or wanted = 'X' then told := told || ', ' || those[i] || ' ' || tried; end if;
      end loop;
      execute format('comment on constraint "${constraint}" on "${table}" is %L',
        format('2026-12: %s numbers were brought into the form; given another one: %s', cardinality(those), coalesce(nullif(substr(told, 3), ''), 'none')));
    end if;
  end $$;`;
};

/**
 * Tries to sign in wait by number and network, and the networks of each are known again; numbers by which people sign in, and those of
 * pupils, have one form.
 */
export class Migration20261201042535_sign_ins_are_held_by_network extends MigrationWhileInUse {
  override name = 'Migration20261201042535_sign_ins_are_held_by_network';

  override up(): void {
    this.each(
      `alter table "sign_in_miss" add column if not exists "told_at" timestamptz(3) null;`,
      `alter table "local_credential" add column if not exists "known_networks" text[] not null default '{}';`,
    );
    for (const numbers of NUMBERS) {
      const [holds, reads] = constrained(numbers.table, numbers.constraint, `check (${shapeOf(numbers)})`);
      this.each(holds!, settled(numbers), reads!);
    }
    this.each(`alter table "staff" drop constraint if exists "staff_staff_number_one_line";`);
  }

  override down(): void {
    this.each(
      `alter table "local_credential" drop column if exists "known_networks";`,
      `alter table "sign_in_miss" drop column if exists "told_at";`,
      NUMBERS.map(({ table, constraint }) => `alter table "${table}" drop constraint if exists "${constraint}";`),
      constrained('staff', 'staff_staff_number_one_line', `check (staff_number !~ '${NOT_IN_A_LINE}')`),
    );
  }
}
