import { shanghaiDay, shanghaiTime } from '../../../platform/calendar/index.ts';
import { drawQr, makePdf, noteOnMissing, onEachPage, printable, type Pdf } from '../../../platform/documents/index.ts';

/** The contents of one slip. */
export interface BindingSlip {
  readonly student: string;
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
const [ACROSS, DOWN] = [2, 6];
const QR_SIZE = 64;
const PADDING = 14;
const INK = '#1a1a1a';
const QUIET = '#5c5c5c';

/** Slips to be cut out, twelve on an A4 page, one for each code. */
export async function renderBindingSlips({ school, schoolClass, printedAt, slips }: BindingSlips): Promise<Uint8Array> {
  const place = await printable(`${school} ${schoolClass}`);
  const names = await Promise.all(slips.map(({ student }) => printable(student)));
  const note = noteOnMissing([place, ...names]);
  return makePdf(
    { title: `${place} 绑定码`, author: school, subject: '家长绑定码', createdAt: printedAt, margins: MARGINS },
    (pdf) => {
      const width = (pdf.page.width - MARGINS.left - MARGINS.right) / ACROSS;
      const height = (pdf.page.height - MARGINS.top - MARGINS.bottom) / DOWN;
      for (const [index, slip] of slips.entries()) {
        const onPage = index % (ACROSS * DOWN);
        if (index > 0 && onPage === 0) pdf.addPage();
        drawSlip(
          pdf,
          { ...slip, student: names[index]!, place },
          {
            x: MARGINS.left + (onPage % ACROSS) * width,
            y: MARGINS.top + Math.floor(onPage / ACROSS) * height,
            width,
            height,
          },
        );
      }
      onEachPage(pdf, (page, pages) => {
        pdf
          .font('regular')
          .fontSize(8)
          .fillColor(QUIET)
          .text(
            `${place} · 打印于 ${shanghaiDay(printedAt)} · 第 ${page} 页,共 ${pages} 页 · 请勿拍照转发${note === null ? '' : ` · ${note}`}`,
            MARGINS.left,
            pdf.page.height - 34,
            {
              width: pdf.page.width - MARGINS.left - MARGINS.right,
              align: 'center',
              lineBreak: false,
            },
          );
      });
    },
  );
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawSlip(
  pdf: Pdf,
  { student, place, code, expiresAt }: BindingSlip & { readonly place: string },
  { x, y, width, height }: Frame,
): void {
  pdf.rect(x, y, width, height).dash(3, { space: 3 }).lineWidth(0.5).stroke('#9a9a9a').undash();
  const [left, top] = [x + PADDING, y + PADDING];
  const words = {
    width: width - 2 * PADDING - (code === null ? 0 : QR_SIZE + 10),
    lineBreak: false,
    ellipsis: true,
  } as const;
  pdf.font('bold').fontSize(13).fillColor(INK).text(student, left, top, words);
  pdf
    .font('regular')
    .fontSize(9)
    .fillColor(QUIET)
    .text(place, left, top + 20, words);
  if (code === null) {
    pdf
      .fontSize(10)
      .fillColor(INK)
      .text('此绑定码无法重新打印,请重新发放。', left, top + 44, words);
    return;
  }
  pdf
    .font('bold')
    .fontSize(15)
    .fillColor(INK)
    .text(code, left, top + 40, words);
  pdf
    .font('regular')
    .fontSize(8.5)
    .fillColor(QUIET)
    .text(`有效期至 ${shanghaiTime(expiresAt)}`, left, top + 64, words)
    .text('限一位家长使用一次', left, top + 77, words)
    .text('打开小程序,选择“绑定孩子”并输入', left, top + 90, words);
  drawQr(pdf, code, x + width - PADDING - QR_SIZE, top + 4, QR_SIZE);
}
