import type { Database, Moments, RowArray } from '../database/index.ts';
import { LruCache } from '../memory/index.ts';

/**
 * Tells under which version of rights a request reads, where its viewer was read for an earlier one: its first statement brings
 * the version together with its own rows.
 */
export class RightsVersionCheck {
  #version: Promise<string> | undefined;

  /** Undefined where nothing was read, or could be. */
  async version(): Promise<string | undefined> {
    return this.#version?.catch(() => undefined);
  }

  async read(
    database: Database,
    text: string,
    values: unknown[],
    moments: Moments | undefined,
    signal: AbortSignal,
  ): Promise<RowArray[]> {
    if (this.#version) return database.read(text, values, moments, signal);
    const reading = database.read(withVersion(text), values, moments, signal);
    this.#version = reading.then((rows) => rows[0]!.at(-1) as string);
    this.#version.catch(() => undefined);
    const rows = await reading;
    return rows[0]!.at(-2) === null ? [] : rows;
  }
}

/** One and the same text for all connections, of which each remembers what it was sent under a name. */
const kept = new LruCache<string, string>(1000);

/** Two values more at the end of each row. One row at least, for nothing found is told as well; the others as they come. */
function withVersion(text: string): string {
  let whole = kept.get(text);
  if (whole === undefined) {
    whole = `select _told.*, _rights.version from rights_version _rights left join (select _asked.*, true as _found from (${text}) _asked) _told on true`;
    kept.set(text, whole);
  }
  return whole;
}
