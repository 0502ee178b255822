import { setTimeout as sleep } from 'node:timers/promises';
import {
  askOfWechat,
  BUSY,
  checkCode,
  fieldsOf,
  TIMEOUT_MS,
  WechatRefused,
  type WechatAnswer,
  type WechatSettings,
} from './ask-wechat.ts';

/** The identity of somebody in a WeChat app. Never logged. */
export interface WechatPerson {
  readonly appId: string;
  readonly openid: string;
  /** Only where the app is bound to an open platform. */
  readonly unionid: string | null;
}

/** Exchanges a code of `wx.login` once. @throws WechatRefused, WechatRejectsHub */
export type CodeToSession = (code: string) => Promise<WechatPerson>;

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html */
const PATH = '/sns/jscode2session';
const PAUSE_MS = 200;
const ID = /^[\w-]{1,128}$/;

/**
 * A code is good for one exchange, so that only "busy", which leaves it unused, is asked again, once and within the time
 * of the whole. The `session_key` of the answer is dropped where it is read: nothing of the hub has a use for it.
 */
export function createCodeToSession({ baseUrl, appId, appSecret }: WechatSettings): CodeToSession {
  function ask(code: string, signal: AbortSignal): Promise<WechatAnswer | null> {
    const url = new URL(PATH, baseUrl);
    url.search = new URLSearchParams({
      appid: appId,
      secret: appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    }).toString();
    return askOfWechat(url, signal);
  }

  return async (code) => {
    checkCode(code);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    let answer = await ask(code, signal);
    if (answer?.errcode === BUSY) {
      await sleep(PAUSE_MS);
      if (!signal.aborted) answer = await ask(code, signal);
    }
    const fields = fieldsOf(answer);
    const openid = idIn(fields['openid']);
    if (openid === null) throw new WechatRefused('BUSY');
    return { appId, openid, unionid: idIn(fields['unionid']) };
  };
}

function idIn(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null;
}
