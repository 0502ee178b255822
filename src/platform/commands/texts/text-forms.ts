/**
 * The form of a text: the name of a person; one line, such as a title, a place or a reason, which stands in tables, file
 * names, calendars and notices; or several paragraphs.
 */
export type TextForm = 'NAME' | 'LINE' | 'PARAGRAPHS';

/** Nobody means them, and whoever pastes a text with them turns how all that follows is read. */
const TURNS = '\\u202a-\\u202e\\u2066-\\u2069';
const NOT_IN: Readonly<Record<TextForm, RegExp>> = {
  NAME: new RegExp(`[\\p{Cc}\\p{Zl}\\p{Zp}${TURNS}]`, 'u'),
  LINE: new RegExp(`[\\p{Cc}\\p{Zl}\\p{Zp}${TURNS}]`, 'u'),
  PARAGRAPHS: new RegExp(`[${TURNS}]|(?![\\n\\t])\\p{Cc}`, 'u'),
};

const LINE_BREAKS = /\r\n|[\r\u0085\u2028\u2029]/g;
/** Zero-width characters, joiners, selectors and the like, except those that turn text, which are refused. */
const INVISIBLE = new RegExp(`(?![${TURNS}])\\p{Default_Ignorable_Code_Point}`, 'gu');
/** Dots that keyboards and copied lists have between the parts of a name; U+0387 is composed to this one anyway. */
const MIDDLE_DOTS = /[\u2022\u2027\u2219\u22c5\u2e31\u30fb\uff65]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const BLANKS = /\p{Zs}+/gu;

/**
 * A text as it is kept: composed (NFC), trimmed, nothing where nothing of it can be seen. Paragraphs end with LF. Of a name
 * the invisible is gone, every middle dot is U+00B7, what is full width is folded, and a blank is one blank. Twice is as once.
 */
export function settledText(text: string, form: TextForm): string {
  const composed = text.normalize('NFC').trim();
  if (composed.replace(INVISIBLE, '').trim() === '') return '';
  switch (form) {
    case 'LINE':
      return composed;
    case 'PARAGRAPHS':
      return composed.replace(LINE_BREAKS, '\n');
    case 'NAME':
      return composed
        .replace(INVISIBLE, '')
        .replace(FULL_WIDTH, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
        .replace(MIDDLE_DOTS, '\u00b7')
        .replace(BLANKS, ' ')
        .trim()
        .normalize('NFC');
  }
}

/** False for what its form does not allow, or PostgreSQL could not store. */
export function holds(settled: string, form: TextForm): boolean {
  return settled.isWellFormed() && !NOT_IN[form].test(settled);
}
