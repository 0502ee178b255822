import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export const FAKE_APP_ID = 'wx0000000000000000';
export const FAKE_APP_SECRET = 'secret-of-the-fake-wechat-alone';

/** The answer to the next exchange, instead of a session. */
export type Mood =
  { readonly errcode: number } | { readonly body: string; readonly status?: number } | { readonly afterMs: number };

export interface FakeWechat {
  readonly address: string;
  /** How often anybody has asked. */
  readonly asked: number;
  /** A code as `wx.login` gives it: good once. The same person has the same openid. */
  codeFor(person: string, unionid?: string): string;
  /** A code as `getPhoneNumber` gives it: good once. */
  phoneCodeFor(number: string, countryCode?: string): string;
  /** From now on the token that was handed out last is good no more. */
  spoilToken(): void;
  /** How often anybody has asked for a token. */
  readonly tokensAsked: number;
  /** Says what the next exchanges answer, one each; then all is well again. */
  nextly(...moods: readonly Mood[]): void;
  stop(): Promise<void>;
}

export const openidOf = (person: string): string =>
  `o${createHash('sha256').update(person).digest('base64url').slice(0, 27)}`;

/** Codes that anybody may make up to try the hub out by hand, e.g. `try-anna-1` or `try-小明-二`: good once. */
const MADE_UP = /^try-(.+)-[^-]+$/u;

/** The same of telephone numbers, e.g. `phone-13800000001-1`. */
const MADE_UP_PHONE = /^phone-(\d{11})-[^-]+$/u;
const TOKEN_SECONDS = 7200;

/**
 * A stand-in for `api.weixin.qq.com` on this machine: answers `jscode2session`, `stable_token` and `getuserphonenumber` as WeChat does,
 * errors and whims included.
 */
export async function startFakeWechat(port = 0): Promise<FakeWechat> {
  const people = new Map<string, { readonly openid: string; readonly unionid?: string }>();
  const phones = new Map<string, { readonly number: string; readonly countryCode: string }>();
  const used = new Set<string>();
  const moods: Mood[] = [];
  let [asked, codes, tokensAsked, token] = [0, 0, 0, 1];
  const tokenOfNow = (): string => `token-of-the-fake-wechat-${token}`;

  function exchange(query: URLSearchParams): object {
    const code = query.get('js_code') ?? '';
    if (query.get('grant_type') !== 'authorization_code') return failure(40002, 'invalid grant_type');
    if (query.get('appid') !== FAKE_APP_ID) return failure(40013, 'invalid appid');
    if (query.get('secret') !== FAKE_APP_SECRET) return failure(40125, 'invalid appsecret');
    if (code === '') return failure(41008, 'missing code');
    if (used.has(code)) return failure(40163, 'code been used');
    const madeUp = MADE_UP.exec(code)?.[1];
    const person =
      people.get(code) ?? (madeUp === undefined ? undefined : { openid: openidOf(madeUp.normalize('NFC')) });
    if (!person) return failure(40029, 'invalid code');
    used.add(code);
    return { session_key: 'c2Vzc2lvbi1rZXktb2YtZmFrZQ==', ...person };
  }

  function handOutToken({ grant_type: grant, appid, secret }: Readonly<Record<string, unknown>>): object {
    tokensAsked += 1;
    if (grant !== 'client_credential') return failure(40002, 'invalid grant_type');
    if (appid !== FAKE_APP_ID) return failure(40013, 'invalid appid');
    if (secret !== FAKE_APP_SECRET) return failure(40125, 'invalid appsecret');
    return { access_token: tokenOfNow(), expires_in: TOKEN_SECONDS };
  }

  function phoneOf(given: string | null, code: string): object {
    if (given !== tokenOfNow()) return failure(40001, 'invalid credential, access_token is invalid or not latest');
    const madeUp = MADE_UP_PHONE.exec(code)?.[1];
    const phone = phones.get(code) ?? (madeUp === undefined ? undefined : { number: madeUp, countryCode: '86' });
    if (!phone || used.has(code)) return failure(40029, 'invalid code');
    used.add(code);
    const { number, countryCode } = phone;
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: countryCode === '86' ? number : `+${countryCode} ${number}`,
        purePhoneNumber: number,
        countryCode,
        watermark: { timestamp: 0, appid: FAKE_APP_ID },
      },
    };
  }

  async function answerTo(request: IncomingMessage, url: URL): Promise<object> {
    if (url.pathname === '/sns/jscode2session') return exchange(url.searchParams);
    const body = request.method === 'POST' ? ((await json(request)) as Readonly<Record<string, unknown>>) : {};
    if (url.pathname === '/cgi-bin/stable_token') return handOutToken(body);
    if (url.pathname === '/wxa/business/getuserphonenumber')
      return phoneOf(url.searchParams.get('access_token'), String(body['code']));
    return failure(40066, 'invalid url');
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    asked += 1;
    const url = new URL(request.url ?? '/', 'http://fake');
    const mood = moods.shift();
    if (mood && 'afterMs' in mood) await sleep(mood.afterMs, undefined, { ref: false });
    if (mood && 'body' in mood) {
      response.writeHead(mood.status ?? 200, { 'content-type': 'text/html' }).end(mood.body);
      return;
    }
    const body = mood && 'errcode' in mood ? failure(mood.errcode, 'as was wished') : await answerTo(request, url);
    // WeChat calls its JSON plain text.
    response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(body));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get asked() {
      return asked;
    },
    codeFor(person, unionid) {
      codes += 1;
      const code = `0${createHash('sha256').update(`${person}/${codes}`).digest('hex').slice(0, 31)}`;
      people.set(code, { openid: openidOf(person), ...(unionid !== undefined && { unionid }) });
      return code;
    },
    phoneCodeFor(number, countryCode = '86') {
      codes += 1;
      const code = createHash('sha256').update(`${number}/${codes}`).digest('hex');
      phones.set(code, { number, countryCode });
      return code;
    },
    spoilToken() {
      token += 1;
    },
    get tokensAsked() {
      return tokensAsked;
    },
    nextly: (...wished) => void moods.push(...wished),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function failure(errcode: number, errmsg: string): object {
  return { errcode, errmsg: `${errmsg}, rid: 00000000-00000000-00000000` };
}
