import { shanghaiDayNumber } from '../../calendar/index.ts';
import { createHash } from 'node:crypto';
import { isGuest } from '../../auth/index.ts';
import type { Config } from '../../config/index.ts';
import { LruCache } from '../../memory/index.ts';
import { type Dependence } from '../../reading/index.ts';
import type { RequestContext } from '../../request/index.ts';
import type { ExecutionAnswer } from '../execution/answers.ts';
import type { Execution, Runnable } from '../execution/execution.ts';
import type { OperationLog } from '../operation-log.ts';
import type { FoundRequest } from '../trusted/admit.ts';
import { cacheControlOf } from './freshness.ts';
import { KeptAnswers, type KeptAnswer } from './kept-answers.ts';

/** What was found, and what it asks for. */
export interface AskedByAddress {
  readonly request: FoundRequest;
  readonly runnable: Runnable;
}

const LONGEST_VARIABLES = 2_000;
const MOST_PRIVATE = 2_000;
const MOST_FLIGHTS = 2;

/**
 * What guests ask by stored queries, read once for all of them. Which answers are public follows from the declarations: the
 * whole query is one statement; nothing in it is about the viewer; and every table that it names tells of its changes. All
 * guests are one viewer, so what is kept is what each of them would be answered; nobody who is signed in is ever given it,
 * and their answers are never kept. Values do not depend on the language, since nothing in them is made of the request.
 */
export class PublicAnswers {
  readonly #execution: Execution;
  readonly #config: Config['publicCache'];
  readonly #log: OperationLog;
  readonly #kept: KeptAnswers;
  /** What is being read for a guest, and may be kept. */
  readonly #flights = new Map<string, Promise<KeptAnswer | undefined>>();
  /** What was found not to be public: nobody waits for another's answer to it. */
  readonly #private = new LruCache<string, true>(MOST_PRIVATE);
  /** Tables that tell of their changes. */
  #watched: ReadonlySet<string> = new Set();
  /** Whether every change is heard of at the moment. */
  #hearing = false;
  /** How often something has changed: what was begun before a change is given to whoever waits for it, and not kept. */
  #changes = 0;

  constructor(execution: Execution, config: Config['publicCache'], log: OperationLog) {
    this.#execution = execution;
    this.#config = config;
    this.#log = log;
    this.#kept = new KeptAnswers(config.most, config.mostBytes);
  }

  hear(watched: ReadonlySet<string>): void {
    this.#watched = watched;
    this.#private.clear();
    this.#hearing = true;
    this.forget();
  }

  goDeaf(): void {
    this.#hearing = false;
    this.forget();
  }

  /** What is public may be another from now on. */
  forget(): void {
    this.#changes += 1;
    this.#kept.clear();
    this.#flights.clear();
  }

  async answer(asked: AskedByAddress, context: RequestContext): Promise<ExecutionAnswer | KeptAnswer | undefined> {
    const begun = performance.now();
    const { request, runnable } = asked;
    const key = this.#keyOf(request, context);
    if (key === undefined || this.#private.get(key)) return this.#execution.answer(runnable, context);
    if (!this.#hearing) return (await this.#read(key, runnable, context)).answer;
    // Whoever reads it for all may go away, or be told to come again: then one of those who wait does. Where that gives nothing
    // either, they go on by themselves.
    let known = this.#kept.get(key, begun);
    for (let flights = 0; !known && flights < MOST_FLIGHTS && !this.#private.get(key); flights += 1) {
      const flight = this.#flights.get(key);
      if (!flight) break;
      known = await flight.catch(() => undefined);
    }
    if (known) {
      this.#log.note(context, {
        operation: request.stored!.operation,
        kind: 'query',
        executor: 'kept',
        begun,
      });
      return known;
    }
    const reading = this.#read(key, runnable, context);
    const flight = reading.then(({ kept }) => kept);
    flight.catch(() => undefined);
    this.#flights.set(key, flight);
    try {
      const { kept, answer } = await reading;
      return kept ?? answer;
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }

  #keyOf({ stored, operationName, variables }: FoundRequest, { viewer, now }: RequestContext): string | undefined {
    if (!this.#config.on || !stored || !isGuest(viewer)) return undefined;
    const values = JSON.stringify(variables ?? {}, inOrder);
    return values.length > LONGEST_VARIABLES
      ? undefined
      : `${stored.id}|${shanghaiDayNumber(now)}|${JSON.stringify(operationName ?? null)}|${values}`;
  }

  /** @returns besides the answer, what any guest may be given who asks the same at this moment */
  async #read(
    key: string,
    runnable: Runnable,
    context: RequestContext,
  ): Promise<{ readonly answer: ExecutionAnswer | undefined; readonly kept?: KeptAnswer }> {
    const before = this.#changes;
    const answer = await this.#execution.answer(runnable, context);
    if (!answer?.dependence) return { answer };
    const { text, dependence } = answer;
    if (!this.#isPublic(dependence)) {
      this.#private.set(key, true);
      return { answer };
    }
    const body = typeof text === 'string' ? Buffer.from(text) : Buffer.concat(text);
    const kept = { body, etag: etagOf(body), cacheControl: cacheControlOf(dependence, this.#config, context.now) };
    if (this.#hearing && this.#changes === before)
      this.#kept.set(key, kept, performance.now() + this.#config.seconds * 1_000);
    return { answer, kept };
  }

  #isPublic({ impersonal, tables }: Dependence): boolean {
    return impersonal && tables.size > 0 && [...tables].every((table) => this.#watched.has(table));
  }
}

function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

/** The same values are one text, in whatever order they were sent. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
