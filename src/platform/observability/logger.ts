import { pino, type Logger } from 'pino';
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

/** The most characters of a text in a line, whoever chose it. */
const LONGEST_TEXT = 1_000;
const LONGEST_STACK = 8_000;
const MOST_IN_LIST = 200;

/** What is never written, whatever it holds. */
const SECRET: ReadonlySet<string> = new Set(['authorization', 'headers', 'token']);
const CENSORED = '[redacted]';

/** A line is no longer than it must be, whatever a client called its fields: names and paths are cut, errors have more room. */
function cut(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Error) return cutError(value, depth);
  if (depth > 4) return '…';
  if (Array.isArray(value)) return value.slice(0, MOST_IN_LIST).map((each) => cut(each, depth + 1));
  const written: Record<string, unknown> = {};
  let most = MOST_IN_LIST;
  for (const name of Object.keys(value)) {
    if ((most -= 1) < 0) break;
    const each = (value as Readonly<Record<string, unknown>>)[name];
    written[cut(name) as string] = SECRET.has(name) ? CENSORED : cut(each, depth + 1);
  }
  return written;
}

/** The facts of an error, no longer than is of use. */
function cutError(error: Error, depth = 0): unknown {
  if (depth > 4) return '…';
  const { originalError } = error as { originalError?: unknown };
  if (originalError instanceof Error) return cutError(originalError, depth + 1);
  const type = error.constructor.name;
  if (isOfDatabase(error))
    return {
      type,
      ...Object.fromEntries(TOLD_OF_DATABASE.map((name) => [name, cut(error[name], 4)])),
      stack: framesOf(error.stack),
    };
  const { message, stack, cause, errors, ...more } = error as Error & { errors?: unknown };
  return {
    type,
    message: cut(message),
    stack: stack?.slice(0, LONGEST_STACK),
    ...(cut(more, depth + 1) as object),
    ...(cause !== undefined && { cause: cut(cause, depth + 1) }),
    ...(errors !== undefined && { errors: cut(errors, depth + 1) }),
  };
}

/** The message, the detail and the statement of a database repeat what people wrote: names and phones, whole rows. */
const TOLD_OF_DATABASE = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

/** Whichever library throws it, and whatever copies it. */
function isOfDatabase(error: Error): error is Error & Record<(typeof TOLD_OF_DATABASE)[number], unknown> {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  return typeof severity === 'string' && typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
}

const FRAME = /^\s*at .*:\d+:\d+\)?$/;

/** Where it was thrown, without the message, which stands in a stack as well. */
function framesOf(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => FRAME.test(line))
    .join('\n')
    .slice(0, LONGEST_STACK);
}

/** One JSON line an event. Names, phones and tokens never enter a log: only ids, codes and figures are passed to it. */
export function createLogger(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      formatters: { log: (line) => cut(line) as Record<string, unknown> },
      serializers: { err: (cutAlready: unknown) => cutAlready },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    level === 'silent' ? undefined : new StandardOutput(),
  );
}
