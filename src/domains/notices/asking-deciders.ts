import { walk, type Transaction } from '../../platform/commands/index.ts';
import { join, sql } from '../../platform/reading/index.ts';
import { DECISION_QUEUES } from '../people/index.ts';
import { ASK_DECIDERS, askDeciders, THINGS_AT_ONCE } from './ask-deciders.ts';

/**
 * The next things that wait, or that somebody is asked to decide on: they may have been decided meanwhile by nobody's doing.
 * @returns the last of those that were looked at, null where there is none beyond
 */
async function askOnNext(tx: Transaction, after: string): Promise<string | null> {
  const next = tx.services
    .get(DECISION_QUEUES)
    .map(
      ({ things, id, waits }) =>
        sql`(select ${id} as id from ${things} where ${id} > ${after}::uuid and ${waits} order by 1 limit ${THINGS_AT_ONCE}::int)`,
    );
  const rows = await tx.query<{ id: string }>(sql`select each.id from (${join(next, ' union ')}
      union (select distinct ntc.about_id from notice ntc where ntc.waiting and ntc.about_id > ${after}::uuid order by 1 limit ${THINGS_AT_ONCE}::int)) each
    order by each.id limit ${THINGS_AT_ONCE}::int`);
  await askDeciders(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length < THINGS_AT_ONCE ? null : rows.at(-1)!.id;
}

/** Roles begin and end with a day, two may act at the same moment: whoever may decide by then is asked. */
export const askingDeciders = walk(ASK_DECIDERS, askOnNext);
