import type { Verdict } from './bottleneck.ts';
import type { LoadResult } from './load.ts';
import type { KindFigures } from './meter.ts';
import type { OperationFigures } from './statements.ts';
import type { WatchFigures } from './watch.ts';

export interface PeakResult {
  readonly at: string;
  readonly command: string;
  readonly machine: string;
  /** Of the machine over the last minute, before and after. */
  readonly loadAverage: readonly [number, number];
  readonly arrivals: number;
  readonly arrivalSeconds: number;
  readonly load: Omit<LoadResult, 'endings'>;
  readonly operations: readonly OperationFigures[];
  readonly seen: WatchFigures;
  readonly bottleneck: Verdict;
  /** Empty where all is as it must be. */
  readonly mistakes: readonly string[];
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const ms = (number: number): string => number.toFixed(number < 10 ? 1 : 0);
const share = (number: number | undefined): string => (number === undefined ? '–' : number.toFixed(2));

export function told({
  command,
  at,
  machine,
  loadAverage,
  arrivals,
  arrivalSeconds,
  load,
  operations,
  seen,
  bottleneck,
  mistakes,
}: PeakResult): string {
  const requests = load.kinds.filter(({ kind }) => kind !== 'visit').reduce((sum, { count }) => sum + count, 0);
  const visits = load.kinds.find(({ kind }) => kind === 'visit');
  const answered = (visits?.count ?? 0) - (visits?.codes['UNANSWERED'] ?? 0);
  const { livez, connections } = seen;
  const waits = Object.entries(connections.waits)
    .map(([name, count]) => `${name} ${count.toFixed(2)}`)
    .join(', ');
  return [
    `\`${command}\`, ${at.slice(0, 10)}; ${machine}; load average ${loadAverage.map((each) => each.toFixed(1)).join(' → ')}.`,
    '',
    `${arrivals} guardians in ${arrivalSeconds} s (${(arrivals / arrivalSeconds).toFixed(0)} a second), ${answered} answered after ${load.seconds.toFixed(1)} s: ` +
      `${(answered / load.seconds).toFixed(1)} visits and ${(requests / load.seconds).toFixed(0)} requests a second; ${load.mostAtOnce} guardians at once at most.`,
    '',
    ...timesOf(load.kinds, operations),
    '',
    `Cores: hub ${share(seen.hubCores)} (and ${share(seen.hubWaitedForCore)} in line for one), PostgreSQL ${share(seen.databaseCores)}, generator ${share(seen.generatorCores)}, whole machine ${share(seen.machineCores)}. ` +
      `Generator late by ${ms(load.ownDelayP99)} ms (p99). /livez: p50 ${ms(livez.p50)}, p99 ${ms(livez.p99)}, max ${ms(livez.max)} ms.`,
    `PostgreSQL committed ${seen.transactions.committed} transactions (${(seen.transactions.committed / seen.seconds).toFixed(0)} a second), undid ${seen.transactions.undone}, ${seen.transactions.deadlocks} of them for a deadlock.`,
    `Connections of the hub in use: ${connections.meanInUse.toFixed(1)} on average, all in ${Math.round(connections.allInUse * 100)} % of ${connections.samples} samples; they wait for: ${waits || 'nothing'}.`,
    '',
    `First bottleneck: **${bottleneck.first ?? 'none'}**`,
    ...bottleneck.pressures.map(({ what, share: of }) => `- ${of.toFixed(2)} ${what}`),
    '',
    mistakes.length === 0
      ? 'Correct: each guardian has what they were told, once; no role is over its capacity; every check of every domain holds.'
      : ['**Mistakes:**', ...mistakes.map((mistake) => `- ${mistake}`)].join('\n'),
  ].join('\n');
}

/** What guardians do, as they do it; then what others read meanwhile. */
const OF_GUARDIANS = [
  'visit',
  'ParentHome',
  'VolunteerBoard',
  'SignUpForShift',
  'SignUpForShift, answer lost',
  'SignUpForShift again',
];

function timesOf(kinds: readonly KindFigures[], operations: readonly OperationFigures[]): string[] {
  const rank = ({ kind }: KindFigures): number =>
    OF_GUARDIANS.includes(kind) ? OF_GUARDIANS.indexOf(kind) : OF_GUARDIANS.length;
  return [
    line([
      'from the moment it was meant',
      'count',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'max ms',
      'reading statements',
      'how it ended',
    ]),
    line(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---']),
    ...[...kinds]
      .sort((one, other) => rank(one) - rank(other) || (one.kind < other.kind ? -1 : 1))
      .map(({ kind, count, p50, p95, p99, max, codes }) =>
        line([
          kind,
          count,
          ms(p50),
          ms(p95),
          ms(p99),
          ms(max),
          operations.find(({ operation }) => operation === kind)?.statements.toFixed(1) ?? '',
          Object.entries(codes)
            .sort(([, one], [, other]) => other - one)
            .map(([code, times]) => `${code} ${times}`)
            .join(', '),
        ]),
      ),
  ];
}
