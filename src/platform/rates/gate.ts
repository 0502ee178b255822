import { callerKindOf, type Viewer } from '../auth/index.ts';
import type { AttemptKind, Rates } from '../config/index.ts';
import { RateLimited } from '../errors/index.ts';
import { Bounded } from '../memory/index.ts';
import type { Purse } from '../request/index.ts';
import { WINDOW_MS, type Budgets } from './budgets.ts';
import type { RefusalLog } from './refusal-log.ts';

export interface GateOptions {
  readonly rates: Rates;
  /** Root fields by which one can guess. */
  readonly attempts: ReadonlyMap<string, AttemptKind>;
  readonly budgets: Budgets;
  readonly log: RefusalLog;
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

/** Whom a credential was found to speak for. */
interface Caller {
  readonly key: string;
  readonly limit: number;
}

/**
 * Whether a request may come in, before anything is done for it. Who is signed in is counted by account: hundreds of
 * families stand behind the one address of a school or of a phone network, and none of them pays for another. An
 * address counts for guests, for credentials shown in vain, and with a high bound for all accounts behind it.
 */
export class Gate {
  readonly #options: GateOptions;
  /** By credentials that were good when they were shown last. */
  readonly #callers = new Bounded<string, Caller>(MOST_CALLERS);

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /**
   * @param network where the request comes from
   * @param credential what it shows to say whose it is, not yet judged; none of a guest
   * @throws RateLimited
   */
  enter(network: string, credential: string | undefined, now: number): Visit {
    const { rates } = this.#options;
    const byAddress = (limit: number): Caller => ({ key: `address:${network}`, limit });
    if (credential === undefined) return new Visit(this.#options, { network, now, who: `guest:${network}`, payers: [{ key: `guest:${network}`, limit: rates.points.guest }] }).begin();
    const caller = this.#callers.get(credential);
    // One that is new may be forged; where many were, new ones have to wait, and those known to be good pass.
    if (!caller) this.#require(charge(`token:${network}`, rates.refusedTokens, 1), now);
    const payers = (known: Caller): Caller[] => [known, byAddress(rates.addressPoints)];
    if (caller) for (const { key, limit } of payers(caller)) this.#require(charge(key, limit, REQUEST_POINTS), now);
    return new Visit(this.#options, {
      network, now, payers: [], who: caller?.key ?? `token:${network}`,
      forget: () => this.#callers.delete(credential),
      settle: (viewer) => {
        const known = { key: `account:${viewer.accountId ?? viewer.serviceTokenId}`, limit: rates.points[callerKindOf(viewer)] };
        this.#callers.set(credential, known);
        return payers(known);
      },
    });
  }

  #require({ key, price }: Charge, now: number): void {
    const { budgets, log } = this.#options;
    refuseWhereSpent(budgets, log, [{ key, price }], now);
  }
}

function refuseWhereSpent(budgets: Budgets, log: RefusalLog, charges: readonly Charge[], now: number): void {
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
  readonly now: number;
  /** A network unless the credential was good when it was shown last. */
  readonly who: string;
  readonly payers: readonly Caller[];
  /** Who pays, once it is known whose the credential is. */
  readonly settle?: (viewer: Viewer) => readonly Caller[];
  readonly forget?: () => void;
}

/** One request that was let in, and what it pays with. */
export class Visit implements Purse {
  readonly #options: GateOptions;
  readonly #arrival: Arrival;
  #payers: readonly Caller[];
  #known = false;
  #paid = false;

  constructor(options: GateOptions, arrival: Arrival) {
    this.#options = options;
    this.#arrival = arrival;
    this.#payers = arrival.payers;
  }

  /** Under which name the request is counted until more is known. */
  get who(): string {
    return this.#arrival.who;
  }

  /** @throws RateLimited */
  begin(): this {
    this.#charge(REQUEST_POINTS, []);
    return this;
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
    const { budgets, rates } = this.#options;
    const { key, price } = charge(`token:${this.#arrival.network}`, rates.refusedTokens, 1);
    budgets.spend(key, price, this.#arrival.now);
  }

  pay(points: number, calls: readonly string[]): void {
    if (this.#paid) return;
    this.#charge(points, calls);
    this.#paid = true;
  }

  #charge(points: number, calls: readonly string[]): void {
    const { budgets, log } = this.#options;
    const { now } = this.#arrival;
    const charges = [...this.#payers.map(({ key, limit }) => charge(key, limit, points)), ...this.#attempts(calls)];
    refuseWhereSpent(budgets, log, charges, now);
    for (const { key, price } of charges) budgets.spend(key, price, now);
  }

  missed(call: string): void {
    for (const { key, price } of this.#attempts([call])) this.#options.budgets.spend(key, price * (MISS_WEIGHT - 1), this.#arrival.now);
  }

  /** Attempts of one kind are one charge: neither aliases nor several fields make it smaller. */
  #attempts(calls: readonly string[]): Charge[] {
    const { attempts, rates } = this.#options;
    const times = new Map<AttemptKind, number>();
    for (const call of calls) {
      const kind = attempts.get(call);
      if (kind) times.set(kind, (times.get(kind) ?? 0) + 1);
    }
    return [...times].map(([kind, count]) => charge(`${kind}:${this.#arrival.network}`, rates.attempts[kind], count));
  }
}
