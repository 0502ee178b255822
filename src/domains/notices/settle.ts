import type { Transaction } from '../../platform/commands/index.ts';
import type { NoticeKind } from '../../platform/graphql/index.ts';
import { sql } from '../../platform/reading/index.ts';
import type { Settled } from '../people/index.ts';

/** That something waits rests on nobody's right any more once it is decided; its key is free, for it may wait again. In one statement, in the order of those who were told. */
export async function settleEach(tx: Transaction, kind: Pick<NoticeKind, 'key'>, settled: readonly Settled[]): Promise<void> {
  const rows = settled.flatMap(({ of, dedupe }) => [...new Set(of)].map((person) => ({ person, dedupe })));
  if (rows.length === 0) return;
  await tx.em.flush();
  await tx.query(sql`update notice set rests_on = '{}', dedupe_key = notice.dedupe_key || '/' || notice.id from (
      select ntc.id from json_to_recordset(${JSON.stringify(rows)}::json) as waited(person uuid, dedupe text)
      join notice ntc on ntc.person_id = waited.person and ntc.kind = ${kind.key} and ntc.dedupe_key = waited.dedupe order by ntc.person_id, ntc.id for no key update of ntc) told
    where notice.id = told.id`);
}
