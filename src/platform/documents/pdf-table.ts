import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pdf } from './pdf.ts';

export interface PdfColumn {
  readonly header: string;
  /** Share of the table's width. */
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface PdfTable {
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly size: number;
}

const INK = '#1a1a1a';
const LINE = '#8c8c8c';
const HEAD = '#f0f0ee';
const PAD = { x: 5, y: 4.5 };
/** After so many rows others get their turn: a long table must not hold up the whole process. */
const ROWS_A_TURN = 10;

/** A ruled table from here on, over as many pages as it takes: a row is never torn, and each page begins with the header. */
export async function drawTable(pdf: Pdf, { columns, rows, size }: PdfTable): Promise<void> {
  const { left, right } = pdf.page.margins;
  const width = pdf.page.width - left - right;
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const cells = columns.map((column) => ({ ...column, width: (width * column.share) / shares }));
  const bottom = (): number => pdf.page.height - pdf.page.margins.bottom;
  const fontOf = (weight: 'regular' | 'bold'): Pdf => pdf.font(weight).fontSize(size);

  const heightsOf = (texts: readonly string[]): number[] =>
    cells.map((cell, at) => pdf.heightOfString(texts[at] ?? '', { width: cell.width - 2 * PAD.x }));
  const drawRow = (texts: readonly string[], heights: readonly number[], fill?: string): void => {
    const y = pdf.y;
    const height = Math.max(...heights) + 2 * PAD.y;
    if (fill) pdf.rect(left, y, width, height).fill(fill);
    let x = left;
    for (const [at, cell] of cells.entries()) {
      pdf.fillColor(INK).text(texts[at] ?? '', x + PAD.x, y + (height - heights[at]!) / 2, {
        width: cell.width - 2 * PAD.x,
        align: cell.align,
      });
      pdf.rect(x, y, cell.width, height);
      x += cell.width;
    }
    pdf.lineWidth(0.5).stroke(LINE);
    pdf.x = left;
    pdf.y = y + height;
  };
  const drawHead = (): void => {
    fontOf('bold');
    const titles = cells.map((cell) => cell.header);
    drawRow(titles, heightsOf(titles), HEAD);
    fontOf('regular');
  };

  drawHead();
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_A_TURN === ROWS_A_TURN - 1) await nextTurn();
    const heights = heightsOf(row);
    if (pdf.y + Math.max(...heights) + 2 * PAD.y > bottom()) {
      pdf.addPage();
      drawHead();
    }
    drawRow(row, heights);
  }
}
