import type { Figures } from '../result.ts';

/** One operation, asked by guests in four ways. */
export interface PublicRow {
  readonly operation: string;
  readonly bytes: number;
  /** Read for each who asks. */
  readonly anew: Figures;
  /** Read once for all. */
  readonly kept: Figures;
  /** Whoever asks has it already: 304. */
  readonly same: Figures;
  /** Kept, while something that it is made of changes each second. */
  readonly changing: Figures;
}

const number = (value: number | undefined, digits: number): string =>
  value === undefined ? '–' : value.toFixed(digits);

export function publicTable(rows: readonly PublicRow[]): string {
  return [
    '| requests a second | bytes | read anew | kept | still the same | kept, with a change each second | kept ÷ anew | server CPU ms: anew, kept, same | database CPU ms: anew, kept | p99 ms: anew, kept |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ operation, bytes, anew, kept, same, changing }) =>
        `| ${[
          operation,
          String(bytes),
          ...[anew, kept, same, changing].map((each) => number(each.requestsPerSecond, 0)),
          number(kept.requestsPerSecond / anew.requestsPerSecond, 1),
          [anew, kept, same].map((each) => number(each.serverCpu, 2)).join(', '),
          [anew, kept].map((each) => number(each.databaseCpu, 2)).join(', '),
          [anew, kept].map((each) => number(each.p99, 0)).join(', '),
        ].join(' | ')} |`,
    ),
  ].join('\n');
}
