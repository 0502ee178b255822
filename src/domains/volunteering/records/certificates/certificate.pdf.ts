import { chineseDay, shanghaiDay } from '../../../../platform/calendar/index.ts';
import {
  drawQr,
  drawTable,
  exactly,
  makePdf,
  noteOnMissing,
  onEachPage,
  printable,
  type Pdf,
  type PdfColumn,
} from '../../../../platform/documents/index.ts';

/**
 * All that a certificate says. It is the holder's own document, so names stand in full. What receivers look for is that of the guideline 民发〔2015〕149号: who it
 * is about (with a blank for the number of their identity card, which the hub does not hold), what they have served and how long, who has recorded it and certifies it
 * (谁记录谁证明), where these can be reached, signatures, a seal, a number and a day.
 */
export interface ServiceCertificateFacts {
  readonly number: string;
  readonly holder: string;
  /** Null where the service was given at several schools. */
  readonly school: string | null;
  readonly district: string;
  /** First and last day, e.g. `2026-01-20`, in Asia/Shanghai. */
  readonly period: { readonly from: string; readonly to: string };
  /** Approved service in the order in which it is to be listed. */
  readonly services: readonly {
    readonly day: string;
    readonly activity: string;
    readonly place: string;
    readonly minutes: number;
  }[];
  /** Shifts at which it was given: a check-in and a supplement of one are two lines, and one occasion. */
  readonly serviceCount: number;
  /** Overlapping time counts once: never more than the services together. */
  readonly totalMinutes: number;
  readonly issuedAt: Date;
  /** The district that issues it. */
  readonly issuer: string;
  /** Schools, or the district, that have recorded the service: who records it certifies it. */
  readonly recordedBy: readonly string[];
  /** Where issuer and recorders could be reached when it was issued. */
  readonly contacts: readonly { readonly name: string; readonly contact: string }[];
  /** Where anyone can verify it; the QR code leads there. */
  readonly verifyAt: string;
}

const TITLE = '志愿服务记录证明';
const INK = '#1a1a1a';
const QUIET = '#5c5c5c';
const RULE = '#9b1c1c';
const MARGINS = { top: 64, bottom: 92, left: 62, right: 62 };
const QR_SIZE = 76;
/** The closing words, the QR code and the seal's place stay together on one page. */
const CLOSING_HEIGHT = 190;

const COLUMNS: readonly PdfColumn[] = [
  { header: '序号', share: 7, align: 'center' },
  { header: '服务日期', share: 15, align: 'center' },
  { header: '志愿活动', share: 38, align: 'left' },
  { header: '服务地点', share: 25, align: 'left' },
  { header: '时长（分钟）', share: 15, align: 'right' },
];

/**
 * The certificate as an A4 document. Equal facts make equal bytes.
 * @throws UnprintableText where the number or a name has a character that the font lacks; elsewhere it is shown as 〓
 */
export async function renderServiceCertificate(facts: ServiceCertificateFacts): Promise<Uint8Array> {
  if (facts.totalMinutes > facts.services.reduce((sum, { minutes }) => sum + minutes, 0))
    throw new Error('A certificate never says more than was served.');
  const [number, holder, school, district, issuer] = (await Promise.all(
    [facts.number, facts.holder, facts.school ?? '', facts.district, facts.issuer].map(exactly),
  )) as [string, string, string, string, string];
  const rows = await Promise.all(
    facts.services.map(async ({ day, activity, place, minutes }, at) => [
      String(at + 1),
      day,
      await printable(activity),
      await printable(place),
      String(minutes),
    ]),
  );
  const recordedBy = await Promise.all(facts.recordedBy.map(exactly));
  const contacts = await Promise.all(
    facts.contacts.map(async ({ name, contact }) => `${await printable(name)}　${await printable(contact)}`),
  );
  const note = noteOnMissing([...rows.flat(), ...contacts]);
  const words: Words = { ...facts, number, holder, school, district, issuer, recordedBy, contacts, note };

  return makePdf(
    { title: `${TITLE} ${number}`, author: issuer, subject: TITLE, createdAt: facts.issuedAt, margins: MARGINS },
    async (pdf) => {
      drawHeading(pdf, number);
      drawStatement(pdf, words);
      await drawTable(pdf, { columns: COLUMNS, rows, size: 9.5 });
      drawClosing(pdf, words);
      onEachPage(pdf, (page, pages) => drawFoot(pdf, words, page, pages));
    },
  );
}

/** Hours to two places, rounded down: a certificate never says more than was served. */
export function hoursOf(minutes: number): string {
  return String(Math.floor((minutes * 100) / 60) / 100);
}

/** The facts as they are printed. */
type Words = Omit<ServiceCertificateFacts, 'contacts'> & {
  readonly contacts: readonly string[];
  readonly note: string | null;
};

const innerWidth = (pdf: Pdf): number => pdf.page.width - MARGINS.left - MARGINS.right;

function drawHeading(pdf: Pdf, number: string): void {
  const width = innerWidth(pdf);
  pdf
    .font('bold')
    .fontSize(25)
    .fillColor(INK)
    .text(TITLE, MARGINS.left, MARGINS.top, { width, align: 'center', characterSpacing: 3 });
  const rule = pdf.y + 8;
  pdf
    .moveTo(MARGINS.left, rule)
    .lineTo(MARGINS.left + width, rule)
    .lineWidth(1.6)
    .stroke(RULE);
  pdf
    .moveTo(MARGINS.left, rule + 3)
    .lineTo(MARGINS.left + width, rule + 3)
    .lineWidth(0.5)
    .stroke(RULE);
  pdf
    .font('regular')
    .fontSize(10)
    .fillColor(QUIET)
    .text(`证明编号：${number}`, MARGINS.left, rule + 12, { width, align: 'right' });
}

