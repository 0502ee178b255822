import { HubError, type HubAnswer } from './errors.ts';

/** Handed in by tests, which do not wait. */
export interface Clockwork {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

declare function setTimeout(work: () => void, milliseconds: number): unknown;

export const CLOCKWORK: Clockwork = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: () => Math.random(),
};

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** That nothing was done, or that it is done once whoever asks again; that a query took too long would be so the next time. */
const PASSES = new Set(['NO_CONNECTION', 'TRY_LATER', 'RATE_LIMITED']);

/**
 * How long to wait before the next attempt: twice as long each time, never less than the hub asks for, and up to half as long again,
 * so that those who were refused together do not come back together.
 */
export function waitBefore(attempt: number, retryAfterSeconds: number | undefined, random: number): number {
  const atLeast = Math.max((retryAfterSeconds ?? 0) * 1000, FIRST_WAIT_MS);
  return Math.min(atLeast * 2 ** (attempt - 1), Math.max(atLeast, LONGEST_WAIT_MS)) * (1 + random / 2);
}

/** Asks again as long as what stands in the way passes and the patience of whoever waits lasts. */
export async function retrying<Data>(
  once: () => Promise<HubAnswer<Data>>,
  patienceMs: number,
  { now, sleep, random }: Clockwork,
): Promise<HubAnswer<Data>> {
  const until = now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once().catch((error: unknown) => {
      if (error instanceof HubError && PASSES.has(error.code)) return error;
      throw error;
    });
    const failed = outcome instanceof HubError ? outcome : outcome.errors.find(({ code }) => PASSES.has(code));
    const hint = failed instanceof HubError ? failed.retryAfterSeconds : failed?.extensions.retryAfterSeconds;
    const wait = waitBefore(attempt, hint, random());
    if (failed && now() + wait <= until) await sleep(wait);
    else if (outcome instanceof HubError) throw outcome;
    else return outcome;
  }
}
