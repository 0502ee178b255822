/*
 * How names and titles are kept (`settledText` of the commands), as PostgreSQL says it: functions of a migration, which stay as they are
 * whatever becomes of the form later. A test holds them to what TypeScript says of every character.
 */

type Form = 'NAME' | 'TITLE';
/** Neither is in a form: what cannot be seen, what turns text, controls, fonts of somebody's own, what no version of Unicode here knows. */
const PICTURES =
  '\\u00a9\\u00ae\\u203c\\u2049\\u20e3\\u2122\\u2139\\u2190-\\u2bff\\u3030\\u303d\\u3297\\u3299\\u{1f000}-\\u{1fbff}';
const OF_BOTH = String.raw`\p{L}\p{Mn}\p{Mc}\p{N}\p{P} $+=^\|~\x60`;
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}--[\u202a-\u202e\u2066-\u2069]]`;
/** What is written otherwise, or not at all. */
const FOLDED = String.raw`\u2e9f\u2ef3\u2f00-\u2fd5\ufb00-\ufb06\uff61-\uffdc\ufe52\u{1d400}-\u{1d7ff}`;
const MIDDLE_DOTS = '\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\ua78f\uff65';
const NOT_SEEN_THOUGH_SIGNS = String.raw`\u2800\u{13441}\u{13442}\u{1d159}\ufffc\ufffd`;
const WIDE = { NAME: String.raw`\uff01-\uff5e`, TITLE: String.raw`\uff10-\uff19\uff21-\uff3a\uff41-\uff5a` } as const;
const OTHERWISE = `${UNSEEN}${FOLDED}${MIDDLE_DOTS}${NOT_SEEN_THOUGH_SIGNS}`;
const KEPT: Readonly<Record<Form, RegExp>> = {
  NAME: new RegExp(`^[[${OF_BOTH}]--[<>${OTHERWISE}${WIDE.NAME}${PICTURES}]]$`, 'v'),
  // Of emoji U+200D and U+FE0F are a part.
  TITLE: new RegExp(`^[[[${OF_BOTH}\\p{S}${PICTURES}]--[${OTHERWISE}${WIDE.TITLE}]]\\u200d\\ufe0f]$`, 'v'),
};
const LETTER = new RegExp('^[[\\p{L}]--[\\p{Lm}]]$', 'v');
const LETTER_OR_DIGIT = new RegExp('^[[\\p{L}\\p{N}]--[\\p{Lm}]]$', 'v');
const MARK = new RegExp(`^[[\\p{M}]--${UNSEEN}]$`, 'v');
const UNSEEN_ONE = new RegExp(`^${UNSEEN}$`, 'v');
const BLANK = /^[\p{Zs}\u2800\u{13441}\u{13442}]$/u;
/** Marks of European writing, of which no letter has three. */
const ACCENTS = '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
const HAN = '\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003fffd';

/** Characters as PostgreSQL writes them among others in brackets. It knows no properties of Unicode: they are those that Node knows as the migration runs. */
function ranges(isOne: (character: string) => boolean): string {
  const found: [number, number][] = [];
  for (let code = 1; code <= 0x10ffff; code += 1) {
    if ((code >= 0xd800 && code <= 0xdfff) || !isOne(String.fromCodePoint(code))) continue;
    const last = found.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  const written = (code: number): string => `\\U${code.toString(16).padStart(8, '0')}`;
  return found.map(([from, to]) => (from === to ? written(from) : `${written(from)}-${written(to)}`)).join('');
}

/** Of GBK, as GB 18030-2005 and -2022 have them in Unicode. */
const GBK: readonly (readonly [string, string])[] = (
  [
    [0xe78d, '\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19'],
    [0xe7c7, '\u1e3f\u01f9'],
    [
      0xe815,
      '\u2e81\u{20087}\u{20089}\u{200cc}\u2e84\u3473\u3447\u2e88\u2e8b\u9fb4\u359e\u361a\u360e\u2e8c\u2e97' +
        '\u396e\u3918\u9fb5\u39cf\u39df\u3a73\u39d0\u9fb6\u9fb7\u3b4e\u3c6e\u3ce0\u2ea7\u{215d7}\u9fb8\u2eaa' +
        '\u4056\u415f\u2eae\u4337\u2eb3\u2eb6\u2eb7\u{2298f}\u43b1\u43ac\u2ebb\u43dd\u44d6\u4661\u464c\u9fb9' +
        '\u4723\u4729\u477c\u478d\u2eca\u4947\u497a\u497d\u4982\u4983\u4985\u4986\u499f\u499b\u49b7\u49b6' +
        '\u9fba\u{241fe}\u4ca3\u4c9f\u4ca0\u4ca1\u4c77\u4ca2\u4d13\u4d14\u4d15\u4d16\u4d17\u4d18\u4d19\u4dae' +
        '\u9fbb',
    ],
  ] as const
).flatMap(([first, meant]) => Array.from(meant, (each, index) => [String.fromCodePoint(first + index), each] as const));
const RADICALS_THEMSELVES = Array.from({ length: 0xd6 }, (_, index) => String.fromCharCode(0x2f00 + index))
  .concat('\u2e9f', '\u2ef3')
  .map((each) => [each, each.normalize('NFKC')] as const);

const COMPATIBLE = [...between(0xff61, 0xffdc), ...between(0x1d400, 0x1d7ff), '\ufe52']
  .map((each) => [each, each.normalize('NFKC')] as const)
  .filter(([each, plain]) => plain !== each && Array.from(plain).length === 1);
const LIGATURES = between(0xfb00, 0xfb06).map((each) => [each, each.normalize('NFKC')] as const);

function between(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}

function isForm(name: string, form: Form): string {
  const mark = ranges((each) => MARK.test(each));
  const must = ranges((each) => (form === 'NAME' ? LETTER : LETTER_OR_DIGIT).test(each) && KEPT[form].test(each));
  const apart = form === 'NAME' ? `|^\u00b7|\u00b7$|\u00b7\u00b7| \u00b7|\u00b7 |[${HAN}][ .][${HAN}]` : '';
  return `create or replace function ${name}(said text) returns boolean as $$
    select said is nfc normalized and said !~ '[^${ranges((each) => KEPT[form].test(each))}]'
      and said !~ '  |^ | $|(?:^|[ \u00b7])[${mark}]|[${ACCENTS}]{3}|[${mark}]{6}${apart}' and said ~ '[${must}]';
  $$ language sql immutable strict parallel safe;`;
}

export const FORMS_OF_NAMES: readonly string[] = [isForm('is_name', 'NAME'), isForm('is_title', 'TITLE')];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function folded(form: Form): string {
  const wide = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0xff01 + index)).filter(
    (each) => form === 'NAME' || /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(each),
  );
  const pairs = [
    ...wide.map((each) => [each, String.fromCharCode(each.charCodeAt(0) - 0xfee0)] as const),
    ...Array.from(MIDDLE_DOTS, (each) => [each, '\u00b7'] as const),
    ...RADICALS_THEMSELVES,
    ...COMPATIBLE.filter(([from]) => !MIDDLE_DOTS.includes(from)),
    ...GBK,
  ];
  return `${quoted(pairs.map(([from]) => from).join(''))}, ${quoted(pairs.map(([, to]) => to).join(''))}`;
}

function settles(name: string, form: Form): string {
  const unseen = ranges((each) => UNSEEN_ONE.test(each) && !(form === 'TITLE' && /[\u200d\ufe0f]/.test(each)));
  const blank = ranges((each) => BLANK.test(each));
  const refused = `[^${ranges((each) => KEPT[form].test(each))}]`;
  const composed = LIGATURES.reduce(
    (said, [from, to]) => `replace(${said}, '${from}', '${to}')`,
    `translate(regexp_replace(normalize(said, NFC), '[${unseen}]', '', 'g'), ${folded(form)})`,
  );
  const spaced = `regexp_replace(regexp_replace(normalize(${composed}, NFC), '${refused}', ' ', 'g'), '[${blank}]+', ' ', 'g')`;
  const apart =
    form === 'TITLE'
      ? spaced
      : `regexp_replace(regexp_replace(regexp_replace(${spaced}, '(?<=[${HAN}])[.](?=[${HAN}])', '\u00b7', 'g'), '[ \u00b7]*\u00b7[ \u00b7]*', '\u00b7', 'g'), '(?<=[${HAN}]) (?=[${HAN}])', '', 'g')`;
  return `create or replace function ${name}(said text) returns text as $$
    select normalize(btrim(${apart}, ' ${form === 'NAME' ? '\u00b7' : ''}'), NFC);
  $$ language sql immutable strict;`;
}

/** For what was stored before: what is refused now goes. */
export const SETTLING_FUNCTIONS: readonly string[] = [
  settles('settled_name', 'NAME'),
  settles('settled_title', 'TITLE'),
];
export const NO_SETTLING_FUNCTIONS: readonly string[] = [
  'drop function if exists settled_name(text);',
  'drop function if exists settled_title(text);',
];
