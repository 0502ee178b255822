import { shanghaiDay, shanghaiTime } from '../../../platform/calendar/index.ts';
import { drawQr, makePdf, noteOnMissing, onEachPage, printable, type Pdf } from '../../../platform/documents/index.ts';

/** The contents of one slip. */
export interface BindingSlip {
  readonly student: string;
  readonly studentNumber: string;
  /** Null for a code that cannot be told any more: the school issues another. */
  readonly code: string | null;
  readonly expiresAt: Date;
}

export interface BindingSlips {
  readonly school: string;
  readonly schoolClass: string;
  readonly printedAt: Date;
  readonly slips: readonly BindingSlip[];
}

const MARGINS = { top: 40, bottom: 48, left: 36, right: 36 };
const ACROSS = 2;
const MOST_DOWN = 6;
const QR_SIZE = 64;
const PADDING = { x: 14, y: 8 };
const INK = '#1a1a1a';
const QUIET = '#5c5c5c';
/** So many of the last characters of a number are told at least, for namesakes. */
const END_OF_NUMBER = 4;

/** One text of a slip, which wraps: the next stands below it. */
interface Line {
  readonly text: string;
  readonly font: 'regular' | 'bold';
  readonly size: number;
  readonly ink: string;
  /** Room below. */
  readonly gap: number;
}

/** Slips to be cut out, twelve on an A4 page, one for each code; fewer where long names need the room, so that all are of one size. */
export async function renderBindingSlips({ school, schoolClass, printedAt, slips }: BindingSlips): Promise<Uint8Array> {
  const place = await printable(`${school} ${schoolClass}`);
  const names = await Promise.all(slips.map(({ student }) => printable(student)));
  const ends = endsOfNumbers(slips.map(({ studentNumber }, at) => ({ name: names[at]!, number: studentNumber })));
  const note = noteOnMissing([place, ...names]);
  return makePdf(
    { title: `${place} 绑定码`, author: school, subject: '家长绑定码', createdAt: printedAt, margins: MARGINS },
    (pdf) => {
      const texts = slips.map((slip, at) => linesOf(slip, names[at]!, ends[at]!, place));
      const width = (pdf.page.width - MARGINS.left - MARGINS.right) / ACROSS;
      const room = pdf.page.height - MARGINS.top - MARGINS.bottom;
      const tallest = Math.max(QR_SIZE, ...texts.map((lines) => heightOf(pdf, lines, width))) + 2 * PADDING.y;
      const down = Math.max(1, Math.min(MOST_DOWN, Math.floor(room / tallest)));
      const height = room / down;
      for (const [index, { code }] of slips.entries()) {
        const onPage = index % (ACROSS * down);
        if (index > 0 && onPage === 0) pdf.addPage();
        const x = MARGINS.left + (onPage % ACROSS) * width;
        const y = MARGINS.top + Math.floor(onPage / ACROSS) * height;
        pdf.rect(x, y, width, height).dash(3, { space: 3 }).lineWidth(0.5).stroke('#9a9a9a').undash();
        drawLines(pdf, texts[index]!, x, y, width);
        if (code !== null) drawQr(pdf, code, x + width - PADDING.x - QR_SIZE, y + PADDING.y, QR_SIZE);
      }
      onEachPage(pdf, (page, pages) => {
        const foot = { width: pdf.page.width - MARGINS.left - MARGINS.right, align: 'center' } as const;
        pdf.font('regular').fontSize(8).fillColor(QUIET);
        const line = pdf.currentLineHeight(true);
        pdf.text(place, MARGINS.left, pdf.page.height - 42, { ...foot, height: line, ellipsis: true });
        const words = [
          `打印于 ${shanghaiDay(printedAt)}`,
          `第 ${page} 页,共 ${pages} 页`,
          '请勿拍照转发',
          ...(note === null ? [] : [note]),
        ];
        pdf.text(words.join(' · '), MARGINS.left, pdf.page.height - 42 + line, foot);
      });
    },
  );
}

/** The end of a pupil's number where another one has the same name on paper, as long as it takes to tell them apart; null elsewhere. */
function endsOfNumbers(pupils: readonly { readonly name: string; readonly number: string }[]): (string | null)[] {
  const numbersOf = Map.groupBy(pupils, ({ name }) => name);
  return pupils.map(({ name, number }) => {
    const numbers = [...new Set(numbersOf.get(name)!.map((each) => each.number))];
    if (numbers.length === 1) return null;
    let length = END_OF_NUMBER;
    while (new Set(numbers.map((each) => each.slice(-length))).size < numbers.length) length += 1;
    return number.slice(-length);
  });
}

function linesOf({ code, expiresAt }: BindingSlip, name: string, end: string | null, place: string): readonly Line[] {
  const quiet = (text: string): Line => ({ text, font: 'regular', size: 8.5, ink: QUIET, gap: 0.5 });
  return [
    { text: name, font: 'bold', size: 13, ink: INK, gap: 1 },
    ...(end === null ? [] : [{ ...quiet(`学号尾号 ${end}`), ink: INK }]),
    { ...quiet(place), gap: 4 },
    ...(code === null
      ? [{ ...quiet('此绑定码无法重新打印,请重新发放。'), ink: INK }]
      : [
          { text: code, font: 'bold', size: 15, ink: INK, gap: 1 } as const,
          quiet(`有效期至 ${shanghaiTime(expiresAt)}`),
          quiet('限一位家长使用一次'),
          quiet('打开小程序,选择“绑定孩子”并输入'),
        ]),
  ];
}

/** Beside the QR code. */
const columnOf = (width: number): number => width - 2 * PADDING.x - QR_SIZE - 10;

function heightOf(pdf: Pdf, lines: readonly Line[], width: number): number {
  return lines.reduce(
    (sum, { text, font, size, gap }) =>
      sum +
      gap +
      pdf
        .font(font)
        .fontSize(size)
        .heightOfString(text, { width: columnOf(width) }),
    0,
  );
}

function drawLines(pdf: Pdf, lines: readonly Line[], x: number, y: number, width: number): void {
  pdf.y = y + PADDING.y;
  for (const { text, font, size, ink, gap } of lines) {
    pdf.font(font).fontSize(size).fillColor(ink);
    pdf.text(text, x + PADDING.x, pdf.y, { width: columnOf(width) });
    pdf.y += gap;
  }
}
