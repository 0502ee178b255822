import type { Font } from 'fontkit';
import type PDFDocument from 'pdfkit';
import type { Fonts, FontWeight } from './fonts.ts';
import { scriptRuns, type ScriptRun } from './script-runs.ts';
import { UnprintableText } from './text.ts';

type Options = PDFKit.Mixins.TextOptions & { readonly lineWidth?: number; readonly textWidth?: number };

/** The part of a PDF document through which every text is measured and drawn, one line or less at a time. */
interface TextDrawer {
  readonly _font: { readonly font: Font; readonly ascender: number };
  readonly _fontSize: number;
  widthOfString(text: string, options?: Options): number;
  _fragment(text: string, x: number, y: number, options: Options): void;
}

/** Whatever font is set, a text goes on in another face where that one has not its characters: shaped, and from right to left where it is to be. */
export function drawEveryScript(pdf: InstanceType<typeof PDFDocument>, faces: Fonts): void {
  const drawer = pdf as unknown as TextDrawer;
  const plain = { width: drawer.widthOfString.bind(drawer), draw: drawer._fragment.bind(drawer) };
  for (const face of Object.values(faces))
    for (const font of Object.values(face)) pdf.registerFont(font.postscriptName!, font as never);

  /** Null where the font that is set prints the whole text. */
  const runsOf = (text: string): readonly ScriptRun[] | null => {
    const runs = scriptRuns(faces, text, (character) => {
      throw new UnprintableText([character]);
    });
    return runs.every(({ face }) => face === 'han') ? null : runs;
  };
  const eachRun = (runs: readonly ScriptRun[], each: (text: string, options: Options) => void): void => {
    const set = drawer._font.font;
    const weight: FontWeight = set === faces.han.bold ? 'bold' : 'regular';
    for (const { face, text } of runs) {
      pdf.font(faces[face][weight].postscriptName!);
      // With a list of features, empty though it is, a text is shaped as a whole and not word by word.
      each(text, face === 'han' ? {} : { features: [] });
    }
    pdf.font(set.postscriptName!);
  };

  drawer.widthOfString = (text, options = {}) => {
    const runs = runsOf(text);
    if (runs === null) return plain.width(text, options);
    let width = (runs.length - 1) * (options.characterSpacing ?? 0);
    eachRun(runs, (part, more) => (width += plain.width(part, { ...options, ...more })));
    return width;
  };
  drawer._fragment = (given, x, y, { lineWidth = 0, ...options }) => {
    const text = given.replaceAll('\n', '');
    const runs = runsOf(text);
    if (runs === null) return plain.draw(text, x, y, { lineWidth, ...options });
    const {
      align = 'left',
      baseline = -(drawer._font.ascender / 1000) * drawer._fontSize,
      textWidth,
      ...rest
    } = options;
    if (align === 'right') x += lineWidth - drawer.widthOfString(text.trimEnd(), options);
    if (align === 'center') x += lineWidth / 2 - (textWidth ?? drawer.widthOfString(text, options)) / 2;
    // What is copied or read aloud is the text, and not the glyphs that it was shaped into.
    pdf.markContent('Span', { actual: text });
    eachRun(runs, (part, more) => {
      plain.draw(part, x, y, { ...rest, ...more, baseline });
      x += plain.width(part, { ...rest, ...more }) + (options.characterSpacing ?? 0);
    });
    pdf.endMarkedContent();
  };
}
