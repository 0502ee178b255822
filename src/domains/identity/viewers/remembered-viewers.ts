import { shanghaiDay } from '../../../platform/calendar/index.ts';
import type { RecalledViewer, Viewer } from '../../../platform/auth/index.ts';
import { LruCache } from '../../../platform/memory/index.ts';

/** A viewer as it was read, and how long that can hold. */
export interface ViewerRead {
  readonly viewer: Viewer;
  /** The rights version at which it was read. */
  readonly version: string;
  /** When the session ends that it belongs to. */
  readonly until: Date | null;
}

const MOST_REMEMBERED = 10_000;

/**
 * The viewers of those who asked last, as they were read. Rights follow from rows, which tell their changes by the version,
 * and from the day of Asia/Shanghai and the end of the session, which are looked at here.
 */
export class RememberedViewers {
  readonly #kept = new LruCache<string, ViewerRead & { readonly day: string }>(MOST_REMEMBERED);
  /** Told last: whatever was read under another has been found to hold no more. Told late, it is asked for again. */
  #latest: string | undefined;

  recall(who: string, now: Date): RecalledViewer | undefined {
    const kept = this.#kept.get(who);
    if (
      !kept ||
      kept.version !== this.#latest ||
      kept.day !== shanghaiDay(now) ||
      (kept.until !== null && kept.until <= now)
    )
      return undefined;
    return { viewer: kept.viewer, version: kept.version };
  }

  keep(who: string, read: ViewerRead, now: Date): void {
    this.note(read.version);
    this.#kept.set(who, { ...read, day: shanghaiDay(now) });
  }

  /** The database has told its version. */
  note(version: string): void {
    this.#latest = version;
  }
}
