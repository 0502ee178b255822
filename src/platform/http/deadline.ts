import { inLocale, TryLater, type Locale } from '../errors/index.ts';
import { IN_DOUBT } from '../graphql/index.ts';
import type { Writing } from '../request/index.ts';
import type { HttpAnswer } from './answers/http-answer.ts';
import { problem } from './answers/problems.ts';

/** Work that is told that its time is up may say so in its own words, within this time. */
const LAST_WORDS_MS = 1_000;

/**
 * Answers in time, whatever the work waits for: statements have limits of their own, so this is for what keeps silent and does not
 * even end. The work itself goes on until its own limits end it, and keeps its turn until then; what it has not begun to commit by now
 * is never committed.
 */
export async function endedInTime(
  work: Promise<HttpAnswer>,
  writing: Writing,
  locale: Locale,
  withinMs: number,
): Promise<HttpAnswer> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    clock = setTimeout(() => resolve(undefined), withinMs + LAST_WORDS_MS);
  });
  try {
    const told = await Promise.race([work, late]);
    if (told) return told;
    work.catch(() => undefined);
    const { code, sentence } = new TryLater(writing.giveUp() ? IN_DOUBT : undefined);
    return {
      status: 503,
      headers: { 'retry-after': String(TryLater.retryAfterSeconds) },
      body: problem(code, inLocale(sentence, locale)),
    };
  } finally {
    clearTimeout(clock);
  }
}
