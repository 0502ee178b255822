import { createHash } from 'node:crypto';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

type Generator = ReturnType<typeof xoroshiro128plusFromState>;

/** Chance that falls the same way on every run: the same seed and name, the same numbers. */
export class Dice {
  readonly #seed: string;
  readonly #generator: Generator;

  constructor(seed: string) {
    this.#seed = seed;
    const hash = createHash('sha256').update(seed).digest();
    this.#generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => hash.readInt32LE(offset)));
  }

  /** Dice of their own, so that what is drawn here changes nothing there. */
  called(name: string): Dice {
    return new Dice(`${this.#seed}/${name}`);
  }

  /** 32 bits. */
  bits(): number {
    return this.#generator.next() >>> 0;
  }

  /** At least 0, less than 1. */
  fraction(): number {
    return this.bits() / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.fraction() * list.length)]!;
  }

  /** Several different ones, in the order of the list. */
  sample<T>(list: readonly T[], size: number): T[] {
    const chosen = new Set<number>();
    while (chosen.size < Math.min(size, list.length)) chosen.add(this.int(0, list.length - 1));
    return [...chosen].sort((one, other) => one - other).map((index) => list[index]!);
  }

  /** In place. */
  shuffle<List extends { length: number; [index: number]: unknown }>(list: List): List {
    for (let index = list.length - 1; index > 0; index -= 1) {
      const other = Math.floor(this.fraction() * (index + 1));
      [list[index], list[other]] = [list[other], list[index]];
    }
    return list;
  }
}
