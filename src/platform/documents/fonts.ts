import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Font } from 'fontkit';

export type FontWeight = 'regular' | 'bold';

const noto = (file: string): string => `@expo-google-fonts/${file}.ttf`;

/**
 * The faces that documents are printed in, all under the SIL Open Font License; a character is printed in the first that has it. Noto Serif SC has every
 * character of Unicode's first block and extension A, and all of the national table of characters in general use (通用规范汉字表); `rare-han.ttf` rare ones of names
 * and places beside (`faces/LICENSE.txt` says from where, `test/fonts/SOURCES.md` which), in one weight.
 */
export const FACE_FILES = {
  han: {
    regular: noto('noto-serif-sc/400Regular/NotoSerifSC_400Regular'),
    bold: noto('noto-serif-sc/700Bold/NotoSerifSC_700Bold'),
  },
  rareHan: { regular: './faces/rare-han.ttf', bold: './faces/rare-han.ttf' },
  tibetan: {
    regular: noto('noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular'),
    bold: noto('noto-serif-tibetan/700Bold/NotoSerifTibetan_700Bold'),
  },
  arabic: {
    regular: noto('noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular'),
    bold: noto('noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<FontWeight, string>>>>;

export type FaceName = keyof typeof FACE_FILES;
export type Face = Readonly<Record<FontWeight, Font>>;
export type Fonts = Readonly<Record<FaceName, Face>>;

/** Whether a face has a character in every weight: decided by the very fonts that print, so that another face is another entry in this file. */
export function hasCharacter(face: Face, character: string): boolean {
  return Object.values(face).every((font) => font.hasGlyphForCodePoint(character.codePointAt(0)!));
}

/** Whether a character is printed. */
export function prints(faces: Fonts, character: string): boolean {
  return Object.values(faces).some((face) => hasCharacter(face, character));
}

let opened: Promise<Fonts> | undefined;

/** Read when the first document is made, then kept (32 MB in all): what is shared of a font are its tables, never a subset. */
export function fonts(): Promise<Fonts> {
  opened ??= openFonts().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function openFonts(): Promise<Fonts> {
  const { create } = await import('fontkit');
  const files = new Set(Object.values(FACE_FILES).flatMap((weights) => Object.values(weights)));
  const open = async (file: string): Promise<[string, Font]> => {
    return [file, create(await readFile(fileURLToPath(import.meta.resolve(file)))) as Font];
  };
  const fontOf = new Map(await Promise.all([...files].map(open)));
  return Object.fromEntries(
    Object.entries(FACE_FILES).map(([name, { regular, bold }]) => [
      name,
      { regular: fontOf.get(regular)!, bold: fontOf.get(bold)! },
    ]),
  ) as Record<FaceName, Face>;
}
