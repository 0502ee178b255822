import { buffer } from 'node:stream/consumers';
import type PDFDocument from 'pdfkit';
import { drawEveryScript } from './every-script.ts';
import { fonts } from './fonts.ts';
import { qrModules } from './qr.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

export interface PdfFacts {
  readonly title: string;
  /** The one who answers for what it says. */
  readonly author: string;
  readonly subject: string;
  /** The day it bears: the clock is not asked, so that equal facts make equal bytes. */
  readonly createdAt: Date;
  /** In points, 72 to an inch. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

/**
 * An A4 document in Noto Serif SC, and in other faces what that has not; only the characters used are embedded. Its bytes depend on the facts, on
 * what `draw` draws and on the versions of the libraries, and on nothing else.
 * @throws UnprintableText where a character is drawn that no face has: a box in its place says nothing
 */
export async function makePdf(facts: PdfFacts, draw: (pdf: Pdf) => void | Promise<void>): Promise<Uint8Array> {
  const [{ default: Document }, faces] = await Promise.all([import('pdfkit'), fonts()]);
  const pdf = new Document({
    size: 'A4',
    margins: facts.margins,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    font: faces.han.regular as never, // an open font is taken as it is, which its types do not say
    info: {
      Title: facts.title,
      Author: facts.author,
      Subject: facts.subject,
      Creator: '家校社协同数据中心',
      CreationDate: facts.createdAt,
      ModDate: facts.createdAt,
    },
  });
  for (const [weight, font] of Object.entries(faces.han)) pdf.registerFont(weight, font as never);
  drawEveryScript(pdf, faces);
  const bytes = buffer(pdf);
  try {
    await draw(pdf.font('regular'));
  } finally {
    pdf.end();
  }
  return bytes;
}

/** Draws on every page, when all of them are known: running heads and feet, "page 1 of 3". */
export function onEachPage(pdf: Pdf, draw: (page: number, pages: number) => void): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    // Text in the margin would otherwise begin a new page.
    const { bottom } = pdf.page.margins;
    pdf.page.margins.bottom = 0;
    draw(page + 1, count);
    pdf.page.margins.bottom = bottom;
  }
}

/** A QR code in vectors, `size` points wide, its dark modules from edge to edge: leave four modules of white around it. */
export function drawQr(pdf: Pdf, text: string, x: number, y: number, size: number): void {
  const modules = qrModules(text);
  const side = size / modules.length;
  for (const [row, line] of modules.entries()) {
    for (let from = 0; from < line.length; from += 1) {
      if (!line[from]) continue;
      let to = from;
      while (line[to]) to += 1;
      pdf.rect(x + from * side, y + row * side, (to - from) * side, side);
      from = to;
    }
  }
  pdf.fill('black');
}
