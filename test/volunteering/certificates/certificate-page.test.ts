import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RevokeServiceCertificateDocument } from '../../../schema/generated/admin.ts';
import {
  DownloadServiceCertificateDocument,
  IssueCertificateDocument,
} from '../../../schema/generated/mini-program.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { ServiceSource } from '../../../src/domains/volunteering/index.ts';
import { html } from '../../../src/platform/documents/index.ts';
import { textOfPages } from '../../platform/documents/reading-back.ts';
import { browserIsInstalled, launchBrowser } from '../../platform/explorer/browser.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { past, served } from '../service.ts';

const DAY = 24 * 60;

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let own: Family;
let admin: StaffMember;
let [valid, revoked]: { id: string; number: string }[] = [];

beforeAll(async () => {
  const now = new Date('2026-11-20T04:00:00.000Z');
  hub = await startTestHub({
    clock: () => now,
    variables: {
      PUBLIC_URL: 'https://hub.example.org',
      RATE_LIMITS: 'on',
      RATE_LIMIT_STORE: 'memory',
      TRUSTED_PROXIES: '127.0.0.1',
      RATE_CERTIFICATE_CHECKS_PER_MINUTE: '200',
    },
  });
  scenario = await beginScenario(hub, now);
  school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const organiser = await scenario.teacher(schoolClass);
  admin = await scenario.schoolAdmin(school);
  const certified = async (who: Family) => {
    await served(scenario, await past(scenario, organiser, who, school, -3 * DAY), {
      source: ServiceSource.SYSTEM_CHECKED,
    });
    const { data } = await hub.ask(IssueCertificateDocument, {
      as: who.parent.accountId,
      variables: { input: { periodFrom: '2026-09-01', periodTo: '2026-11-20' } },
    });
    return data!.issueServiceCertificate.certificate!;
  };
  own = await family(scenario, [schoolClass]);
  valid = await certified(own);
  revoked = await certified(await family(scenario, [schoolClass]));
  await hub.ask(RevokeServiceCertificateDocument, {
    as: admin.accountId,
    variables: { input: { certificateId: revoked.id, reason: '服务记录有误' } },
  });
});
afterAll(() => hub.stop());

async function open(number: string, language?: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(`${hub.address}/certificates/${number}`, {
    headers: language === undefined ? {} : { 'accept-language': language },
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('the page that a certificate leads to', () => {
  it('says that it is valid and what stands on it, and never whose it is', async () => {
    const { status, text, headers } = await open(valid!.number);
    expect(status).toBe(200);
    for (const told of [
      '此证明真实有效。',
      valid!.number,
      '1 小时(60 分钟)',
      '1 次',
      '2026年9月1日至2026年11月20日',
      school.name,
      scenario.district.name,
      '2026年11月20日',
      'lang="zh-CN"',
    ])
      expect(text).toContain(told);
    for (const secret of [own.parent.person.name, own.parent.guardian.id, own.parent.person.id])
      expect(text).not.toContain(secret);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/<script|<img|<link|<form|\son\w+=/i);
  });

  it('speaks English to whoever asks for it', async () => {
    const { text, headers } = await open(valid!.number.toLowerCase(), 'en-GB,en;q=0.9');
    for (const told of [
      'This certificate is genuine and valid.',
      '1 (60 minutes)',
      '2026-09-01 to 2026-11-20',
      'lang="en"',
    ])
      expect(text).toContain(told);
    expect(headers.get('content-language')).toBe('en');
  });

  it('says when it was revoked, and not why', async () => {
    const { status, text } = await open(revoked!.number);
    expect(status).toBe(200);
    expect(text).toContain('此证明已于2026年11月20日撤销,不再有效。');
    expect(text).not.toContain('服务记录有误');
    expect(text).not.toContain('真实有效');
  });

  it('says the same of every number that stands on none, whatever it is', async () => {
    const pages = await Promise.all(
      ['ZY20261120-0000000000', 'ZY', '%3Cscript%3Ealert(1)%3C%2Fscript%3E', '%00', `${'Z'.repeat(300)}`].map(
        (number) => open(number),
      ),
    );
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(pages[0]!.text).toContain('没有此编号的证明。');
  });

  it('is no way round the bound on guessing', async () => {
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const guess = async () =>
      (await fetch(`${hub.address}/certificates/ZY20261120-1111111111`, { headers: from })).status;
    const statuses: number[] = [];
    for (let tries = 0; tries < 25; tries += 1) statuses.push(await guess());
    expect(statuses.slice(0, 2)).toEqual([404, 404]);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect((await open(valid!.number)).status).toBe(200);
  });

  it('is where the code and the foot of the document lead', async () => {
    const { data } = await hub.ask(DownloadServiceCertificateDocument, {
      as: own.parent.accountId,
      variables: { input: { certificateId: valid!.id } },
    });
    const pdf = await fetch(`${hub.address}${data!.downloadServiceCertificate.path}`);
    expect((await textOfPages(new Uint8Array(await pdf.arrayBuffer()))).join('')).toContain(
      `真伪核验：https://hub.example.org/certificates/${valid!.number}`,
    );
  });
});

describe('HTML', () => {
  it('is escaped wherever it was not made by the template itself', () => {
    const hostile = `<b title="x" onclick='y'>&</b>`;
    expect(html`<p title="${hostile}">${hostile}${html`<i>${1}</i>`}${[html`<u>${'<'}</u>`]}${null}</p>`.text).toBe(
      `<p title="&#60;b title=&#34;x&#34; onclick=&#39;y&#39;&#62;&#38;&#60;/b&#62;">&#60;b title=&#34;x&#34; onclick=&#39;y&#39;&#62;&#38;&#60;/b&#62;<i>1</i><u>&#60;</u></p>`,
    );
  });
});

// Continuous integration brings a browser; elsewhere nobody has to install one.
describe.skipIf(!browserIsInstalled() && !process.env['CI'])('in a browser', () => {
  it.each([
    ['desktop', 1280],
    ['phone', 360],
  ])(
    'keeps its own policy and fits the screen of a %s',
    async (device, width) => {
      await using browser = await launchBrowser();
      const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 740 } })).newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      for (const [name, { number }] of Object.entries({
        valid: valid!,
        revoked: revoked!,
        unknown: { number: 'ZY20261120-0000000000' },
      })) {
        const answer = await page.goto(`${hub.address}/certificates/${number}`);
        expect(answer!.status()).toBe(name === 'unknown' ? 404 : 200);
        expect(await page.evaluate('getComputedStyle(document.querySelector(".verdict")).fontWeight')).toBe('600');
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        if (process.env['SCREENSHOT'])
          await page.screenshot({ path: `${process.env['SCREENSHOT']}-${device}-${name}.png` });
      }
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    },
    60_000,
  );
});
