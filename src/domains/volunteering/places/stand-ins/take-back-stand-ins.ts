import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../../platform/reading/index.ts';
import { tellEach } from '../../notices/index.ts';
import { isOpenStandIn } from '../../model/index.ts';

/** An offer to take over a place that is open no more. */
export interface StandInTakenBack {
  readonly id: string;
  readonly shift_id: string;
  /** The person who was asked by name or has agreed; null where nobody was. */
  readonly person_id: string | null;
}

/**
 * Takes back offers to take over places of which nothing comes any more. Whoever calls it tells whoever was to take over.
 * @param which of the rows `sti`
 */
export function takeBackStandIns(tx: Transaction, which: Sql): Promise<StandInTakenBack[]> {
  return tx.query<StandInTakenBack>(sql`
    with open as (select sti.id from stand_in sti where ${which} and ${isOpenStandIn(sql`sti`)} order by sti.id for no key update)
    update stand_in sti set status = 'WITHDRAWN', decided_at = coalesce(sti.decided_at, ${tx.now}) from open where sti.id = open.id
    returning sti.id, sti.shift_id, sti.to_person_id as person_id`);
}

/** Nobody comes who is not wanted: whoever was asked by name, or has agreed, is asked no more. */
export async function tellOfStandInsTakenBack(tx: Transaction, ended: readonly StandInTakenBack[]): Promise<void> {
  await tellEach(
    tx,
    'STAND_IN_WITHDRAWN',
    ended.flatMap(({ id, person_id }) => (person_id === null ? [] : [{ to: [person_id], about: id }])),
  );
}
