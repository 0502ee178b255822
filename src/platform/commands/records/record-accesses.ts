import { v7 } from 'uuid';
import { LruCache } from '../../memory/index.ts';
import { sql } from '../../reading/index.ts';
import { service, type RequestContext } from '../../request/index.ts';
import { inTransaction } from '../transaction.ts';

const HOUR = 3_600_000;

/**
 * Who is known to be on record for reading of whom in which hour, for it was committed here: whoever leafs through the same pages
 * all morning is not written down anew for each of them.
 */
export class RememberedAccesses {
  readonly #known: LruCache<string, true>;

  constructor(most: number) {
    this.#known = new LruCache(most);
  }

  has(key: string): boolean {
    return this.#known.get(key) !== undefined;
  }

  add(keys: Iterable<string>): void {
    for (const key of keys) this.#known.set(key, true);
  }
}

export const REMEMBERED_ACCESSES = service<RememberedAccesses>('remembered accesses');

/** Writes, by one statement a request, what the viewer has read of rows whose reading is kept on record. */
export async function recordAccesses(context: RequestContext): Promise<void> {
  const {
    viewer,
    now,
    services,
    meter: { recorded },
  } = context;
  if (context.toldToNobody || recorded.size === 0) return;
  const actor = viewer.serviceTokenId ?? viewer.accountId;
  if (actor === null) return;
  const remembered = services.get(REMEMBERED_ACCESSES);
  const hour = Math.floor(now.getTime() / HOUR) * HOUR;
  const read = [...recorded]
    .flatMap(([kind, ids]) => [...ids].map((subject) => ({ kind, subject, key: `${hour} ${actor} ${subject}` })))
    .filter(({ key }) => !remembered.has(key));
  recorded.clear();
  if (read.length === 0) return;
  // In the order of the unique index, so that requests that meet do not wait for one another in a ring.
  read.sort((one, other) => (one.subject < other.subject ? -1 : 1));
  await inTransaction(context, (tx) =>
    tx.query(sql`insert into access_record (id, kind, subject, actor, by_program, hour, created_at)
    select each.id, each.kind, each.subject, ${actor}::uuid, ${viewer.serviceTokenId !== null}, ${new Date(hour)}, ${now}
    from unnest(${read.map(() => v7())}::uuid[], ${read.map(({ kind }) => kind)}::text[], ${read.map(({ subject }) => subject)}::uuid[]) as each(id, kind, subject)
    on conflict (subject, actor, hour) do nothing`),
  );
  remembered.add(read.map(({ key }) => key));
}
