import { shanghaiDayNumber, startOfShanghaiDay } from '../../calendar/index.ts';
import type { Dependence } from '../../reading/index.ts';

export interface Lifetimes {
  /** In the process, where changes are heard of. */
  readonly seconds: number;
  /** With others, who hear of none. */
  readonly maxAgeSeconds: number;
}

/**
 * How long others may keep an answer. What depends on the day is nobody's after midnight, and what depends on the moment is
 * kept as shortly as in the process; only what no clock changes may be shown a while longer while it is asked for anew.
 */
export function cacheControlOf({ clock }: Dependence, { seconds, maxAgeSeconds }: Lifetimes, now: Date): string {
  if (clock === 'at any moment') return `public, max-age=${Math.min(seconds, maxAgeSeconds)}`;
  if (clock === 'never') return `public, max-age=${maxAgeSeconds}, stale-while-revalidate=${maxAgeSeconds}`;
  const untilMidnight = Math.floor((startOfShanghaiDay(shanghaiDayNumber(now) + 1) - now.getTime()) / 1_000);
  const age = Math.min(maxAgeSeconds, untilMidnight);
  return `public, max-age=${age}, stale-while-revalidate=${Math.min(maxAgeSeconds, untilMidnight - age)}`;
}
