import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Font } from 'fontkit';

/**
 * Noto Serif SC (SIL Open Font License): every character of Unicode's first block and extension A, and all of the
 * national table of characters in general use (通用规范汉字表), rare ones of names among them.
 */
export const FONT_FILES = { regular: '400Regular/NotoSerifSC_400Regular.ttf', bold: '700Bold/NotoSerifSC_700Bold.ttf' };

export type FontWeight = keyof typeof FONT_FILES;
export type Fonts = Readonly<Record<FontWeight, Font>>;

/** Whether a character is printed in every weight: decided by the very fonts that print, so that another font is another line in this file. */
export function prints(faces: Fonts, character: string): boolean {
  return Object.values(faces).every((face) => face.hasGlyphForCodePoint(character.codePointAt(0)!));
}

let opened: Promise<Fonts> | undefined;

/** Read when the first document is made, then kept (15 MB each): what is shared of a font are its tables, never a subset. */
export function fonts(): Promise<Fonts> {
  opened ??= openFonts().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function openFonts(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([open(FONT_FILES.regular), open(FONT_FILES.bold)]);
  return { regular, bold };
}

async function open(file: string): Promise<Font> {
  const { create } = await import('fontkit');
  const bytes = await readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${file}`)));
  return create(bytes) as Font;
}
