import { createAccessTokens } from './access-tokens.ts';
import {
  askOfWechat,
  checkCode,
  fieldsOf,
  TIMEOUT_MS,
  WechatRefused,
  type WechatAnswer,
  type WechatSettings,
} from './ask-wechat.ts';

/** A telephone number that WeChat has made sure of. Never logged. */
export interface WechatPhone {
  /** E.g. `86`. */
  readonly countryCode: string;
  /** Without the code of the country. */
  readonly number: string;
}

/** Exchanges a code of `getPhoneNumber` once. @throws WechatRefused, WechatRejectsHub */
export type PhoneOfCode = (code: string) => Promise<WechatPhone>;

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html */
const PATH = '/wxa/business/getuserphonenumber';
const DIGITS = /^\d{1,20}$/;
/** The token is not the one of now, is over, or was never one: the code is unused. */
const TOKEN_NOT_TAKEN: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/** A code is good for one exchange: it is sent again only where WeChat did not take the token, once. */
export function createPhoneOfCode(settings: WechatSettings): PhoneOfCode {
  const tokens = createAccessTokens(settings);

  function ask(code: string, token: string, signal: AbortSignal): Promise<WechatAnswer | null> {
    const url = new URL(PATH, settings.baseUrl);
    url.search = new URLSearchParams({ access_token: token }).toString();
    return askOfWechat(url, signal, { code });
  }

  return async (code) => {
    checkCode(code);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const token = await tokens.current(signal);
    let answer = await ask(code, token, signal);
    if (answer && TOKEN_NOT_TAKEN.has(answer.errcode)) {
      tokens.discard(token);
      answer = await ask(code, await tokens.current(signal), signal);
    }
    const info = fieldsOf(answer)['phone_info'] as Readonly<Record<string, unknown>> | null | undefined;
    const [number, countryCode] = [info?.['purePhoneNumber'], String(info?.['countryCode'])];
    if (typeof number !== 'string' || !DIGITS.test(number) || !DIGITS.test(countryCode))
      throw new WechatRefused('BUSY');
    return { countryCode, number };
  };
}
