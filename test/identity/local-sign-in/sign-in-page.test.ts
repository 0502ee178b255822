import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { browserIsInstalled, launchBrowser } from '../../platform/explorer/browser.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { localAccounts, PASSWORD } from './local-accounts.ts';

let hub: TestHub;
let scenario: Scenario;
let administrator: StaffMember;
let second: StaffMember;

beforeAll(async () => {
  hub = await startTestHub({
    variables: { RATE_LIMITS: 'on', RATE_LIMIT_STORE: 'memory', RATE_SIGN_INS_PER_MINUTE: '200' },
  });
  scenario = await beginScenario(hub);
  [administrator, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
});
afterAll(() => hub.stop());

const { codeOf, invite, signIn, approve } = localAccounts(() => ({
  hub,
  administrator,
  second,
  now: () => new Date(),
}));
const linkFor = async (whom: StaffMember) => {
  const { tokens, identities } = await invite([whom]);
  return { address: `${hub.address}/sign-in/${tokens[0]!}`, identities };
};
const member = async (): Promise<StaffMember> => scenario.schoolAdmin(await scenario.school());
const post = (address: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(address, { method: 'POST', body: new URLSearchParams(form), headers });

describe('the page where somebody sets up a password', () => {
  it('runs no script, loads nothing, and sends its form to nobody else', async () => {
    const { address } = await linkFor(await member());
    const { status, headers } = await fetch(address);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
  });

  it('says what is wrong in the language of the browser, keeps the secret that was scanned, and shows the codes once', async () => {
    const whom = await member();
    const { address, identities } = await linkFor(whom);
    const page = await (await fetch(address, { headers: { 'accept-language': 'en' } })).text();
    const setUp = /name="setUp" value="([^"]+)"/.exec(page)![1]!;
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(' ', '');
    const sent = { setUp, password: PASSWORD, again: PASSWORD, code: codeOf(secret) };
    const english = { 'accept-language': 'en' };
    const differ = await (await post(address, { ...sent, again: 'another' }, english)).text();
    expect(differ).toContain('The two passwords are not the same');
    expect(differ).toContain(setUp);
    expect(await (await post(address, { ...sent, code: '1' })).text()).toContain('验证码不正确');
    expect((await post(address, { ...sent, password: 'a\0b'.repeat(9), again: 'a\0b'.repeat(9) })).status).toBe(400);
    const set = await (await post(address, sent, english)).text();
    expect(set).toContain('Another administrator has to approve it');
    const codes = [...set.matchAll(/<code>([\dA-Z-]{14})<\/code>/g)].map(([, code]) => code!);
    expect(codes).toHaveLength(10);
    expect([(await fetch(address)).status, (await post(address, sent)).status]).toEqual([404, 404]);
    expect(await approve(identities)).toEqual([]);
    expect((await signIn(whom.staff.staffNumber, { recoveryCode: codes[0] })).code).toBeNull();
  });

  it('takes a form and nothing else, not a large one, and no guesses without end', async () => {
    const { address } = await linkFor(await member());
    const json = await fetch(address, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect([json.status, JSON.stringify(await json.json())]).toEqual([
      415,
      expect.stringContaining('application/x-www-form-urlencoded'),
    ]);
    const put = await fetch(address, { method: 'PUT', body: 'x' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    const posted = await fetch(`${hub.address}/certificates/ZY-1`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await post(address, { password: 'x'.repeat(20_000) })).status).toBe(413);
    const statuses = [];
    for (let guess = 0; guess < 25; guess += 1)
      statuses.push((await fetch(`${hub.address}/sign-in/hubl_${'A'.repeat(40)}${100 + guess}`)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429]);
  });
});

describe.skipIf(!browserIsInstalled())('in a browser', () => {
  it('a form is filled in and sent under its policy', async () => {
    const own = await startTestHub();
    const browser = await launchBrowser();
    try {
      const world = await beginScenario(own);
      const self = await world.districtAdmin();
      const accounts = localAccounts(() => ({ hub: own, administrator: self, second: self, now: () => new Date() }));
      const { tokens } = await accounts.invite([self]);
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const refused: string[] = [];
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      await page.goto(`${own.address}/sign-in/${tokens[0]!}`);
      const shots = process.env['SCREENSHOTS'];
      if (shots !== undefined) await page.screenshot({ path: `${shots}/form.png`, fullPage: true });
      const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
      await page.fill('#password', PASSWORD);
      await page.fill('#again', PASSWORD);
      await page.fill('#code', accounts.codeOf(secret));
      await page.click('button');
      await page.locator('.verdict.good').waitFor();
      if (shots !== undefined) await page.screenshot({ path: `${shots}/done.png`, fullPage: true });
      expect(await page.locator('.verdict').innerText()).toBe('登录已设置。');
      expect(await page.locator('li code').count()).toBe(10);
      expect(refused).toEqual([]);
      const { staffNumber } = self.staff;
      expect((await accounts.signIn(staffNumber, { code: accounts.codeOf(secret, 1) })).code).toBeNull();
    } finally {
      await browser.close();
      await own.stop();
    }
  });
});
