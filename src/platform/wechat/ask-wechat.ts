export interface WechatSettings {
  /** `https://api.weixin.qq.com`, or where a test stands in for it. */
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
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

/** How long a question to WeChat may take, those that it leads to included. */
export const TIMEOUT_MS = 3_000;
const LARGEST_ANSWER = 16_384;
/** Which letters a code has, WeChat does not say. */
const CODE = /^[^\s\p{C}]{1,128}$/u;

/** WeChat is busy, and the code is unused. */
export const BUSY = -1;

const REFUSALS: Readonly<Record<number, WechatRefusal>> = {
  [BUSY]: 'BUSY',
  40029: 'INVALID_CODE',
  41008: 'INVALID_CODE',
  40163: 'CODE_USED',
  45009: 'RATE_LIMITED',
  45011: 'RATE_LIMITED',
  40226: 'BLOCKED',
};

/** What WeChat has answered: whoever asked reads of it what they need, and nothing else is kept. */
export interface WechatAnswer {
  readonly errcode: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Slow, unreachable, too large or not to be understood: whether a code is used up nobody knows. */
export const LOST = null;

/** Asks once. @param body sent as JSON, where there is one */
export async function askOfWechat(url: URL, signal: AbortSignal, body?: object): Promise<WechatAnswer | typeof LOST> {
  try {
    const response = await fetch(url, {
      signal,
      redirect: 'error',
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    return response.status === 200 ? answerOf(await textOf(response)) : LOST;
  } catch {
    // The error is dropped, for it may hold the address, and with it the secret, the code or the token.
    return LOST;
  }
}

/** The fields of an answer that went well. @throws WechatRefused, WechatRejectsHub */
export function fieldsOf(answer: WechatAnswer | typeof LOST): WechatAnswer['fields'] {
  if (answer === LOST) throw new WechatRefused('BUSY');
  if (answer.errcode === 0) return answer.fields;
  const refusal = REFUSALS[answer.errcode];
  throw refusal === undefined ? new WechatRejectsHub(answer.errcode) : new WechatRefused(refusal);
}

/** @throws WechatRefused INVALID_CODE for what cannot be a code */
export function checkCode(code: string): void {
  if (!CODE.test(code)) throw new WechatRefused('INVALID_CODE');
}

function answerOf(text: string): WechatAnswer | typeof LOST {
  const fields = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
  if (typeof fields !== 'object' || fields === null) return LOST;
  const errcode = Number(fields['errcode'] ?? 0);
  return Number.isInteger(errcode) ? { errcode, fields } : LOST;
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
