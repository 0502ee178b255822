import bidiFactory from 'bidi-js';
import { hasCharacter, type FaceName, type Fonts } from './fonts.ts';

/** A part of a line in one face and one direction. */
export interface ScriptRun {
  readonly face: FaceName;
  /** As its font is to be told it. */
  readonly text: string;
}

interface Part {
  readonly face: FaceName;
  /** Odd from right to left, as the algorithm of Unicode (UAX 9) numbers them. */
  readonly level: number;
  text: string;
}

// It is a CommonJS module, which its types do not say.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** What a font lays from right to left by itself. */
const ARABIC = /\p{Script=Arabic}/u;
const MARK = /\p{M}/u;
/** A vowel stands on the sign of doubling (shadda), which composed text has behind it and fonts want before it. */
const DOUBLED = /([\u064b-\u0650]+)\u0651/g;

/**
 * The parts of one line of text from left to right as they stand on paper, within a line that runs from left to right. A mark is printed in the face of what it stands on.
 * @param onMissing says what becomes of a character that no face has
 */
export function scriptRuns(faces: Fonts, line: string, onMissing: (character: string) => never): readonly ScriptRun[] {
  return inVisualOrder(partsOf(faces, line, onMissing)).map(({ face, level, text }) => {
    const backwards = level % 2 === 1;
    const settled = text.replaceAll(DOUBLED, '\u0651$1');
    return { face, text: backwards === ARABIC.test(text) ? settled : [...settled].reverse().join('') };
  });
}

function partsOf(faces: Fonts, line: string, onMissing: (character: string) => never): Part[] {
  const levels = RIGHT_TO_LEFT.test(line) ? bidi.getEmbeddingLevels(line, 'ltr').levels : null;
  const parts: Part[] = [];
  let at = 0;
  for (const character of line) {
    const level = levels?.[at] ?? 0;
    at += character.length;
    const shown = level % 2 === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character;
    const last = parts.at(-1);
    const preferred = level % 2 === 1 ? 'arabic' : MARK.test(character) && last ? last.face : 'han';
    const face = faceOf(faces, shown, preferred) ?? onMissing(character);
    if (last && last.level === level && last.face === face) last.text += shown;
    else parts.push({ face, level, text: shown });
  }
  return parts;
}

function faceOf(faces: Fonts, character: string, preferred: FaceName): FaceName | undefined {
  const names: readonly FaceName[] = [preferred, ...(Object.keys(faces) as FaceName[])];
  return names.find((name) => hasCharacter(faces[name], character));
}

/** From the highest level down, whatever stands at it or above is turned round (rule L2). */
function inVisualOrder(parts: readonly Part[]): readonly Part[] {
  const ordered = [...parts];
  for (let level = Math.max(0, ...parts.map((part) => part.level)); level > 0; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to += 1;
      if (to - from > 1) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}
