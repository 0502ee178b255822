import { Agent, request } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** What whoever does nothing wrong asks all the while. */
export interface Question {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether it comes on a connection of its own, as whoever looks after processes asks. */
  readonly anew: boolean;
  readonly isAnswer: (status: number, text: string) => boolean;
}

export interface Waits {
  readonly asked: number;
  /** Milliseconds. */
  readonly longest: number;
  readonly median: number;
  /** What was answered otherwise than it should be, or not at all. */
  readonly wrong: readonly string[];
}

export type WaitsByName = Readonly<Record<string, Waits>>;

/** Between two questions of one kind. */
const PAUSE_MS = 20;
const GIVEN_UP_AFTER_MS = 60_000;

/** Asks each question again and again, one after the other of each kind, and notes how long the answer took. */
export class Innocents {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #waits: Readonly<Record<string, { times: number[]; wrong: string[] }>>;
  readonly #loops: readonly Promise<void>[];
  readonly #delay = monitorEventLoopDelay({ resolution: 5 });
  #over = false;

  constructor(questions: Readonly<Record<string, Question>>) {
    this.#waits = Object.fromEntries(Object.keys(questions).map((name) => [name, { times: [], wrong: [] }]));
    this.#delay.enable();
    this.#loops = Object.entries(questions).map(([name, question]) => this.#go(question, this.#waits[name]!));
  }

  /** @returns how long each waited, and the longest that this process itself was late by, in milliseconds: so much is the machine's */
  async stop(): Promise<{ readonly waits: WaitsByName; readonly ownDelay: number }> {
    this.#over = true;
    await Promise.all(this.#loops);
    this.#delay.disable();
    this.#agent.destroy();
    const waits = Object.fromEntries(
      Object.entries(this.#waits).map(([name, { times, wrong }]): [string, Waits] => {
        const inOrder = times.toSorted((one, other) => one - other);
        return [
          name,
          {
            asked: times.length,
            longest: inOrder.at(-1) ?? Infinity,
            median: inOrder[inOrder.length >> 1] ?? Infinity,
            wrong,
          },
        ];
      }),
    );
    return { waits, ownDelay: this.#delay.max / 1e6 };
  }

  async #go(question: Question, { times, wrong }: { times: number[]; wrong: string[] }): Promise<void> {
    while (!this.#over) {
      const begun = performance.now();
      const told = await this.#ask(question);
      times.push(performance.now() - begun);
      if (told !== undefined) wrong.push(told);
      await sleep(PAUSE_MS);
    }
  }

  /** @returns what was wrong with the answer */
  #ask({ url, headers, body, anew, isAnswer }: Question): Promise<string | undefined> {
    return new Promise((resolve) => {
      const sent = request(url, {
        method: body === undefined ? 'GET' : 'POST',
        agent: anew ? false : this.#agent,
        timeout: GIVEN_UP_AFTER_MS,
        headers: {
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer')));
      sent.on('error', (error) => resolve(String(error)));
      sent.on('response', (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (part: string) => (text += part))
          .on('error', (error) => resolve(String(error)));
        response.on('end', () =>
          resolve(isAnswer(response.statusCode!, text) ? undefined : `${response.statusCode} ${text.slice(0, 200)}`),
        );
      });
      sent.end(body);
    });
  }
}
