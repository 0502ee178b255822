import type { ContenderName } from './contenders.ts';
import type { Sample } from './measure.ts';
import type { Name } from './operations.ts';

export interface Figures {
  readonly requestsPerSecond: number;
  /** Of the rounds: (largest − smallest) / mean. */
  readonly spread: number;
  readonly p50: number;
  readonly p99: number;
  readonly serverCpu: number | undefined;
  readonly databaseCpu: number | undefined;
  readonly statements: number;
}

export interface Result {
  readonly at: string;
  readonly command: string;
  readonly machine: string;
  readonly rows: readonly {
    readonly operation: Name;
    readonly figures: Readonly<Partial<Record<ContenderName, Figures>>>;
  }[];
}

export function figuresOf(samples: readonly Sample[], statements: number): Figures {
  const rates = samples.map((each) => each.requests / each.seconds);
  const requests = sum(samples.map((each) => each.requests));
  const weighed = (value: (sample: Sample) => number | undefined): number | undefined =>
    samples.some((each) => value(each) === undefined)
      ? undefined
      : sum(samples.map((each) => value(each)! * each.requests)) / requests;
  return {
    requestsPerSecond: requests / sum(samples.map((each) => each.seconds)),
    spread: ((Math.max(...rates) - Math.min(...rates)) * rates.length) / sum(rates),
    p50: weighed((each) => each.p50)!,
    p99: Math.max(...samples.map((each) => each.p99)),
    serverCpu: weighed((each) => each.serverCpu),
    databaseCpu: weighed((each) => each.databaseCpu),
    statements,
  };
}

/** How many times as fast the one is as the other. */
export function ratio(row: Result['rows'][number], one: ContenderName, other: ContenderName): number | undefined {
  const [above, below] = [row.figures[one], row.figures[other]];
  return above && below && above.requestsPerSecond / below.requestsPerSecond;
}

export function geometricMean(ratios: readonly (number | undefined)[]): number | undefined {
  const given = ratios.filter((each) => each !== undefined);
  return given.length === 0 ? undefined : Math.exp(sum(given.map(Math.log)) / given.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}
