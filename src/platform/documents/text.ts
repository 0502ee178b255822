import { fonts, prints, type Fonts } from './fonts.ts';

/** Stands for a character that cannot be printed: the printers' mark for a missing type. */
export const MISSING = '〓';

/** Joiners and selectors, which shape the character beside them and print nothing. */
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]|[\u{e0100}-\u{e01ef}]/gu;

/** `U+4E00`. */
export function codePointOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text with characters that the font does not have. It names their code points and nothing of the text around them. */
export class UnprintableText extends Error {
  readonly codePoints: readonly string[];
  constructor(characters: readonly string[]) {
    const codePoints = characters.map(codePointOf);
    super(`The font has no ${codePoints.join(', ')}.`);
    this.name = 'UnprintableText';
    this.codePoints = codePoints;
  }
}

/** One line of text as it is printed: composed, without what is invisible, any blank as a single space. */
function settled(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function missingOf(faces: Fonts, text: string): string[] {
  return [...new Set(text)].filter((character) => !prints(faces, character));
}

/** The characters of a text that no document can show, to be asked before something is promised in print. */
export async function unprintable(text: string): Promise<readonly string[]> {
  return missingOf(await fonts(), settled(text));
}

/** A text that must stand as it is, such as a name. @throws UnprintableText */
export async function exactly(text: string): Promise<string> {
  const line = settled(text);
  const missing = missingOf(await fonts(), line);
  if (missing.length > 0) throw new UnprintableText(missing);
  return line;
}

/** A text in which a character that cannot be printed, such as an emoji, is shown as 〓: never dropped, never blank. */
export async function printable(text: string): Promise<string> {
  const faces = await fonts();
  return Array.from(settled(text), (character) => (prints(faces, character) ? character : MISSING)).join('');
}

/** The note beneath texts of which some character is shown as 〓; null where none is. */
export function noteOnMissing(texts: readonly string[]): string | null {
  return texts.some((text) => text.includes(MISSING)) ? `“${MISSING}”处为暂时无法打印的文字,以系统记录为准。` : null;
}