function drawStatement(pdf: Pdf, facts: Words): void {
  const { from, to } = facts.period;
  const hours = hoursOf(facts.totalMinutes);
  const text = { width: innerWidth(pdf), align: 'left', lineGap: 7, indent: 24 } as const;
  pdf.fontSize(12).fillColor(INK);
  pdf
    .font('regular')
    .text('兹证明 ', MARGINS.left, pdf.y + 22, { ...text, continued: true })
    .font('bold')
    .text(facts.holder, { continued: true })
    .font('regular')
    .text(` 于${chineseDay(from)}至${chineseDay(to)}期间，在${facts.district}${facts.school ?? ''}参加志愿服务 `, {
      continued: true,
    })
    .font('bold')
    .text(String(facts.serviceCount), { continued: true })
    .font('regular')
    .text(' 次，经记录并审核确认的服务时长共计 ', { continued: true })
    .font('bold')
    .text(hours, { continued: true })
    .font('regular')
    .text(` 小时（${facts.totalMinutes} 分钟）。`);
  pdf.text(`持证人证件类型及号码：${'＿'.repeat(20)}`, text);
  pdf.text('服务明细如下：', text);
  pdf.y += 8;
}

function drawClosing(pdf: Pdf, facts: Words): void {
  const width = innerWidth(pdf);
  const lines = closingLines(facts);
  const linesHeight = lines.reduce((sum, line) => sum + pdf.fontSize(10).heightOfString(line, { width }) + 3, 0);
  if (pdf.y + CLOSING_HEIGHT + linesHeight > pdf.page.height - MARGINS.bottom) pdf.addPage();
  const served = facts.services.reduce((sum, { minutes }) => sum + minutes, 0);
  pdf
    .font('bold')
    .fontSize(10)
    .fillColor(INK)
    .text(`合计：${facts.totalMinutes} 分钟，即 ${hoursOf(facts.totalMinutes)} 小时`, MARGINS.left, pdf.y + 8, {
      width,
      align: 'right',
    });
  if (served > facts.totalMinutes)
    pdf.font('regular').fontSize(8.5).fillColor(QUIET).text('时段重叠的部分只计一次。', { width, align: 'right' });
  if (facts.note !== null)
    pdf.font('regular').fontSize(8.5).fillColor(QUIET).text(facts.note, { width, align: 'right' });
  const top = pdf.y + 16;
  pdf
    .font('regular')
    .fontSize(12)
    .fillColor(INK)
    .text('特此证明。', MARGINS.left + 24, top);
  pdf.y += 8;
  for (const line of lines) {
    pdf.fontSize(10).text(line, MARGINS.left, pdf.y, { width });
    pdf.y += 3;
  }

  const codeTop = pdf.y + 16;
  drawQr(pdf, facts.verifyAt, MARGINS.left, codeTop, QR_SIZE);
  pdf
    .font('regular')
    .fontSize(8.5)
    .fillColor(QUIET)
    .text('扫码核验本证明', MARGINS.left - 10, codeTop + QR_SIZE + 5, { width: QR_SIZE + 20, align: 'center' });
  const right = { width: 240, align: 'right' } as const;
  const x = MARGINS.left + width - right.width;
  pdf
    .fontSize(11)
    .fillColor(INK)
    .text('负责人（签字）：＿＿＿＿＿＿＿＿', x, codeTop, right)
    .text('经办人（签字）：＿＿＿＿＿＿＿＿', x, codeTop + 24, right)
    .text('（签发单位盖章）', x, codeTop + 54, right)
    .text(chineseDay(shanghaiDay(facts.issuedAt)), x, codeTop + 78, right);
}

/** Who answers for it, and where to ask. Whoever has no contact on record is named without one. */
function closingLines({ issuer, recordedBy, contacts }: Words): readonly string[] {
  return [
    `记录单位：${recordedBy.join('、')}`,
    `签发单位：${issuer}`,
    ...(contacts.length === 0 ? [] : [`联系方式：${contacts.join('；')}`]),
    '本证明依据记录单位的服务记录出具，谁记录谁证明；姓名、时长与编号可扫码核对，证件号码由本人填写，系统不保存。',
  ];
}

function drawFoot(pdf: Pdf, facts: Words, page: number, pages: number): void {
  const width = innerWidth(pdf);
  const top = pdf.page.height - MARGINS.bottom + 26;
  pdf
    .moveTo(MARGINS.left, top)
    .lineTo(MARGINS.left + width, top)
    .lineWidth(0.5)
    .stroke('#bdbdbd');
  pdf.font('regular').fontSize(8).fillColor(QUIET);
  pdf.text(`证明编号：${facts.number}`, MARGINS.left, top + 7, { width, align: 'left', lineBreak: false });
  pdf.text(`第 ${page} 页 / 共 ${pages} 页`, MARGINS.left, top + 7, { width, align: 'right' });
  pdf.text(`真伪核验：${facts.verifyAt}`, MARGINS.left, top + 21, { width, align: 'left' });
}
