import type { Viewer } from '../auth/index.ts';
import {
  service,
  ConcurrencyLimiter,
  type RequestContext,
  type Permit,
  type ConcurrencyLimiterOptions,
} from '../request/index.ts';

export interface WriteLimiterOptions extends Omit<ConcurrencyLimiterOptions, 'heavy'> {
  /** The part of these that one account may have. */
  readonly ofAccount: { readonly maxConcurrent: number; readonly maxQueued: number };
}

/** Background work, and guests, of whom nobody is told from another here. */
const NOBODY = { key: '', maxConcurrent: Infinity, maxQueued: Infinity } as const;

/**
 * A transaction that waits for a lock keeps its connection. So those who write stand in line for fewer connections than there are, of
 * which no account has more than a part: whatever rows are locked, the others read, and other accounts write.
 */
export class WriteLimiter {
  readonly #limiter: ConcurrencyLimiter;
  readonly #ofAccount: WriteLimiterOptions['ofAccount'];

  constructor({ ofAccount, ...options }: WriteLimiterOptions) {
    this.#limiter = new ConcurrencyLimiter(options);
    this.#ofAccount = ofAccount;
  }

  /** @param requests of one caller, or of several who are served together @throws TryLater */
  acquire(requests: readonly RequestContext[], { accountId, serviceTokenId }: Viewer): Permit | Promise<Permit> {
    const key = accountId ?? serviceTokenId;
    const [first, ...more] = requests;
    // One of several who gives up is no reason to leave the others.
    const signal = more.length === 0 ? first!.signal : new AbortController().signal;
    const entered = this.#limiter.acquire(signal, key === null ? NOBODY : { key, ...this.#ofAccount });
    if (entered instanceof Promise) for (const { permit: turn } of requests) turn?.release();
    return entered;
  }
}

/** Those of this process. */
export const WRITE_LIMITER = service<WriteLimiter>('write limiter');
