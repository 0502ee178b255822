import { setTimeout as sleep } from 'node:timers/promises';

export interface WechatSettings {
  /** `https://api.weixin.qq.com`, or where a test stands in for it. */
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
}

/** The identity of somebody in a WeChat app. Never logged. */
export interface WechatPerson {
  readonly appId: string;
  readonly openid: string;
  /** Only where the app is bound to an open platform. */
  readonly unionid: string | null;
}

/** Refusals of a code through no fault of the hub. */
export type WechatRefusal = 'INVALID_CODE' | 'CODE_USED' | 'RATE_LIMITED' | 'BLOCKED' | 'BUSY';

export class WechatRefused extends Error {
  readonly refusal: WechatRefusal;
  constructor(refusal: WechatRefusal) {
    super(`WeChat did not take the code: ${refusal}.`);
    this.name = 'WechatRefused';
    this.refusal = refusal;
  }
}

/** WeChat does not accept the hub itself: its app id, its secret, its address. Something for whoever runs it. */
export class WechatRejectsHub extends Error {
  constructor(errcode: number) {
    super(`WeChat rejects the configuration of the hub with errcode ${errcode}.`);
    this.name = 'WechatRejectsHub';
  }
}

/** Exchanges a code of `wx.login` once. @throws WechatRefused, WechatRejectsHub */
export type CodeToSession = (code: string) => Promise<WechatPerson>;

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html */
const PATH = '/sns/jscode2session';
const TIMEOUT_MS = 3_000;
const PAUSE_MS = 200;
const LARGEST_ANSWER = 16_384;
/** Which letters a code has, WeChat does not say. */
const CODE = /^[^\s\p{C}]{1,128}$/u;
const ID = /^[\w-]{1,128}$/;
const BUSY = -1;

const REFUSALS: Readonly<Record<number, WechatRefusal>> = {
  [BUSY]: 'BUSY',
  40029: 'INVALID_CODE',
  41008: 'INVALID_CODE',
  40163: 'CODE_USED',
  45009: 'RATE_LIMITED',
  45011: 'RATE_LIMITED',
  40226: 'BLOCKED',
};

/** The part of an answer that is read: nothing else of it is kept. */
interface Answer {
  readonly errcode: number;
  readonly openid: string | null;
  readonly unionid: string | null;
}

/** Slow, unreachable, too large or not to be understood: whether the code is used up nobody knows. */
const LOST = null;

/**
 * A code is good for one exchange, so that only "busy", which leaves it unused, is asked again, once and within the time
 * of the whole. The `session_key` of the answer is dropped where it is read: nothing of the hub has a use for it.
 */
export function createCodeToSession({ baseUrl, appId, appSecret }: WechatSettings): CodeToSession {
  async function ask(code: string, signal: AbortSignal): Promise<Answer | typeof LOST> {
    const url = new URL(PATH, baseUrl);
    url.search = new URLSearchParams({
      appid: appId,
      secret: appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    }).toString();
    try {
      const response = await fetch(url, { signal, redirect: 'error' });
      return response.status === 200 ? answerOf(await textOf(response)) : LOST;
    } catch {
      // The error is dropped, for it may hold the address, and with it the secret and the code.
      return LOST;
    }
  }

  return async (code) => {
    if (!CODE.test(code)) throw new WechatRefused('INVALID_CODE');
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    let answer = await ask(code, signal);
    if (answer?.errcode === BUSY) {
      await sleep(PAUSE_MS);
      if (!signal.aborted) answer = await ask(code, signal);
    }
    if (answer === LOST) throw new WechatRefused('BUSY');
    if (answer.errcode !== 0) {
      const refusal = REFUSALS[answer.errcode];
      throw refusal === undefined ? new WechatRejectsHub(answer.errcode) : new WechatRefused(refusal);
    }
    if (answer.openid === null) throw new WechatRefused('BUSY');
    return { appId, openid: answer.openid, unionid: answer.unionid };
  };
}

function answerOf(text: string): Answer | typeof LOST {
  const parsed = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
  if (typeof parsed !== 'object' || parsed === null) return LOST;
  const errcode = Number(parsed['errcode'] ?? 0);
  return Number.isInteger(errcode)
    ? { errcode, openid: idIn(parsed['openid']), unionid: idIn(parsed['unionid']) }
    : LOST;
}

function idIn(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null;
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new Error('The answer is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
