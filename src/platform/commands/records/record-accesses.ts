import { v7 } from 'uuid';
import { sql } from '../../reading/index.ts';
import type { RequestContext } from '../../request/index.ts';
import { inTransaction } from '../transaction.ts';

const HOUR = 3_600_000;

/** Writes, by one statement a request, what the viewer has read of rows whose reading is kept on record. */
export async function recordAccesses(context: RequestContext): Promise<void> {
  const {
    viewer,
    now,
    meter: { recorded },
  } = context;
  if (context.toldToNobody) return;
  const actor = viewer.serviceTokenId ?? viewer.accountId;
  const read = [...recorded].flatMap(([kind, ids]) => [...ids].map((subject) => ({ kind, subject })));
  if (read.length === 0 || actor === null) return;
  recorded.clear();
  // In the order of the unique index, so that requests that meet do not wait for one another in a ring.
  read.sort((one, other) => (one.subject < other.subject ? -1 : 1));
  await inTransaction(context, (tx) =>
    tx.query(sql`insert into access_record (id, kind, subject, actor, by_program, hour, created_at)
    select each.id, each.kind, each.subject, ${actor}::uuid, ${viewer.serviceTokenId !== null}, ${new Date(Math.floor(now.getTime() / HOUR) * HOUR)}, ${now}
    from unnest(${read.map(() => v7())}::uuid[], ${read.map(({ kind }) => kind)}::text[], ${read.map(({ subject }) => subject)}::uuid[]) as each(id, kind, subject)
    on conflict (subject, actor, hour) do nothing`),
  );
}
