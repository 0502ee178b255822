import { LINE_COLUMNS } from '../../src/platform/database/index.ts';
import type { Refusal } from './plant.ts';

const BROKEN: Readonly<Record<string, string>> = {
  LF: '\n',
  CR: '\r',
  'a tab': '\t',
  'U+0085': '\u0085',
  'U+2028': '\u2028',
  'an override of direction': '\u202e',
};

/** What is no name and no title as they are kept. */
const NOT_AS_KEPT: Readonly<Record<string, string>> = {
  'a character of nobody': '\ue863',
  'what cannot be seen': '\u200b',
  'another middle dot': '\u2022',
  'a wide letter': '\uff21',
  'two blanks': '  ',
  'a letter that is not composed': 'e\u0301',
};

/** Each rule by itself, on a table of the same columns: whether a row may be there at all is not what it is about. */
export const lineRefusals: readonly Refusal[] = LINE_COLUMNS.flatMap(({ table, column, constraint, form }) =>
  Object.entries({ ...BROKEN, ...(form !== 'LINE' && NOT_AS_KEPT) }).map(([what, separator]): Refusal => ({
    constraint,
    how: `${what} in a line`,
    async write({ run }) {
      await run(`create temporary table planted on commit drop as select ${column} from ${table} with no data`);
      await run(
        `do $$ begin execute (select format('alter table planted add constraint %I %s', conname, pg_get_constraintdef(oid)) from pg_constraint where conname = '${constraint}'); end $$`,
      );
      await run(`insert into planted values ($1), (null)`, `王 · 小明 (=2*21)${form === 'NAME' ? '' : ' 🌸'}`);
      await run('insert into planted values ($1)', `林${separator}=2*21`);
    },
  })),
);
