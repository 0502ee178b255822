/** Values that nobody sends by mistake, for each scalar of the schema. */
import type { Known } from './known.ts';
import { Written } from './written.ts';

export const WRITTEN = [
  '1e308',
  '1e400',
  '-1e400',
  '9223372036854775808',
  '9007199254740993',
  '-0',
  '0.1',
  '1e-400',
  '99999999999999999999999999',
].map((text) => new Written(text));

const INTS: readonly unknown[] = [
  0,
  -1,
  32_767,
  32_768,
  -32_768,
  -32_769,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 1,
  1.5,
  '1',
  'NaN',
  true,
  ...WRITTEN,
];

const TEXTS: readonly unknown[] = [
  '',
  ' ',
  'a\0b',
  '\u0001\u0008\u001b[31m',
  '\ud800',
  'a\udc00b',
  '\u202e\u2066',
  '\ufeff\u200b',
  '\uffff',
  '🏫'.repeat(101),
  '学'.repeat(5_000),
  'x'.repeat(100_000),
  '%',
  '_',
  '\\',
  '%\\',
  "'; drop table school; --",
  '$1',
  '<script>',
  '__proto__',
  'constructor',
  '(a+)+$',
  '=1+1',
  '2026-11-02',
  0,
  1,
  true,
  new Written('1e400'),
];

const NOTHING = '00000000-0000-7000-8000-00000000dead';

const idsOf = ({ ids }: Known): readonly unknown[] => [
  ...[...ids.values()].map(([first]) => first),
  ...[...ids.keys()].slice(0, 3).map((name) => `${name.toLowerCase()}_${NOTHING}`),
  ...['school', 'class', 'course', 'notice', 'guardian'].map((prefix) => `${prefix}_${NOTHING}`),
  '',
  '1',
  '_',
  'school_',
  `_${NOTHING}`,
  NOTHING,
  `school_${NOTHING.toUpperCase()}`,
  `SCHOOL_${NOTHING}`,
  `__proto___${NOTHING}`,
  `constructor_${NOTHING}`,
  `toString_${NOTHING}`,
  `school_${NOTHING}\0`,
  `school_${NOTHING} `,
  `school_{${NOTHING}}`,
  `school_${'x'.repeat(36)}`,
  'school_\ud800',
  'x'.repeat(100_000),
  1,
  -1,
  1.5,
  true,
  new Written('1e400'),
  new Written('99999999999999999999999999'),
];

const encoded = (text: string): string => Buffer.from(text).toString('base64url');

const cursorsOf = ({ cursors }: Known): readonly unknown[] => [
  ...cursors,
  ...cursors.map((each) => `${each.slice(0, -3)}${each.endsWith('A') ? 'BBB' : 'AAA'}`),
  ...cursors.map((each) => each.slice(0, each.length >> 1)),
  ...cursors.map((each) => `${each}${each}`),
  '',
  '!',
  '=',
  '====',
  'e30',
  '\0',
  '\ud800',
  encoded('null'),
  encoded('[]'),
  encoded('{"__proto__":1}'),
  encoded('[1e400]'),
  encoded('["a\0b"]'),
  encoded('\u0001'),
  'A'.repeat(100_000),
  1,
  true,
];

const DAYS: readonly unknown[] = [
  '',
  '0000-01-01',
  '0000-00-00',
  '0001-01-01',
  '0001-01-01 BC',
  '-000001-01-01',
  '1899-12-31',
  '1900-01-01',
  '9999-12-31',
  '10000-01-01',
  '275760-09-13',
  '+275760-09-13',
  '2026-02-30',
  '2026-13-01',
  '2026-1-1',
  '2026-11-02T00:00:00Z',
  'infinity',
  '-infinity',
  'now',
  'today',
  'epoch',
  '2026-11-02\0',
  ' 2026-11-02',
  '２０２６-11-02',
  0,
  -1,
  20_261_102,
  true,
  new Written('1e400'),
];

const MOMENTS: readonly unknown[] = [
  ...DAYS,
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1899-12-31T23:59:59.999Z',
  '1900-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.999-23:59',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '2026-11-02T25:00:00Z',
  '2026-11-02T24:00:00Z',
  '2026-12-31T23:59:60Z',
  '2026-11-02T08:00:00',
  '2026-11-02T08:00:00+99:99',
  '2026-11-02T08:00:00.000000000000000001Z',
  8.64e15,
  8.64e15 + 1,
];

const TIMES: readonly unknown[] = [
  '',
  '24:00',
  '25:00',
  '23:59:60',
  '00:00',
  '23:59:59.999999999',
  '-01:00',
  '08:00Z',
  '08:00+08:00',
  '8:00',
  '08',
  '08:00\0',
  'allballs',
  0,
  480,
  true,
];

const BOOLEANS: readonly unknown[] = ['true', 'false', '', 0, 1, -1, new Written('1e400')];

export function ofScalar(name: string, isCursor: boolean, known: Known): readonly unknown[] {
  switch (name) {
    case 'Int':
    case 'Float':
      return INTS;
    case 'Boolean':
      return BOOLEANS;
    case 'ID':
      return idsOf(known);
    case 'Date':
      return DAYS;
    case 'DateTime':
      return MOMENTS;
    case 'LocalTime':
      return TIMES;
    case 'String':
      return isCursor ? cursorsOf(known) : TEXTS;
    default:
      throw new Error(`${name} is a scalar for which nothing hostile is known.`);
  }
}
