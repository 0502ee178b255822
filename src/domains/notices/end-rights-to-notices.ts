import type { Transaction } from '../../platform/commands/index.ts';
import { parseGlobalId, sql } from '../../platform/reading/index.ts';
import { keysOf, type RightAtHand } from '../people/index.ts';

/** What somebody was told of a thing rests on this right no longer. */
export interface EndedRight {
  /** Bare id. */
  readonly person: string;
  /** Global id of the thing. */
  readonly about: string;
  readonly right: RightAtHand;
}

/** Takes ended rights from notices: only holders of the others are shown them still. In one statement, in the order of the notices. */
export async function endRightsToNotices(tx: Transaction, all: readonly EndedRight[]): Promise<void> {
  const rows = all.map(({ person, about, right }) => {
    const { prefix, uuid } = parseGlobalId(about);
    return { person, prefix, thing: uuid, keys: keysOf(right) };
  });
  if (rows.length === 0) return;
  await tx.query(sql`update notice set rests_on = told.rest from (
      select ntc.id, array(select key from unnest(ntc.rests_on) as key where key <> all(array_agg(ended.key))) as rest
      from json_to_recordset(${JSON.stringify(rows)}::json) as gone(person uuid, prefix text, thing uuid, keys text[]) cross join unnest(gone.keys) as ended(key)
      join notice ntc on ntc.person_id = gone.person and ntc.about_prefix = gone.prefix and ntc.about_id = gone.thing and ended.key = any(ntc.rests_on)
      group by ntc.id) told
    where notice.id = told.id`);
}
