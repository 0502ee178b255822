import { askOfWechat, fieldsOf, TIMEOUT_MS, WechatRefused, type WechatSettings } from './ask-wechat.ts';

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html */
const PATH = '/cgi-bin/stable_token';
const TOKEN = /^[\w-]{1,512}$/;
/** So long before WeChat lets it expire it is asked for anew: whoever holds it then has time to use it. */
const EARLY_MS = 60_000;

/** By which the hub itself asks WeChat for something. Never logged. */
export interface AccessTokens {
  /**
   * The token of now: whoever comes while it is asked for waits for the same answer, as long as they have time.
   * @throws WechatRefused, WechatRejectsHub
   */
  current(signal: AbortSignal): Promise<string>;
  /** WeChat did not take it: it is asked for anew, where nobody has done so meanwhile. */
  discard(token: string): void;
}

/** WeChat answers each process of a hub the same token, and goes on with it as it expires. */
export function createAccessTokens({ baseUrl, appId, appSecret }: WechatSettings): AccessTokens {
  let kept: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const asked = performance.now();
    const answer = await askOfWechat(new URL(PATH, baseUrl), AbortSignal.timeout(TIMEOUT_MS), {
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
      force_refresh: false,
    });
    const { access_token: token, expires_in: seconds } = fieldsOf(answer);
    if (typeof token !== 'string' || !TOKEN.test(token) || typeof seconds !== 'number') throw new WechatRefused('BUSY');
    kept = { token, until: asked + seconds * 1000 - EARLY_MS };
    return token;
  }

  return {
    async current(signal) {
      if (kept && performance.now() < kept.until) return kept.token;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return inTimeOf(signal, asking);
    },
    discard(token) {
      if (kept?.token === token) kept = null;
    },
  };
}

/** Whoever has no time left goes; the others wait on. */
async function inTimeOf<T>(signal: AbortSignal, asked: Promise<T>): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const end = (): void => reject(new WechatRefused('BUSY'));
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([asked, over]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
