import type { Viewer } from '../auth/index.ts';
import { attemptLimit, type AttemptKind, type Rates } from '../config/index.ts';
import { RateLimited } from '../errors/index.ts';
import { LruCache } from '../memory/index.ts';
import type { RateAccount } from '../request/index.ts';
import { WINDOW_MS, type Budgets } from './budgets.ts';
import type { RefusalLog } from './refusal-log.ts';

export interface RateLimiterOptions {
  readonly rates: Rates;
  /** Root fields by which one can guess. */
  readonly attempts: ReadonlyMap<string, AttemptKind>;
  readonly budgets: Budgets;
  readonly log: RefusalLog;
  readonly clock: () => Date;
}

/** Of every request, whatever is in it. */
const REQUEST_POINTS = 10;
/** A wrong guess weighs as much as so many right ones. */
const MISS_WEIGHT = 10;
const MOST_CALLERS = 10_000;

interface Charge {
  readonly key: string;
  /** The time in which it comes back. */
  readonly price: number;
}

const charge = (key: string, limit: number, times: number): Charge => ({ key, price: (times * WINDOW_MS) / limit });

/** Of a credential that is good for nothing. */
const inVain = ({ refusedTokens }: Rates, network: string): Charge => charge(`token:${network}`, refusedTokens, 1);

/** Whom a credential was found to speak for. */
interface Caller {
  readonly key: string;
  readonly limit: number;
}

/**
 * Whether a request may come in, before anything is done for it. Who is signed in is counted by account: hundreds of
 * people stand behind the one address of a house or of a phone network, and none of them pays for another. An
 * address counts for guests, for credentials shown in vain, and with a high bound for all accounts behind it.
 */
export class RateLimiter {
  readonly #options: RateLimiterOptions;
  /** By credentials that were good when they were shown last. */
  readonly #callers = new LruCache<string, Caller>(MOST_CALLERS);

  constructor(options: RateLimiterOptions) {
    this.#options = options;
  }

  /**
   * @param network where the request comes from
   * @param credential what it shows to say whose it is, not yet judged; none of a guest
   * @throws RateLimited
   */
  admit(network: string, credential: string | undefined): RequestAccount {
    const { rates } = this.#options;
    const byAddress = (limit: number): Caller => ({ key: `address:${network}`, limit });
    if (credential === undefined)
      return new RequestAccount(this.#options, {
        network,
        who: `guest:${network}`,
        payers: [{ key: `guest:${network}`, limit: rates.points.guest }],
        unjudged: [],
      }).begin();
    const caller = this.#callers.get(credential);
    const payers = (known: Caller): Caller[] => [known, byAddress(rates.addressPoints)];
    // One that is new may be forged; where many were, new ones have to wait, and those known to be good pass.
    const unjudged = caller
      ? payers(caller).map(({ key, limit }) => charge(key, limit, REQUEST_POINTS))
      : [inVain(rates, network)];
    refuseWhereSpent(this.#options, unjudged);
    return new RequestAccount(this.#options, {
      network,
      payers: [],
      unjudged,
      who: caller?.key ?? `token:${network}`,
      forget: () => this.#callers.delete(credential),
      settle: (viewer) => {
        const known = {
          key: `account:${viewer.accountId ?? viewer.serviceTokenId}`,
          limit: rates.points[viewer.kind],
        };
        this.#callers.set(credential, known);
        return payers(known);
      },
    });
  }
}

function refuseWhereSpent({ budgets, log, clock }: RateLimiterOptions, charges: readonly Charge[]): void {
  const now = clock().getTime();
  for (const { key, price } of charges) {
    const wait = budgets.wait(key, price, now);
    if (wait === 0) continue;
    const refusal = new RateLimited(wait);
    log.refused(key, refusal.retryAfterSeconds, now);
    throw refusal;
  }
}

interface Arrival {
  readonly network: string;
  /** A network unless the credential was good when it was shown last. */
  readonly who: string;
  readonly payers: readonly Caller[];
  /** What it costs where nobody ever looks whose the credential is. */
  readonly unjudged: readonly Charge[];
  /** Who pays, once it is known whose the credential is. */
  readonly settle?: (viewer: Viewer) => readonly Caller[];
  readonly forget?: () => void;
}

/** One request that was let in, and what it pays with. */
export class RequestAccount implements RateAccount {
  readonly #options: RateLimiterOptions;
  readonly #arrival: Arrival;
  #payers: readonly Caller[];
  #isJudged = false;
  #known = false;
  #paid = false;

  constructor(options: RateLimiterOptions, arrival: Arrival) {
    this.#options = options;
    this.#arrival = arrival;
    this.#payers = arrival.payers;
  }

  /** Whose request it is: a network, until it is known whom the credential speaks for. */
  get who(): string {
    return this.#known ? this.#payers[0]!.key : this.#arrival.who;
  }

  /** @throws RateLimited */
  begin(): this {
    this.#charge(REQUEST_POINTS, []);
    return this;
  }

  /** From here on somebody looks whose the credential is, and tells it; where nobody can say at the moment, nobody is charged. */
  isJudged(): void {
    this.#isJudged = true;
  }

  /** It is over: what was refused as it stood, before anybody looked whose it is, is no cheaper for that. */
  end(): void {
    if (this.#isJudged) return;
    this.#isJudged = true;
    this.#spend(this.#arrival.unjudged);
  }

  /** The credential speaks for the viewer. @throws RateLimited */
  knows(viewer: Viewer): void {
    if (!this.#arrival.settle || this.#known) return;
    this.#known = true;
    this.#payers = this.#arrival.settle(viewer);
    this.begin();
  }

  /** The credential was good for nothing. */
  wasInVain(): void {
    if (!this.#arrival.forget) return;
    this.#arrival.forget();
    this.#spend([inVain(this.#options.rates, this.#arrival.network)]);
  }

  charge(points: number, calls: readonly string[]): void {
    if (this.#paid) return;
    this.#charge(points, calls);
    this.#paid = true;
  }

  spend(points: number): void {
    this.#spend(this.#prices(points));
  }

  #prices(points: number): Charge[] {
    return this.#payers.map(({ key, limit }) => charge(key, limit, points));
  }

  #charge(points: number, calls: readonly string[]): void {
    const charges = [...this.#prices(points), ...this.#attempts(calls)];
    refuseWhereSpent(this.#options, charges);
    this.#spend(charges);
  }

  #spend(charges: readonly Charge[]): void {
    const { budgets, clock } = this.#options;
    const now = clock().getTime();
    for (const { key, price } of charges) budgets.spend(key, price, now);
  }

  missed(call: string): void {
    this.#spend(this.#attempts([call]).map(({ key, price }) => ({ key, price: price * (MISS_WEIGHT - 1) })));
  }

  /** Attempts of one kind are one charge: neither aliases nor several fields make it smaller. */
  #attempts(calls: readonly string[]): Charge[] {
    const { attempts, rates } = this.#options;
    const times = new Map<AttemptKind, number>();
    for (const call of calls) {
      const kind = attempts.get(call);
      if (kind) times.set(kind, (times.get(kind) ?? 0) + 1);
    }
    return [...times].map(([kind, count]) =>
      charge(`${kind.name}:${this.#arrival.network}`, attemptLimit(rates, kind), count),
    );
  }
}
