/**
 * What the kit uses of `wx`, from base library 2.10 on. `wx.request` reads JSON by itself, and leaves as text what is none. It calls `success` for
 * every status of HTTP, and `fail` where there is no answer: no network, time-out, or a mini-program that was in the background for more than five seconds (`interrupted`).
 */
import { NoConnection, type Transport } from './transport.ts';
import type { Tokens, TokenStorage } from './session.ts';

interface WxFailure {
  readonly errMsg: string;
}

export interface WxNetwork {
  request(options: {
    readonly url: string;
    readonly method: 'POST';
    readonly data: string;
    readonly header: Readonly<Record<string, string>>;
    readonly timeout: number;
    success(result: {
      readonly statusCode: number;
      readonly data: unknown;
      readonly header: Readonly<Record<string, string>>;
    }): void;
    fail(failure: WxFailure): void;
  }): unknown;
}

export interface WxSignIn {
  login(options: { success(result: { readonly code: string }): void; fail(failure: WxFailure): void }): void;
}

export interface WxStorage {
  getStorageSync(key: string): unknown;
  setStorageSync(key: string, value: unknown): void;
  removeStorageSync(key: string): void;
}

export function wxTransport(wx: WxNetwork): Transport {
  return ({ url, headers, body, timeoutMs }) =>
    new Promise((resolve, reject) => {
      wx.request({
        url,
        method: 'POST',
        data: body,
        header: headers,
        timeout: timeoutMs,
        success({ statusCode, data, header }) {
          resolve({
            status: statusCode,
            body: data,
            // Phones and the developer tools write the names of headers in letters of their own.
            header(name) {
              const found = Object.keys(header).find((each) => each.toLowerCase() === name);
              return found === undefined ? undefined : header[found];
            },
          });
        },
        fail: ({ errMsg }) => reject(new NoConnection(errMsg)),
      });
    });
}

/** A code of `wx.login`, for `signInWithWechat`. */
export function wxLogin(wx: WxSignIn): () => Promise<string> {
  return () =>
    new Promise((resolve, reject) => {
      wx.login({ success: ({ code }) => resolve(code), fail: ({ errMsg }) => reject(new NoConnection(errMsg)) });
    });
}

/** Tokens that outlast the mini-program, on this phone and for this user of WeChat. */
export function wxStorage(wx: WxStorage, key = 'home-school-hub'): TokenStorage {
  return {
    read: () => wx.getStorageSync(key) as Tokens | null,
    write: (tokens) => (tokens ? wx.setStorageSync(key, tokens) : wx.removeStorageSync(key)),
  };
}
