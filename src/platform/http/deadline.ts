import type { FastifyReply } from 'fastify';
import { inLocale, TryLater, type Locale } from '../errors/index.ts';

/** What is told that its time is up may say so in its own words, within this time. */
const LAST_WORDS_MS = 1_000;

/**
 * Answers in time, whatever the work waits for: statements have limits of their own, so this is for what keeps silent and does not
 * even end. The work itself goes on until its own limits end it, and keeps its turn until then.
 */
export async function endedInTime(work: Promise<FastifyReply>, reply: FastifyReply, locale: Locale, withinMs: number): Promise<FastifyReply> {
  let clock: NodeJS.Timeout | undefined;
  let isLate = false;
  const late = new Promise<void>((resolve) => {
    clock = setTimeout(() => {
      isLate = true;
      resolve();
    }, withinMs + LAST_WORDS_MS);
  });
  try {
    await Promise.race([work, late]);
    if (!isLate || reply.sent) return await work;
    work.catch(() => undefined);
    const { code, sentence } = new TryLater();
    return await reply.status(503).header('retry-after', String(TryLater.retryAfterSeconds)).send({ errors: [{ message: inLocale(sentence, locale), extensions: { code } }] });
  } finally {
    clearTimeout(clock);
  }
}
