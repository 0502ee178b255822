import type { LoadResult } from './load.ts';
import type { WatchFigures } from './watch.ts';

export interface Pressure {
  readonly what: string;
  /** 0 to 1: of what there is, how much was in use or wanted. */
  readonly share: number;
}

export interface Verdict {
  /** What was short first; null where nothing was. */
  readonly first: string | null;
  readonly pressures: readonly Pressure[];
}

/** From here on, whatever comes more stands in line. */
const SHORT = 0.85;
/** A generator that is this late measures itself, in milliseconds. */
const GENERATOR_TOO_LATE = 100;

/**
 * What was used up first. A pool whose connections are all in use is a symptom: what they wait for is named instead,
 * and the pool itself only where they work.
 */
export function firstBottleneck(load: Pick<LoadResult, 'ownDelayP99'>, seen: WatchFigures, cores: number): Verdict {
  const {
    connections: { allInUse, meanInUse, waits },
    hubCores = 0,
    hubWaitedForCore = 0,
    databaseCores = 0,
    generatorCores = 0,
    machineCores = 0,
  } = seen;
  const among = (start: string): number =>
    Object.entries(waits).reduce((sum, [name, count]) => sum + (name.startsWith(start) ? count : 0), 0) /
    Math.max(1, meanInUse);
  const others = Math.max(0, machineCores - hubCores - databaseCores - generatorCores);
  const pressures = [
    {
      what: 'the generator of the load: its figures are its own',
      share: Math.min(1, Math.max(generatorCores, load.ownDelayP99 / GENERATOR_TOO_LATE)),
    },
    {
      what:
        hubWaitedForCore > hubCores
          ? "a core for the hub's thread: it stood in line for one longer than it ran"
          : "the hub's event loop: one thread at work",
      share: Math.min(1, hubCores + hubWaitedForCore),
    },
    { what: 'locks: all connections in use, waiting for one another', share: allInUse * among('Lock') },
    {
      what: 'the pool of connections: all in use, and PostgreSQL at work for them',
      share: allInUse * (1 - among('Lock') - among('Client')),
    },
    { what: 'the cores of this machine, all programs together', share: Math.min(1, machineCores / cores) },
    { what: 'the cores of this machine, taken by other programs', share: others / cores },
  ];
  return { first: pressures.find(({ share }) => share >= SHORT)?.what ?? null, pressures };
}
