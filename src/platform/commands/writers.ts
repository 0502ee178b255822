import type { Viewer } from '../auth/index.ts';
import { service, Turnstile, type RequestContext, type Turn, type TurnstileOptions } from '../request/index.ts';

export interface WritersOptions extends Omit<TurnstileOptions, 'heavy'> {
  /** Of these, so many of one account. */
  readonly ofAccount: { readonly atOnce: number; readonly mostWaiting: number };
}

/** Background work, and guests, of whom nobody is told from another here. */
const NOBODY = { key: '', atOnce: Infinity, mostWaiting: Infinity } as const;

/**
 * A transaction that waits for a lock keeps its connection. So those who write stand in line for fewer connections than there are, of
 * which no account has more than a part: whatever rows are locked, the others read, and other accounts write.
 */
export class Writers {
  readonly #turnstile: Turnstile;
  readonly #ofAccount: WritersOptions['ofAccount'];

  constructor({ ofAccount, ...options }: WritersOptions) {
    this.#turnstile = new Turnstile(options);
    this.#ofAccount = ofAccount;
  }

  /** @param requests of one caller, or of several who are served together @throws TryLater */
  enter(requests: readonly RequestContext[], { accountId, serviceTokenId }: Viewer): Turn | Promise<Turn> {
    const key = accountId ?? serviceTokenId;
    const [first, ...more] = requests;
    // One of several who gives up is no reason to leave the others.
    const signal = more.length === 0 ? first!.signal : new AbortController().signal;
    const entered = this.#turnstile.enter(signal, key === null ? NOBODY : { key, ...this.#ofAccount });
    if (entered instanceof Promise) for (const { turn } of requests) turn?.leave();
    return entered;
  }
}

/** Those of this process. */
export const WRITERS = service<Writers>('writers');
