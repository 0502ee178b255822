import { setTimeout as sleep } from 'node:timers/promises';
import type { WxNetwork, WxSignIn, WxStorage } from '../../schema/client/index.ts';

/** What becomes of the next request, instead of an answer of the hub. */
export type Fate =
  /** The hub has done it, and the phone hears nothing of it. */
  | { readonly lost: string }
  /** The hub has never had it. */
  | { readonly unsent: string }
  /** Somebody else answers. */
  | { readonly status: number; readonly body: string; readonly header?: Readonly<Record<string, string>> };

export interface Sent {
  readonly documentId?: string;
  readonly query?: string;
  readonly variables: { readonly input?: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
}

export interface FakeWx {
  readonly wx: WxNetwork & WxSignIn & WxStorage;
  readonly sent: Sent[];
  readonly kept: Map<string, unknown>;
  /** Of requests of that operation, or of any, one each. */
  nextly(fate: Fate, documentId?: string): void;
  /** Answers take longer. */
  delay: number;
}

/**
 * A phone: `wx.request` as WeChat documents it. `success` is called for every status of HTTP, with the names of headers as a phone writes
 * them; `fail` where there is no answer (`request:fail timeout`, `request:fail interrupted` after five seconds in the background).
 */
export function fakeWx(codes: () => string): FakeWx {
  const fates: { readonly fate: Fate; readonly documentId: string | undefined }[] = [];
  const sent: Sent[] = [];
  const kept = new Map<string, unknown>();
  const phone: FakeWx = {
    sent,
    kept,
    delay: 0,
    nextly: (fate, documentId) => void fates.push({ fate, documentId }),
    wx: {
      request(options) {
        const asked = JSON.parse(options.data) as Omit<Sent, 'token'>;
        sent.push({ ...asked, token: options.header['authorization']?.replace('Bearer ', '') });
        const at = fates.findIndex(({ documentId }) => documentId === undefined || documentId === asked.documentId);
        const fate = at === -1 ? undefined : fates.splice(at, 1)[0]!.fate;
        carry(options, fate, phone.delay).catch((error: Error) =>
          options.fail({ errMsg: `request:fail ${error.message}` }),
        );
        return {};
      },
      login: ({ success }) => void setImmediate(() => success({ code: codes() })),
      getStorageSync: (key) => kept.get(key) ?? '',
      setStorageSync: (key, value) => void kept.set(key, value),
      removeStorageSync: (key) => void kept.delete(key),
    },
  };
  return phone;
}

async function carry(
  { url, method, header, data, timeout, success, fail }: Parameters<WxNetwork['request']>[0],
  fate: Fate | undefined,
  delay: number,
): Promise<void> {
  if (fate && 'unsent' in fate) return fail({ errMsg: fate.unsent });
  if (fate && 'status' in fate)
    return success({ statusCode: fate.status, data: asRead(fate.body), header: fate.header ?? {} });
  const response = await fetch(url, {
    method,
    headers: { ...header },
    body: data,
    signal: AbortSignal.timeout(timeout),
  });
  const text = await response.text();
  if (delay > 0) await sleep(delay);
  if (fate) return fail({ errMsg: fate.lost });
  success({ statusCode: response.status, data: asRead(text), header: asPhonesWriteThem(response.headers) });
}

/** JSON is read, and what is none is left as it is. */
function asRead(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const asPhonesWriteThem = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    [...headers].map(([name, value]) => [name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase()), value]),
  );
