import { Agent, request, type IncomingMessage } from 'node:http';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a guardian's phone waits at most. */
const PATIENCE_MS = 60_000;

export interface Asking {
  readonly operation: string;
  readonly token: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whether an answer came, and what it says. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  /** OK, the code of the first top-level error, that of the transport, or TIME_IS_UP. */
  readonly code: string;
  /** Where the hub says when to come again. */
  readonly retryAfterSeconds?: number;
}

export const OK = 'OK';
export const TIME_IS_UP = 'TIME_IS_UP';
/** The connection broke before an answer had come. */
export const LOST = 'LOST';
/** The hub has more to do than it can, and has done nothing. */
export const TRY_LATER = 'TRY_LATER';

/** Sends operations over so many connections at most; what finds none free waits in line, and its time runs. */
export class Client {
  readonly #url: string;
  readonly #documents: Readonly<Record<string, string>>;
  readonly #agent: Agent;
  readonly #underway = new Set<(code: string) => void>();
  readonly #end = new AbortController();

  constructor(url: string, documents: Readonly<Record<string, string>>, sockets: number) {
    this.#url = url;
    this.#documents = documents;
    setMaxListeners(0, this.#end.signal);
    this.#agent = new Agent({ keepAlive: true, maxSockets: sockets, scheduling: 'fifo' });
  }

  /** Nothing more is sent. */
  get over(): boolean {
    return this.#end.signal.aborted;
  }

  /** @param lostAfter milliseconds after which the connection breaks, counted from when there is one */
  ask({ operation, token, variables }: Asking, lostAfter: number | null = null): Promise<Answer> {
    if (this.over) return Promise.resolve({ data: null, code: TIME_IS_UP });
    return new Promise((resolve) => {
      const body = JSON.stringify({ query: this.#documents[operation], operationName: operation, variables });
      const sent = request(this.#url, {
        method: 'POST',
        agent: this.#agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: `Bearer ${token}`,
        },
      });
      const timers = [setTimeout(() => settle({ data: null, code: 'NO_ANSWER' }), PATIENCE_MS)];
      const settle = (answer: Answer): void => {
        if (!this.#underway.delete(breakOff)) return;
        timers.forEach(clearTimeout);
        if (answer.data === null) sent.destroy();
        resolve(answer);
      };
      const breakOff = (code: string): void => settle({ data: null, code });
      this.#underway.add(breakOff);
      if (lostAfter !== null) sent.once('socket', () => timers.push(setTimeout(breakOff, lostAfter, LOST)));
      sent.on('error', (error: NodeJS.ErrnoException) => breakOff(error.code ?? error.name));
      sent.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', (error: NodeJS.ErrnoException) => breakOff(error.code ?? error.name));
        response.on('end', () => settle(answerOf(response, Buffer.concat(parts).toString())));
      });
      sent.end(body);
    });
  }

  /** Resolves at the end as well. */
  async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#end.signal }).catch(() => undefined);
  }

  /** Whatever is under way is waited for no longer, and nothing more is sent. */
  stop(): void {
    this.#end.abort();
    for (const breakOff of [...this.#underway]) breakOff(TIME_IS_UP);
    this.#agent.destroy();
  }
}

function answerOf({ statusCode: status, headers }: IncomingMessage, text: string): Answer {
  const later = headers['retry-after'];
  try {
    const { data, errors } = JSON.parse(text) as {
      data?: Answer['data'];
      errors?: { extensions?: { code?: string } }[];
    };
    return {
      data: data ?? null,
      code: errors?.[0]?.extensions?.code ?? (status === 200 ? OK : `HTTP_${status}`),
      ...(later && { retryAfterSeconds: Number(later) }),
    };
  } catch {
    return { data: null, code: `HTTP_${status}` };
  }
}
