import type { Config } from '../config/index.ts';
import type { Requester, Permit } from '../request/index.ts';
import type { HttpFacilities } from './options.ts';

/**
 * Has the work done when it is the turn of whoever asks, who holds it until the work has ended: also where time was up before, or nobody
 * waits any more.
 * @param who an account; a network where nobody knows whose request it is
 * @throws TryLater where there is no room in line, or it took too long
 */
export async function withPermit<T>(
  { limiter, config }: HttpFacilities,
  who: string,
  signal: AbortSignal,
  work: (permit: Permit) => Promise<T>,
): Promise<T> {
  const permit = await limiter.acquire(signal, requesterOf(who, config.requests));
  try {
    return await work(permit);
  } finally {
    permit.release();
  }
}

/** Hundreds may stand behind one address, of whom nothing is known yet: it may have more at once than an account. */
export function requesterOf(key: string, { ofAccount, ofAddress }: Config['requests']): Requester {
  return { key, ...(/^(?:guest|token):/.test(key) ? ofAddress : ofAccount) };
}
