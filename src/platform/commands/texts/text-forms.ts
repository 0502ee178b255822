import { GBK_PRIVATE, RADICALS } from './gbk.ts';

/**
 * The form of a text: the name of a person; the name or title of a thing, such as a place, a role or an activity; one
 * line, such as a place or a reason, which stands in tables, file names, calendars and notices; or several paragraphs.
 */
export type TextForm = 'NAME' | 'TITLE' | 'LINE' | 'PARAGRAPHS';

/** Nobody means them, and whoever pastes a text with them turns how all that follows is read. */
const TURNS = '\\u202a-\\u202e\\u2066-\\u2069';
/** Emoji and other pictures, arrows, boxes and signs: no name has them. The blocks, and not a property that every Unicode changes. */
const PICTURES =
  '\\u00a9\\u00ae\\u203c\\u2049\\u20e3\\u2122\\u2139\\u2190-\\u2bff\\u3030\\u303d\\u3297\\u3299\\u{1f000}-\\u{1fbff}';
/** Letters, their marks, digits, punctuation and blanks, as far as Unicode knows them here: what nobody can read is none of these. */
const WRITTEN = '\\p{L}\\p{Mn}\\p{Mc}\\p{N}\\p{P} $+=^\\|~`';
/** A mark of music that nothing shows, and what stands for something that was lost. */
const NOTHING = '\\u{1d159}\\ufffc\\ufffd';
const NOT_IN: Readonly<Record<TextForm, RegExp>> = {
  NAME: new RegExp(`[^[[${WRITTEN}]--[<>${PICTURES}]]]`, 'v'),
  TITLE: new RegExp(`[^[[${WRITTEN}\\p{S}${PICTURES}\\u200d\\ufe0f]--[${NOTHING}]]]`, 'v'),
  LINE: new RegExp(`[\\p{Cc}\\p{Zl}\\p{Zp}${TURNS}]`, 'u'),
  PARAGRAPHS: new RegExp(`[${TURNS}]|(?![\\n\\t])\\p{Cc}`, 'u'),
};
/** What must be there besides: without a letter a name cannot be read, and a title without one, or a digit, neither. */
const MUST_HAVE: Readonly<Partial<Record<TextForm, RegExp>>> = {
  NAME: /[\p{L}--\p{Lm}]/v,
  TITLE: /[[\p{L}\p{N}]--\p{Lm}]/v,
};
const MARK = '[\\p{M}--\\p{Default_Ignorable_Code_Point}]';
/** A mark of no letter, and more marks than any writing has on one: three of European letters, six where they are stacked, as of Tibetan. */
const MARKS_ASTRAY = new RegExp(
  `(?:^|[ \u00b7])${MARK}|[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]{3}|${MARK}{6}`,
  'v',
);

const LINE_BREAKS = /\r\n|[\r\u0085\u2028\u2029]/g;
/** Zero-width characters, joiners, selectors (those of ideographs as well) and the like, except those that turn text, which are refused. */
const INVISIBLE = `(?![${TURNS}])\\p{Default_Ignorable_Code_Point}`;
const NOT_SEEN = new RegExp(INVISIBLE, 'gu');
/** Several emoji are joined to one by what cannot be seen. */
const NOT_SEEN_BUT_IN_PICTURES = new RegExp(
  `((?<=[${PICTURES}]\\ufe0f?)\\u200d(?=[${PICTURES}])|(?<=[${PICTURES}])\\ufe0f)|${INVISIBLE}`,
  'gu',
);
/** Dots that keyboards and copied lists have between the parts of a name; U+0387 is composed to this one anyway. */
const MIDDLE_DOTS = /[\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\ua78f\uff65]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** A title keeps the punctuation of Chinese, which is as wide. */
const FULL_WIDTH_LETTERS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
/** Braille and hieroglyphs have blanks of their own. */
const BLANKS = /[\p{Zs}\u2800\u{13441}\u{13442}]+/gu;
/** Letters of formulas, ligatures, and what is half as wide, or small: of Latin, kana and Hangul. */
const COMPATIBLE = /[\ufb00-\ufb06\uff61-\uffdc\ufe52\u{1d400}-\u{1d7ff}]/gu;
const HAN = '[\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3fffd}]';
const DOT_OF_HAN = new RegExp(`(?<=${HAN})[.](?=${HAN})`, 'gu');
const BLANK_OF_HAN = new RegExp(`(?<=${HAN}) (?=${HAN})`, 'gu');

/**
 * A text as it is kept: composed (NFC), trimmed, nothing where nothing of it can be seen. Paragraphs end with LF. Of names and titles
 * the invisible is gone, every middle dot is U+00B7, what is full or half width is folded, a blank is one blank, which of a name does not stand
 * between ideographs or beside a dot, and a character that GBK had no
 * code for is the one that Unicode has. Twice is as once.
 */
export function settledText(text: string, form: TextForm): string {
  const composed = text.normalize('NFC').trim();
  if (composed.replace(NOT_SEEN, '').trim() === '') return '';
  switch (form) {
    case 'LINE':
      return composed;
    case 'PARAGRAPHS':
      return composed.replace(LINE_BREAKS, '\n');
    case 'TITLE':
      return called(composed.replace(NOT_SEEN_BUT_IN_PICTURES, '$1'), FULL_WIDTH_LETTERS);
    case 'NAME':
      return partsOf(called(composed.replace(NOT_SEEN, ''), FULL_WIDTH));
  }
}

function called(visible: string, wide: RegExp): string {
  return visible
    .replace(wide, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    .replace(COMPATIBLE, (each) => each.normalize('NFKC'))
    .replace(RADICALS, (each) => each.normalize('NFKC'))
    .replace(GBK_PRIVATE.pattern, (each) => GBK_PRIVATE.inUnicode(each))
    .replace(MIDDLE_DOTS, '\u00b7')
    .replace(BLANKS, ' ')
    .trim()
    .normalize('NFC');
}

/** Nothing stands between two ideographs, and between parts of a name one dot alone. */
function partsOf(name: string): string {
  return name
    .replace(DOT_OF_HAN, '\u00b7')
    .replace(/[ \u00b7]*\u00b7[ \u00b7]*/g, '\u00b7')
    .replace(BLANK_OF_HAN, '')
    .replace(/^[ \u00b7]+|[ \u00b7]+$/g, '')
    .normalize('NFC');
}

/** False for what its form does not allow, or PostgreSQL could not store. */
export function holds(settled: string, form: TextForm): boolean {
  if (!settled.isWellFormed() || NOT_IN[form].test(settled)) return false;
  return (form !== 'NAME' && form !== 'TITLE') || !MARKS_ASTRAY.test(settled);
}

/** Whether there is of it what its form wants: a letter, or a letter or digit. */
export function says(settled: string, form: TextForm): boolean {
  return MUST_HAVE[form]?.test(settled) ?? true;
}
