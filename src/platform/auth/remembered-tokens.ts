import { LruCache } from '../memory/index.ts';
import { processClock } from './process-clock.ts';

interface Remembered<T> {
  readonly said: T;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const MOST_REMEMBERED = 10_000;

/**
 * Verifies each token once and remembers what it said until it expires: a signature does not change, and whether the account
 * may still act is read anew for each request.
 */
export function rememberTokens<T>(
  verify: (token: string) => Promise<T>,
  clock: () => Date = processClock,
): (token: string) => Promise<T> {
  const remembered = new LruCache<string, Remembered<T>>(MOST_REMEMBERED);
  return async (token) => {
    const known = remembered.get(token);
    if (known) {
      if (known.until > clock().getTime()) return known.said;
      remembered.delete(token);
    }
    const said = await verify(token);
    const until = expiryOf(token);
    if (until > clock().getTime()) remembered.set(token, { said, until });
    return said;
  };
}

/** The expiry of a token that was found valid, in milliseconds since 1970; 0 where it has none. */
function expiryOf(token: string): number {
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || '{}') as {
    exp?: unknown;
  };
  return typeof payload.exp === 'number' ? payload.exp * 1000 : 0;
}
