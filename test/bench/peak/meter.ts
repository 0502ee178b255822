/** Of one kind of request; milliseconds. */
export interface KindFigures {
  readonly kind: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** How often it ended how. */
  readonly codes: Readonly<Record<string, number>>;
}

/** How long requests took, and how they ended. */
export class Meter {
  readonly #kinds = new Map<string, { readonly times: number[]; readonly codes: Record<string, number> }>();

  note(kind: string, ms: number, code: string): void {
    let noted = this.#kinds.get(kind);
    if (!noted) this.#kinds.set(kind, (noted = { times: [], codes: {} }));
    noted.times.push(ms);
    noted.codes[code] = (noted.codes[code] ?? 0) + 1;
  }

  figures(): KindFigures[] {
    return [...this.#kinds].map(([kind, { times, codes }]) => {
      const at = sharesOf(times);
      return { kind, count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), codes };
    });
  }
}

/** The number that a share of the numbers does not exceed; 0 of none. */
export function sharesOf(numbers: readonly number[]): (share: number) => number {
  const sorted = Float64Array.from(numbers).sort();
  return (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
