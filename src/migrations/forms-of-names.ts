/*
 * How names and titles are kept (`settledText` of the commands), as PostgreSQL says it: functions of a migration, which stay as they are
 * whatever becomes of the form later. A test holds them to what TypeScript says of every character.
 */

const TURNS = '\\u202a-\\u202e\\u2066-\\u2069';
const CONTROLS = '\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029';
const NO_CHARACTERS = `\\ufdd0-\\ufdef\\ufffe\\uffff${Array.from(
  { length: 16 },
  (_, plane) => `\\U${hex(plane + 1)}fffe-\\U${hex(plane + 1)}ffff`,
).join('')}`;
const UNREADABLE = `\\ue000-\\uf8ff\\ufff9-\\ufffd\\U000f0000-\\U000ffffd\\U00100000-\\U0010fffd${NO_CHARACTERS}`;
const PICTURES =
  '\\u00a9\\u00ae\\u203c\\u2049\\u20e3\\u2122\\u2139\\u2190-\\u2bff\\u3030\\u303d\\u3297\\u3299\\U0001f000-\\U0001fbff';
/** Of emoji U+200D and U+FE0F are a part. */
const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200c\\u200e\\u200f\\u2060-\\u2065\\u206a-\\u206f\\u3164\\ufe00-\\ufe0e\\ufeff\\uffa0\\ufff0-\\ufff8\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff';
const IN_EMOJI = '\\u200d\\ufe0f';
const OTHER_BLANKS = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const RADICALS = '\\u2e9f\\u2ef3\\u2f00-\\u2fd5';
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
const MIDDLE_DOTS = '\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\ua78f\uff65';
const WIDE = { NAME: '\\uff01-\\uff5e', TITLE: '\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a' } as const;
/** Where letters are, or digits as well; TypeScript asks more closely. */
const LETTERS =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u1fff\\u2071-\\u218f\\u2c00-\\u2dff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3021-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufdff\\ufe70-\\uffdc\\U00010000-\\U0003fffd';
const DIGITS =
  '0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u2070-\\u218f\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793\\u3220-\\u32b0';

const RADICALS_THEMSELVES = Array.from({ length: 0xd6 }, (_, index) => String.fromCharCode(0x2f00 + index))
  .concat('\u2e9f', '\u2ef3')
  .map((each) => [each, each.normalize('NFKC')] as const);

type Form = 'NAME' | 'TITLE';
const REFUSED: Readonly<Record<Form, string>> = {
  NAME: `${CONTROLS}${TURNS}${UNREADABLE}${PICTURES}`,
  TITLE: `${CONTROLS}${TURNS}${UNREADABLE}`,
};
const UNSEEN: Readonly<Record<Form, string>> = { NAME: INVISIBLE + IN_EMOJI, TITLE: INVISIBLE };

function hex(plane: number): string {
  return plane.toString(16).padStart(4, '0');
}

const isForm = (name: string, form: Form, must: string): string =>
  `create or replace function ${name}(said text) returns boolean as $$
    select said is nfc normalized and said !~ '[${REFUSED[form]}${UNSEEN[form]}${OTHER_BLANKS}${RADICALS}${MIDDLE_DOTS}${WIDE[form]}]|  |^ | $' and said ~ '[${must}]';
  $$ language sql immutable strict parallel safe;`;

export const FORMS_OF_NAMES: readonly string[] = [
  isForm('is_name', 'NAME', LETTERS),
  isForm('is_title', 'TITLE', LETTERS + DIGITS),
];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function folded(form: Form): string {
  const wide = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0xff01 + index)).filter(
    (each) => form === 'NAME' || /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(each),
  );
  const pairs = [
    ...wide.map((each) => [each, String.fromCharCode(each.charCodeAt(0) - 0xfee0)] as const),
    ...Array.from(MIDDLE_DOTS, (each) => [each, '\u00b7'] as const),
    ...RADICALS_THEMSELVES,
    ...GBK,
  ];
  return `${quoted(pairs.map(([from]) => from).join(''))}, ${quoted(pairs.map(([, to]) => to).join(''))}`;
}

const settles = (name: string, form: Form): string => `create or replace function ${name}(said text) returns text as $$
    select normalize(btrim(regexp_replace(regexp_replace(translate(regexp_replace(normalize(said, NFC), '[${UNSEEN[form]}]', '', 'g'), ${folded(form)}),
      '[${REFUSED[form]}]', ' ', 'g'), '[ ${OTHER_BLANKS}]+', ' ', 'g')), NFC);
  $$ language sql immutable strict;`;

/** For what was stored before: what is refused now goes. */
export const SETTLING_FUNCTIONS: readonly string[] = [
  settles('settled_name', 'NAME'),
  settles('settled_title', 'TITLE'),
];
export const NO_SETTLING_FUNCTIONS: readonly string[] = [
  'drop function if exists settled_name(text);',
  'drop function if exists settled_title(text);',
];
