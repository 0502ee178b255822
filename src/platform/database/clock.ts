/** One question for the time: when it was sent and answered by the clock of this process, and what the database said. */
export interface ClockReading {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly told: number;
}

/** A difference to the clock of the database below this cannot be told from the way there and back. */
const SAME_MS = 100;
/** A measurement grows old: clocks drift apart by less than this, in milliseconds a second. */
const DRIFT = 1;
/** A clock that may be wrong by more is not one to keep deadlines by. */
export const WORST_MS = 5_000;

interface Measured {
  readonly offset: number;
  readonly error: number;
  readonly at: number;
}

/** Goes on from when the process began, and never steps, whatever becomes of the clock of its host. */
const steady = (): number => performance.timeOrigin + performance.now();

/** The one clock of the hub: that of this process, set right by that of the database, which all processes share. */
export class HubClock {
  readonly #process: () => number;
  #measured: Measured | undefined;

  /** @param process milliseconds since 1970, as this process has them */
  constructor(process: () => number = steady) {
    this.#process = process;
  }

  readonly now = (): Date => new Date(this.#process() + this.correction);

  /** That of this process, as the database is compared with it. */
  get uncorrected(): number {
    return this.#process();
  }

  /** The milliseconds to add to the clock of this process. */
  get correction(): number {
    const { offset, error } = this.#measured ?? { offset: 0, error: 0 };
    return Math.abs(offset) <= error + SAME_MS ? 0 : Math.round(offset);
  }

  /** By how much the clock may be wrong. */
  get error(): number {
    return this.#measured ? errorAt(this.#measured, this.#process()) : Infinity;
  }

  /** The database read its clock somewhere between question and answer: the best guess is the middle, and the error half the way. */
  note({ askedAt, answeredAt, told }: ClockReading): void {
    const fresh: Measured = {
      offset: told - (askedAt + answeredAt) / 2,
      error: (answeredAt - askedAt) / 2,
      at: answeredAt,
    };
    const known = this.#measured;
    const allowed = known ? errorAt(known, answeredAt) : Infinity;
    // Where the old measurement cannot explain the fresh one, a clock was set, here or there.
    if (fresh.error <= allowed || !known || Math.abs(fresh.offset - known.offset) > fresh.error + allowed)
      this.#measured = fresh;
  }
}

function errorAt({ error, at }: Measured, now: number): number {
  return error + (Math.max(0, now - at) / 1_000) * DRIFT;
}

/** That of the hub for a task that does one thing and ends, by a single question. */
export async function clockOf(database: {
  read(text: string, values: unknown[]): Promise<readonly (readonly unknown[])[]>;
}): Promise<HubClock> {
  const clock = new HubClock();
  const askedAt = clock.uncorrected;
  const [row] = await database.read('select (extract(epoch from clock_timestamp()) * 1000)::float8', []);
  clock.note({ askedAt, answeredAt: clock.uncorrected, told: Number(row![0]) });
  return clock;
}
