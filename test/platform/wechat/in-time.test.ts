import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createPhoneOfCode, WechatRefused } from '../../../src/platform/wechat/index.ts';

const SLOW_MS = 1_300;

it('asks WeChat for as long as one question may take, whatever that leads to', async () => {
  const asked: string[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url!.split('?')[0]!);
    const answer = url!.includes('stable_token') ? { access_token: 't', expires_in: 7200 } : { errcode: 42001 };
    setTimeout(() => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)), SLOW_MS);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const phoneOf = createPhoneOfCode({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appId: 'app',
    appSecret: 'secret',
  });
  const begun = performance.now();
  await expect(phoneOf('code')).rejects.toEqual(new WechatRefused('BUSY'));
  expect(performance.now() - begun).toBeLessThan(3_600);
  expect(asked).toEqual(['/cgi-bin/stable_token', '/wxa/business/getuserphonenumber', '/cgi-bin/stable_token']);
});
