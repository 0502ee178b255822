import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { Dice } from './dice.ts';

/** Before everything that the hub itself will ever write, and the same whatever the clock of the seeds says. */
const MADE_AT = Date.UTC(2026, 0, 1);

interface Series {
  readonly dice: Dice;
  count: number;
}

/**
 * UUIDs of version 7 out of a seed and a counter: the same on every run, and rising within a series. Each has a
 * millisecond of its own, as ids from life have: indexes that know only the first bits of an id (btree_gist) would
 * otherwise take all of them for one.
 */
export class Ids {
  readonly #dice: Dice;
  readonly #series = new Map<string, Series>();
  readonly #random = new Uint8Array(16);
  readonly #words = new DataView(this.#random.buffer);

  constructor(seed: string) {
    this.#dice = new Dice(`${seed}/ids`);
  }

  next(series: string): string {
    let state = this.#series.get(series);
    if (!state) this.#series.set(series, (state = { dice: this.#dice.called(series), count: 0 }));
    for (const offset of [4, 8, 12]) this.#words.setUint32(offset, state.dice.bits());
    state.count += 1;
    return v7({ msecs: MADE_AT + state.count, random: this.#random });
  }
}

/**
 * The id of the one thing that has this name, on every run and in every database.
 * @param place among its like, so that ids rise in that order
 */
export function namedId(name: string, place = 0): string {
  return v7({ msecs: MADE_AT + place, random: createHash('sha256').update(name).digest().subarray(0, 16) });
}
