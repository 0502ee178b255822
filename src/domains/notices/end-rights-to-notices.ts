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

/**
 * Takes ended rights from notices: only holders of the others are shown them still. In one statement, in the order of the readers; what a
 * notice rests on is read as it is after the wait for it, for somebody else may have taken another right from it.
 */
export async function endRightsToNotices(tx: Transaction, all: readonly EndedRight[]): Promise<void> {
  const rows = all.map(({ person, about, right }) => {
    const { prefix, uuid } = parseGlobalId(about);
    return { person, prefix, thing: uuid, keys: keysOf(right) };
  });
  if (rows.length === 0) return;
  await tx.query(sql`update notice set rests_on = array(select key from unnest(notice.rests_on) as key where key <> all(told.gone)) from (
      select ntc.id, ended.gone from (select gone.person, gone.prefix, gone.thing, array_agg(distinct key) as gone
          from json_to_recordset(${JSON.stringify(rows)}::json) as gone(person uuid, prefix text, thing uuid, keys text[]) cross join unnest(gone.keys) as key
          group by gone.person, gone.prefix, gone.thing) ended
        join notice ntc on ntc.person_id = ended.person and ntc.about_prefix = ended.prefix and ntc.about_id = ended.thing and ntc.rests_on && ended.gone
      order by ntc.person_id, ntc.id for no key update of ntc) told
    where notice.id = told.id`);
}
