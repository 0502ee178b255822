import type { Config } from '../config/index.ts';
import type { Claimant, Turn } from '../request/index.ts';
import type { HttpFacilities } from './options.ts';

/**
 * Has the work done when it is the turn of whoever asks, who holds it until the work has ended: also where time was up before, or nobody
 * waits any more.
 * @param who an account; a network where nobody knows whose request it is
 * @throws TryLater where there is no room in line, or it took too long
 */
export async function inTurn<T>(
  { turnstile, config }: HttpFacilities,
  who: string,
  signal: AbortSignal,
  work: (turn: Turn) => Promise<T>,
): Promise<T> {
  const turn = await turnstile.enter(signal, claimantBy(who, config.requests));
  try {
    return await work(turn);
  } finally {
    turn.leave();
  }
}

/** Hundreds may stand behind one address, of whom nothing is known yet: it may have more at once than an account. */
export function claimantBy(key: string, { ofAccount, ofAddress }: Config['requests']): Claimant {
  return { key, ...(/^(?:guest|token):/.test(key) ? ofAddress : ofAccount) };
}
