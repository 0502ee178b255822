import type { Logger } from './logger.ts';

/** A kind of thing that is counted, told apart by one label whose values are known beforehand. */
export interface Counter<Label extends string = string> {
  readonly name: string;
  readonly description: string;
  /** Never what a client sent: all there are, so that the number of figures is bounded. */
  readonly labels: readonly Label[];
}

/** Figures that stand in a log and may be exported, each under `name{label}`. */
export type Figures = Readonly<Record<string, number>>;

/** Names as Prometheus takes them: what only grows ends with `_total`. */
const NAME = /^[a-z][a-z0-9_]*_total$/;

/** @param labels the values of its one label */
export function counter<Label extends string>(
  name: string,
  description: string,
  labels: readonly Label[],
): Counter<Label> {
  if (!NAME.test(name)) throw new Error(`${name} is no name of a counter.`);
  return { name, description, labels };
}

const LOGGED_EVERY_MS = 60_000;

/** The counters of one hub: how often what happened since it started. Logged each minute in which something did. */
export class Counters {
  readonly #logger: Logger;
  readonly #counted = new Map<string, { readonly counter: Counter; readonly figures: Map<string, number> }>();
  #logged: Figures = {};
  #timer: NodeJS.Timeout | undefined;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** From now on its figures stand among the others, zero or not. */
  register<Label extends string>(counter: Counter<Label>): void {
    this.#figuresOf(counter);
  }

  add<Label extends string>(counter: Counter<Label>, label: NoInfer<Label>, times = 1): void {
    const figures = this.#figuresOf(counter);
    const before = figures.get(label);
    if (before === undefined) throw new Error(`${counter.name} knows no ${label}.`);
    figures.set(label, before + times);
  }

  count<Label extends string>(counter: Counter<Label>, label: NoInfer<Label>): number {
    return this.#figuresOf(counter).get(label) ?? 0;
  }

  /** All counters that were registered or added to, for whoever exports them. */
  *all(): IterableIterator<{ readonly counter: Counter; readonly figures: ReadonlyMap<string, number> }> {
    yield* this.#counted.values();
  }

  figures(): Figures {
    return Object.fromEntries(
      [...this.#counted.values()].flatMap(({ counter: { name }, figures }) =>
        [...figures].map(([label, times]) => [`${name}{${label}}`, times] as const),
      ),
    );
  }

  /** Logs each minute what has grown in it. */
  start(): void {
    this.#timer = setInterval(() => this.log(), LOGGED_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.log();
  }

  /** Logs what has grown since the last time; no line where nothing has. */
  log(): void {
    const now = this.figures();
    const grown = Object.entries(now).flatMap(([name, times]): [string, number][] => {
      const more = times - (this.#logged[name] ?? 0);
      return more > 0 ? [[name, more]] : [];
    });
    this.#logged = now;
    if (grown.length > 0) this.#logger.info({ counted: Object.fromEntries(grown) }, 'counters');
  }

  #figuresOf(counter: Counter): Map<string, number> {
    let known = this.#counted.get(counter.name);
    if (!known)
      this.#counted.set(
        counter.name,
        (known = { counter, figures: new Map(counter.labels.map((label) => [label, 0])) }),
      );
    return known.figures;
  }
}
