import { chineseDay, shanghaiDay } from '../../../../platform/calendar/index.ts';
import { html, type Html } from '../../../../platform/documents/index.ts';
import type { PublicPage, PageKind } from '../../../../platform/graphql/index.ts';
import { PUBLIC_URL, type RequestContext } from '../../../../platform/request/index.ts';
import { hoursOf } from './certificate.pdf.ts';
import { verifyCertificate, type VerifiedCertificate } from './verify-certificate.ts';

const NAME = 'certificates';

/** Where anybody can verify a certificate: what its QR code and its foot say. */
export function verificationAddress({ services }: Pick<RequestContext, 'services'>, number: string): string {
  return `${services.get(PUBLIC_URL)}/${NAME}/${encodeURIComponent(number)}`;
}

/** The page of `verifyCertificate`, for whoever scans a certificate: it never says whose it is. */
export const certificatePage: PageKind = {
  name: NAME,
  description: 'Whether a certificate is genuine and valid (证明核验).',
  answers: 'verifyCertificate',
  async produce(context, number) {
    const certificate = await verifyCertificate(context, number);
    return context.locale === 'en' ? inEnglish(certificate) : inChinese(certificate);
  },
};

function inChinese(found: VerifiedCertificate | null): PublicPage {
  const title = '志愿服务记录证明核验';
  if (found === null) return missing(title, '没有此编号的证明。', '请核对证明上的编号,或重新扫描二维码。');
  const day = (moment: Date): string => chineseDay(shanghaiDay(moment));
  return {
    found: true,
    title,
    body: html`<h1>${title}</h1>
${verdict(found.valid, found.valid ? '此证明真实有效。' : `此证明已于${day(found.revokedAt!)}${found.superseded ? '因更正姓名由新证明替代' : '撤销'},不再有效。`)}
${facts([
  ['证明编号', found.number],
  ['服务时长', `${hoursOf(found.totalMinutes)} 小时(${found.totalMinutes} 分钟)`],
  ['服务次数', `${found.serviceCount} 次`],
  ['服务期间', `${chineseDay(found.periodFrom)}至${chineseDay(found.periodTo)}`],
  ['服务学校', found.schoolName ?? '多所学校或区级活动'],
  ['签发单位', found.districtName],
  ['签发日期', day(found.issuedAt)],
])}
<p class="note">为保护个人信息,此页不显示持有人。请与证明上的编号、时长和日期逐项核对。</p>`,
  };
}

function inEnglish(found: VerifiedCertificate | null): PublicPage {
  const title = 'Verification of a certificate of volunteer service';
  if (found === null)
    return missing(
      title,
      'There is no certificate of this number.',
      'Compare the number with the one on paper, or scan the code again.',
    );
  return {
    found: true,
    title,
    body: html`<h1>${title}</h1>
${verdict(found.valid, found.valid ? 'This certificate is genuine and valid.' : `This certificate was ${found.superseded ? 'superseded by another one, with a corrected name,' : 'revoked'} on ${shanghaiDay(found.revokedAt!)} and is valid no longer.`)}
${facts([
  ['Number', found.number],
  ['Hours', `${hoursOf(found.totalMinutes)} (${found.totalMinutes} minutes)`],
  ['Occasions', String(found.serviceCount)],
  ['Period', `${found.periodFrom} to ${found.periodTo}`],
  ['School', found.schoolName ?? 'Several schools, or the district'],
  ['Issued by', found.districtName],
  ['Issued on', shanghaiDay(found.issuedAt)],
])}
<p class="note">To protect personal data this page does not say whose the certificate is. Compare number, hours and dates with the paper.</p>`,
  };
}

function missing(title: string, sentence: string, hint: string): PublicPage {
  return {
    found: false,
    title,
    body: html`<h1>${title}</h1>
${verdict(false, sentence)}
<p class="note">${hint}</p>`,
  };
}

function verdict(good: boolean, sentence: string): Html {
  return html`<p class="verdict ${good ? 'good' : 'bad'}">${sentence}</p>`;
}

function facts(rows: readonly (readonly [term: string, value: string])[]): Html {
  return html`<dl>${rows.map(
    ([term, value]) => html`
<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}
</dl>`;
}
