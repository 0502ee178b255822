/** The answers where no operation can be: in the form of the hub's own errors, without a word of what runs it. */
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inLocale, type ErrorCode, type Locale, type Message } from '../../errors/index.ts';
import type { Problem } from './http-answer.ts';
import { localeOf } from '../language.ts';

/** In the language of the request. */
export function problemFor({ headers }: FastifyRequest, code: ErrorCode, message: Message): Problem {
  return problem(code, inLocale(message, localeOf(headers['accept-language'])));
}

export function problem(code: ErrorCode, message: string, more: object = {}): Problem {
  return { errors: [{ message, extensions: { code, ...more } }] };
}

export const NOTHING_HERE: Message = { zh: '此地址没有内容。', en: 'There is nothing here.' };
export const NO_OBJECT: Message = {
  zh: '请求体应为一个含 query 的 JSON 对象。',
  en: 'The body must be one JSON object with a query.',
};
export const WRONG_METHOD: Message = { zh: '请使用 POST;查询也可使用 GET。', en: 'Use POST, or GET for queries.' };
export const NOT_ACCEPTABLE: Message = {
  zh: '只提供 application/json 与 application/graphql-response+json。',
  en: 'There is application/json and application/graphql-response+json, and no other form.',
};
export const ONLY_GET: Message = { zh: '请使用 GET。', en: 'Use GET.' };
export const ONLY_A_FORM: Message = {
  zh: '请使用 GET,或用 POST 提交页面上的表单。',
  en: 'Use GET, or POST to send the form of the page.',
};

/** A body of another kind, sent to a page. */
export class FormWanted extends Error {
  readonly statusCode = 415;
  readonly told: Message = {
    zh: '请求体应为页面上的表单(application/x-www-form-urlencoded)。',
    en: 'The body must be the form of the page (application/x-www-form-urlencoded).',
  };
  constructor() {
    super('The body is no form.');
    this.name = 'FormWanted';
  }
}

const UNREADABLE: Message = { zh: '无法读取该请求。', en: 'The request cannot be read.' };
const MESSAGES: Readonly<Record<number, Message>> = {
  408: { zh: '请求未在规定时间内送达。', en: 'The request did not come in time.' },
  413: { zh: '请求过大。', en: 'The request is too large.' },
  415: {
    zh: '请求体应为未压缩的 UTF-8 JSON(application/json)。',
    en: 'The body must be JSON (application/json) in UTF-8 that is not compressed.',
  },
  417: { zh: '不支持 Expect 请求头所要求的方式。', en: 'What the header Expect asks for cannot be done.' },
  414: { zh: '地址过长。', en: 'The address is too long.' },
  431: { zh: '请求头过大。', en: 'The headers are too large.' },
  500: { zh: '服务内部错误。', en: 'Something went wrong inside.' },
  503: { zh: '暂时无法处理,请稍后再试。', en: 'This cannot be done at the moment: try again later.' },
};

/** Chinese where nobody has read in what language it is wanted. */
export function problemOf(status: number, locale: Locale = 'zh-CN', told = MESSAGES[status] ?? UNREADABLE): Problem {
  return problem(
    status >= 500 ? (status === 503 ? 'TRY_LATER' : 'INTERNAL') : 'BAD_USER_INPUT',
    inLocale(told, locale),
  );
}

const STATUS_OF: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Answers what is no HTTP, has too large a head, or is too slow. */
export function unreadableRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  socket.end(wireAnswer(STATUS_OF[error.code ?? ''] ?? 400), () => socket.destroy());
}

/** Nothing but "100-continue" can be expected of the hub. */
export function unmetExpectation({ headers }: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify(problemOf(417, localeOf(headers['accept-language'])));
  response
    .writeHead(417, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      connection: 'close',
    })
    .end(body);
}

/** A whole answer as it stands on the wire, where there is nobody to write it. */
export function wireAnswer(status: number, headers: Readonly<Record<string, string>> = {}): string {
  const body = JSON.stringify(problemOf(status));
  const all = {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  };
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
}

/** Bytes read of an unwanted body, so that whoever sends it reads why; the time limit of requests holds for it. */
const MOST_DISCARDED = 16_777_216;

/**
 * The rest of a body is read and thrown away. A socket that is closed with something unread in it is reset, and what was answered
 * is lost with it: the answer goes first, the connection is kept, and ends by itself or with too long a body.
 */
export function discardBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return;
  reply.removeHeader('connection');
  let discarded = 0;
  raw.on('data', (part: Buffer) => {
    discarded += part.length;
    if (discarded > MOST_DISCARDED) raw.destroy();
  });
  raw.resume();
}
