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
export const PASSES: ReadonlySet<string> = new Set(['NO_CONNECTION', 'TRY_LATER', 'RATE_LIMITED']);

/** That nothing was done for certain: what is done anew each time may be asked for again. */
export const UNDONE: ReadonlySet<string> = new Set(['RATE_LIMITED']);

/**
 * How long to wait before the next attempt: twice as long each time, never less than the hub asks for, and up to half as long again,
 * so that those who were refused together do not come back together.
 */
export function waitBefore(attempt: number, retryAfterSeconds: number | undefined, random: number): number {
  const atLeast = Math.max((retryAfterSeconds ?? 0) * 1000, FIRST_WAIT_MS);
  return Math.min(atLeast * 2 ** (attempt - 1), Math.max(atLeast, LONGEST_WAIT_MS)) * (1 + random / 2);
}

/**
 * Asks again as long as what stands in the way passes and the patience of whoever waits lasts.
 * @param once is told how much of that is left: all of it the first time, and less than nothing where the device has slept
 */
export async function retrying<Data>(
  once: (leftMs: number) => Promise<HubAnswer<Data>>,
  patienceMs: number,
  { now, sleep, random }: Clockwork,
  passes = PASSES,
): Promise<HubAnswer<Data>> {
  const until = now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(attempt === 1 ? patienceMs : until - now()).catch((error: unknown) => {
      if (error instanceof HubError && passes.has(error.code)) return error;
      throw error;
    });
    const failed = outcome instanceof HubError ? outcome : outcome.errors.find(({ code }) => passes.has(code));
    const hint = failed instanceof HubError ? failed.retryAfterSeconds : failed?.extensions.retryAfterSeconds;
    const wait = waitBefore(attempt, hint, random());
    if (failed && now() + wait <= until) await sleep(wait);
    else if (outcome instanceof HubError) throw outcome;
    else return outcome;
  }
}

/** Of one account, no two are alike: nobody has to be unable to guess it. */
export function newKey({ now, random }: Clockwork): string {
  const part = (): string => random().toString(36).slice(2, 12);
  return `${now().toString(36)}-${part()}${part()}`;
}
