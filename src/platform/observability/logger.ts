import { pino, stdSerializers, type Logger } from 'pino';
import type { LogLevel } from '../config/index.ts';

export type { Logger };

/** Lines are written together: a write of its own for each would cost a quick operation a tenth of its time. */
const WRITTEN_AT_ONCE = 4096;
const WRITTEN_EVERY_MS = 100;

class StandardOutput {
  #lines = '';

  constructor() {
    setInterval(() => this.flushSync(), WRITTEN_EVERY_MS).unref();
    process.once('exit', () => this.flushSync());
  }

  write(line: string): void {
    this.#lines += line;
    if (this.#lines.length >= WRITTEN_AT_ONCE) this.flushSync();
  }

  /** Also called by pino after a fatal line. */
  flushSync(): void {
    if (this.#lines === '') return;
    const lines = this.#lines;
    this.#lines = '';
    process.stdout.write(lines);
  }
}

/** Of a text in a line, whoever chose it. */
const LONGEST_TEXT = 1_000;
const LONGEST_STACK = 8_000;
const MOST_IN_LIST = 200;

/** A line is no longer than it must be, whatever a client called its fields: names and paths are cut, errors have more room. */
function cut(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Error) return cutError(value);
  if (depth > 4) return '…';
  if (Array.isArray(value)) return value.slice(0, MOST_IN_LIST).map((each) => cut(each, depth + 1));
  return Object.fromEntries(Object.entries(value).slice(0, MOST_IN_LIST).map(([name, each]) => [cut(name, depth), cut(each, depth + 1)]));
}

/** As pino writes errors, and no longer than is of use. */
function cutError(error: Error): object {
  const { type, message, stack, ...more } = stdSerializers.err(error) as unknown as Record<string, unknown>;
  return { type, message: cut(message, 1), stack: typeof stack === 'string' ? stack.slice(0, LONGEST_STACK) : stack, ...(cut(more, 1) as object) };
}

/** One JSON line an event. Names, phones and tokens never enter a log: only ids, codes and figures are passed to it. */
export function createLogger(level: LogLevel): Logger {
  return pino({
    level,
    base: null,
    formatters: { log: (line) => cut(line) as Record<string, unknown> },
    serializers: { err: (cutAlready: unknown) => cutAlready },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['authorization', '*.authorization', 'headers', '*.headers', 'token', '*.token'], censor: '[redacted]' },
  }, level === 'silent' ? undefined : new StandardOutput());
}
